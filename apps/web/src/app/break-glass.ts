/** The script of the pages of break-glass administrators: it asks the device for a passkey and sends what it answers. Their words stand in the page. */
import { type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON, startAuthentication, startRegistration, browserSupportsWebAuthn } from '@simplewebauthn/browser';

interface Refusal { readonly refusal: string; readonly title: string; readonly text: string; readonly reference: string }
class Refused extends Error {
  constructor(readonly answer: Refusal) {
    super(answer.refusal);
  }
}

const root = document.querySelector<HTMLElement>('#break-glass');
const said = document.querySelector<HTMLElement>('#said');
if (root !== null && said !== null && browserSupportsWebAuthn()) start(root, said);

function start(root: HTMLElement, said: HTMLElement): void {
  document.querySelector('#without-script')?.remove();
  root.hidden = false;
  const [enrol, passkey, code] = ['enrol', 'passkey', 'code'].map((id) => root.querySelector<HTMLFormElement>(`#${id}`));
  let ticket = '';

  onSubmit(enrol, async (form) => {
    const optionsJSON = JSON.parse(form.dataset['options'] ?? '{}') as PublicKeyCredentialCreationOptionsJSON;
    say('waiting');
    const made = await startRegistration({ optionsJSON });
    say('checking');
    go(await send<{ to: string }>(form.action, { passkey: made, code: codeIn(form) }));
  });

  onSubmit(passkey, async (form) => {
    const { options } = await send<{ options: PublicKeyCredentialRequestOptionsJSON }>(form.dataset['begin'] ?? '', {});
    say('waiting');
    const shown = await startAuthentication({ optionsJSON: options });
    say('checking');
    ({ ticket } = await send<{ ticket: string }>(form.action, { passkey: shown }));
    say('typecode');
    turnTo(code, passkey);
  });

  onSubmit(code, async (form) => {
    say('checking');
    try {
      go(await send<{ to: string }>(form.action, { ticket, code: codeIn(form) }));
    } catch (error) {
      form.reset();
      if (error instanceof Refused && error.answer.refusal !== 'BAD_CODE') turnTo(passkey, code); // the ticket is gone
      else form.querySelector<HTMLElement>('input')?.focus();
      throw error;
    }
  });

  /** One at a time, however often the button is pressed. */
  function onSubmit(form: HTMLFormElement | null | undefined, work: (form: HTMLFormElement) => Promise<void>): void {
    let isBusy = false;
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      if (isBusy) return;
      isBusy = true;
      void work(form).catch(complain).finally(() => { isBusy = false; });
    });
  }

  function say(word: string): void {
    said.className = '';
    said.textContent = root.dataset[word] ?? '';
  }

  /** What the server refused, in its words; anything else came from the device, which tells no page why. */
  function complain(error: unknown): void {
    if (!(error instanceof Refused)) say(error instanceof TypeError ? 'unreachable' : 'cancelled');
    else said.textContent = `${error.answer.title}. ${error.answer.text} ${root.dataset['reference'] ?? ''} ${error.answer.reference}`;
    said.className = 'notice err';
  }
}

/** Shows one form in place of the other, and puts the keyboard there. */
function turnTo(shown: HTMLFormElement | null | undefined, instead: HTMLFormElement | null | undefined): void {
  instead?.toggleAttribute('hidden', true);
  shown?.toggleAttribute('hidden', false);
  shown?.querySelector<HTMLElement>('input, button')?.focus();
}

const codeIn = (form: HTMLFormElement): string => form.querySelector<HTMLInputElement>('input[name=code]')?.value ?? '';
const go = ({ to }: { to: string }): void => location.assign(to);

async function send<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const heard: unknown = await response.json().catch(() => { throw new TypeError('no answer'); });
  if (!response.ok) throw new Refused(heard as Refusal);
  return heard as Answer;
}
