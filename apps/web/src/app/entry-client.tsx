/** What script adds to pages that are whole without it: a remembered appearance, folds that open on wide screens, copying, printing; and the screens that are nothing without it. */
import '../ui/site.css';
import { SCREEN_HOST } from '../screens/screen';

const REMEMBERED = 'passalong:appearance';
const WIDE = '(min-width: 1000px)';

const ROOT = document.documentElement;
ROOT.classList.add('scripted');
setAppearance(recalled());

onceRead(() => {
  followAppearance();
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-wide]')) fold.open = matchMedia(WIDE).matches;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) button.addEventListener('click', () => void copy(button));
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) button.addEventListener('click', () => window.print());
  const host = document.getElementById(SCREEN_HOST);
  if (host !== null) void import('./mount-screen').then(({ mountScreen }) => mountScreen(host));
});

function onceRead(run: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run);
  else run();
}

function setAppearance(choice: string): void {
  ROOT.dataset['look'] = choice;
}

function followAppearance(): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name="look"]')) {
    radio.checked = radio.value === recalled();
    radio.addEventListener('change', () => {
      remember(radio.value);
      setAppearance(radio.value);
    });
  }
}

/** Storage may be switched off; then the choice lasts for the page. */
function recalled(): string {
  try {
    return localStorage.getItem(REMEMBERED) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function remember(choice: string): void {
  try {
    localStorage.setItem(REMEMBERED, choice);
  } catch {
    // Nothing to do: the page itself has the choice.
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset['copy'] ?? '');
  const said = button.parentElement?.querySelector<HTMLElement>('[role="status"]') ?? null;
  const isCopied = await navigator.clipboard.writeText(source?.textContent ?? '').then(() => true, () => false);
  if (said !== null) said.textContent = isCopied ? 'Copied' : 'Could not copy: select the words instead';
}
