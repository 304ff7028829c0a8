/** What the scripts of pages with passkeys share: they ask the device for one and send what it answers. Their words stand in the page. */
import { browserSupportsWebAuthn, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON, startAuthentication, startRegistration } from '@simplewebauthn/browser';

interface Refusal { readonly refusal: string; readonly title: string; readonly text: string; readonly reference: string }
export class Refused extends Error {
  constructor(readonly answer: Refusal) {
    super(answer.refusal);
  }
}

type MaybeForm = HTMLFormElement | null;

/** Shows what works by script alone, in a browser that knows passkeys. */
export function withPasskeys(use: (page: PasskeyPage) => void): void {
  const root = document.querySelector<HTMLElement>('#with-passkey');
  const said = document.querySelector<HTMLElement>('#said');
  if (root === null || said === null || !browserSupportsWebAuthn()) return;
  document.querySelector('#without-script')?.remove();
  root.hidden = false;
  use(new PasskeyPage(root, said));
}

export class PasskeyPage {
  constructor(private readonly root: HTMLElement, private readonly said: HTMLElement) {}

  form(id: string): MaybeForm {
    return this.root.querySelector<HTMLFormElement>(`#${id}`);
  }

  /** One at a time, however often the button is pressed. */
  onSubmit(form: MaybeForm, work: (form: HTMLFormElement) => Promise<void>): void {
    let isBusy = false;
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      if (isBusy) return;
      isBusy = true;
      void work(form).catch((error: unknown) => this.complain(error)).finally(() => { isBusy = false; });
    });
  }

  say(word: string): void {
    this.said.className = '';
    this.said.textContent = this.root.dataset[word] ?? '';
  }

  /** Sends a new passkey to where the form leads, with what was typed there. */
  async sendNew<Answer>(form: HTMLFormElement, optionsJSON: PublicKeyCredentialCreationOptionsJSON): Promise<Answer> {
    this.say('waiting');
    const passkey = await startRegistration({ optionsJSON });
    this.say('checking');
    return send<Answer>(form.action, { ...typedIn(form), passkey });
  }

  /** Sends a passkey that the device has to where the form leads. */
  async sendKnown<Answer>(form: HTMLFormElement): Promise<Answer> {
    const optionsJSON = await begin<PublicKeyCredentialRequestOptionsJSON>(form);
    this.say('waiting');
    const passkey = await startAuthentication({ optionsJSON });
    this.say('checking');
    return send<Answer>(form.action, { passkey });
  }

  /** What the server refused, in its words; anything else came from the device, which tells no page why. */
  private complain(error: unknown): void {
    if (!(error instanceof Refused)) this.say(error instanceof TypeError ? 'unreachable' : 'cancelled');
    else this.said.textContent = `${error.answer.title}. ${error.answer.text} ${this.root.dataset['reference'] ?? ''} ${error.answer.reference}`;
    this.said.className = 'notice err';
  }
}

/** What the server asks of the device, once it knows what was typed. */
export async function begin<Options>(form: HTMLFormElement): Promise<Options> {
  return (await send<{ options: Options }>(form.dataset['begin'] ?? '', typedIn(form))).options;
}

export const typedIn = (form: HTMLFormElement): Record<string, string> => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
export const go = ({ to }: { to: string }): void => location.assign(to);

export async function send<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const heard: unknown = await response.json().catch(() => { throw new TypeError('no answer'); });
  if (!response.ok) throw new Refused(heard as Refusal);
  return heard as Answer;
}
