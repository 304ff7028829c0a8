/** What script adds to the page on which one chooses a university: it looks while one types, and arrows move through what is found. */
const PAUSE_MS = 150;

const form = document.querySelector<HTMLFormElement>('#chooser');
const input = document.querySelector<HTMLInputElement>('#institution');
const list = document.querySelector<HTMLElement>('#choices');
const said = document.querySelector<HTMLElement>('#found');
if (form !== null && input !== null && list !== null && said !== null) followTyping(form, input, list, said);

function followTyping(form: HTMLFormElement, input: HTMLInputElement, list: HTMLElement, said: HTMLElement): void {
  let pause = 0;
  let asked = new AbortController();
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => void look(), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    const only = choices();
    if (only.length !== 1 || said.dataset['for'] !== input.value) return; // the server looks, as without script
    event.preventDefault();
    only[0]?.click();
  });
  for (const place of [input, list]) place.addEventListener('keydown', (event) => move(event));
  if (input.value !== input.defaultValue) void look(); // somebody was quicker than this script

  /** Asks for the page with these words and takes over what it found. */
  async function look(): Promise<void> {
    asked.abort();
    asked = new AbortController();
    const words = input.value;
    const query = new URLSearchParams([...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]));
    const html = await fetch(`${form.action}?${query}`, { signal: asked.signal }).then((answer) => (answer.ok ? answer.text() : null), () => null);
    if (html === null || asked.signal.aborted) return; // the button still works
    const page = new DOMParser().parseFromString(html, 'text/html');
    const left = document.activeElement;
    const href = left !== null && list.contains(left) ? left.getAttribute('href') : null;
    list.replaceChildren(...(page.querySelector('#choices')?.children ?? []));
    if (href !== null) (choices().find((choice) => choice.getAttribute('href') === href) ?? input).focus(); // somebody was quicker than the answer
    said.textContent = page.querySelector('#found')?.textContent ?? '';
    said.dataset['for'] = words;
  }

  function choices(): HTMLElement[] {
    return [...list.querySelectorAll<HTMLElement>('a')];
  }

  function move(event: KeyboardEvent): void {
    const places = [input, ...choices()];
    const at = places.indexOf(document.activeElement as HTMLElement);
    const to = event.key === 'ArrowDown' ? places[at + 1] : event.key === 'ArrowUp' ? places[at - 1] : event.key === 'Escape' && at > 0 ? input : undefined;
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
  }
}
