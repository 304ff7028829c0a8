/** What script adds to pages that are whole without it: a remembered appearance, folds that open on wide screens, copying, printing, acting on a record; and the screens that are nothing without it. */
import '../ui/site.css';
import { SCREEN_HOST } from '../screens/screen';
import { recall, remember } from './remembered';

const WIDE = '(min-width: 1000px)';

const ROOT = document.documentElement;
ROOT.classList.add('scripted');
setAppearance(chosen());

onceRead(() => {
  followAppearance();
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-wide]')) fold.open = matchMedia(WIDE).matches;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) button.addEventListener('click', () => void copy(button));
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) button.addEventListener('click', () => window.print());
  const acts = document.querySelector<HTMLElement>('[data-said]');
  if (acts !== null) void followActs(acts);
  for (const group of document.querySelectorAll<HTMLElement>('[data-reminder]')) {
    for (const button of group.querySelectorAll<HTMLButtonElement>('button[data-answer]')) button.addEventListener('click', () => void import('./reminders').then(({ answerReminder }) => answerReminder(group, button.dataset['answer'])));
  }
  const leaving = document.querySelector<HTMLFormElement>('form[data-unsent]');
  leaving?.addEventListener('submit', (event) => {
    event.preventDefault();
    void import('./sign-out').then(({ signOut }) => signOut(leaving), () => leaving.submit());
  });
  const host = document.getElementById(SCREEN_HOST);
  if (host !== null) void import('./mount-screen').then(({ mountScreen }) => mountScreen(host));
});

/** The code behind the buttons comes when one is pressed, or when something was just done. */
async function followActs(group: HTMLElement): Promise<void> {
  const actions = (): Promise<typeof import('./actions')> => import('./actions');
  for (const button of group.querySelectorAll<HTMLButtonElement>('button[data-act]')) {
    button.addEventListener('click', () => void actions().then(({ act }) => act(group, button.dataset['act'])));
  }
  if (recall('sessionStorage', 'done') !== null) (await actions()).tellWhatWasDone(group);
}

function onceRead(run: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run);
  else run();
}

function chosen(): string {
  return recall('localStorage', 'appearance') ?? 'auto';
}

function setAppearance(choice: string): void {
  ROOT.dataset['look'] = choice;
}

function followAppearance(): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name="look"]')) {
    radio.checked = radio.value === chosen();
    radio.addEventListener('change', () => {
      remember('localStorage', 'appearance', radio.value);
      setAppearance(radio.value);
    });
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset['copy'] ?? '');
  const said = button.parentElement?.querySelector<HTMLElement>('[role="status"]') ?? null;
  const isCopied = await navigator.clipboard.writeText(source?.textContent ?? '').then(() => true, () => false);
  if (said !== null) said.textContent = button.dataset[isCopied ? 'copied' : 'notCopied'] ?? '';
}
