/** Does what the buttons of a reading page say, and tells how it went. Loaded when somebody presses one. */
import { graphql } from '../graphql/generated';
import { ask, RequestFailure } from '../graphql/client';
import { recall, remember } from './remembered';
import { signInHref } from './sign-in-link';

const ADAPT = graphql(`mutation Adapt($id: ID!) { done: adaptResource(input: { id: $id }) { resource { id } errors { message } } }`);
const ARCHIVE = graphql(`mutation Archive($id: ID!) { done: archiveResource(input: { id: $id }) { resource { id } errors { message } } }`);
const RESTORE = graphql(`mutation Restore($id: ID!) { done: restoreResource(input: { id: $id }) { resource { id } errors { message } } }`);

const TAKE_UP = graphql(`mutation TakeUp($id: ID!, $number: Int!) { done: restoreVersion(input: { id: $id, number: $number }) { resource { id } errors { message } } }`);

const WHO_AM_I = graphql(`query WhoAmI { viewer { person { id } } }`);
const TAKE_OVER = graphql(`mutation TakeOver($id: ID!, $personIds: [ID!]!) { done: setContributors(input: { id: $id, personIds: $personIds }) { resource { id } errors { message } } }`);

type Act = 'adapt' | 'takeUp' | 'takeOver' | 'archive' | 'restore';

/** What an act is about: the resource, and the number of the version that is read where it is an earlier one. */
interface About { readonly id: string; readonly number: number }

const ACTS = {
  adapt: { run: ({ id }: About) => ask(ADAPT, { id }), during: 'adapting', leadsToEditor: true },
  takeUp: { run: (about: About) => ask(TAKE_UP, about), during: 'takingUp', leadsToEditor: true },
  takeOver: { run: async ({ id }: About) => ask(TAKE_OVER, { id, personIds: [(await ask(WHO_AM_I, {})).viewer.person?.id ?? ''] }), during: 'takingOver', leadsToEditor: true },
  archive: { run: ({ id }: About) => ask(ARCHIVE, { id }), during: 'archiving', leadsToEditor: false },
  restore: { run: ({ id }: About) => ask(RESTORE, { id }), during: 'restoring', leadsToEditor: false },
} as const;

/** What is told once the page has been loaded again, and what takes it back. */
const AFTERWARDS: Readonly<Record<string, { readonly says: string; readonly undo?: Act }>> = {
  archive: { says: 'archived', undo: 'restore' },
  restore: { says: 'restored' },
};

export async function act(group: HTMLElement, what: string | undefined): Promise<void> {
  if (!isAct(what)) return;
  const { run, during, leadsToEditor } = ACTS[what];
  const buttons = [...group.querySelectorAll('button')];
  for (const button of buttons) button.disabled = true;
  tell(group, wordsOf(group, during));
  try {
    const { done } = await run({ id: group.dataset['acts'] ?? '', number: Number(group.dataset['number']) });
    if (done.resource === null) return stay(done.errors[0]?.message ?? wordsOf(group, 'failed'));
    if (leadsToEditor) return location.assign(`/edit/${done.resource.id}`);
    remember('sessionStorage', 'done', what);
    location.reload();
  } catch (error) {
    const code = error instanceof RequestFailure ? error.code : 'INTERNAL';
    if (code === 'UNAUTHENTICATED') return location.assign(signInHref(location.pathname));
    stay(wordsOf(group, code === 'OFFLINE' ? 'offline' : 'failed'));
  }

  function stay(words: string): void {
    for (const button of buttons) button.disabled = false;
    tell(group, words);
  }
}

/** After the page has been loaded again: what was done, and the way back. */
export function tellWhatWasDone(group: HTMLElement): void {
  const { says, undo } = AFTERWARDS[recall('sessionStorage', 'done') ?? ''] ?? {};
  remember('sessionStorage', 'done', null);
  if (says === undefined) return;
  const status = tell(group, wordsOf(group, says));
  if (undo !== undefined) status?.append(' ', undoButton(group, undo));
  status?.focus();
}

function undoButton(group: HTMLElement, what: Act): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn s';
  button.textContent = wordsOf(group, 'undo');
  button.addEventListener('click', () => void act(group, what));
  return button;
}

function tell(group: HTMLElement, words: string): HTMLElement | null {
  const status = group.querySelector<HTMLElement>('[role="status"]');
  if (status !== null) status.textContent = words;
  return status;
}

function wordsOf(group: HTMLElement, name: string): string {
  const said = JSON.parse(group.dataset['said'] ?? '{}') as Readonly<Record<string, string>>;
  return said[name] ?? '';
}

function isAct(what: string | undefined): what is Act {
  return what !== undefined && what in ACTS;
}
