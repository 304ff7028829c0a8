/** Where the editable source of a template is: what has to hold before others are sent there. */
import type { Content } from './content.js';
import { textIn } from './parts.js';
import type { ContentProblem } from './validate.js';

/** Only https, no name or password in it, and nothing that is not seen. */
const WEB_ADDRESS = /^https:\/\/[^\s/?#@\\]+(?:[/?#][^\s\p{Cc}]*)?$/iu;

/** Whether people may be sent there. */
export function isWebAddress(text: string): boolean {
  return WEB_ADDRESS.test(text);
}

/** What keeps a template from review. Typing is never interrupted: half an address is kept like any other text. */
export function editableSourceProblems(content: Content, fileNames: ReadonlySet<string>): readonly ContentProblem[] {
  const source = content['editableSource'] as Content | null | undefined;
  const [link, file] = [textIn(source?.['link']), textIn(source?.['file'])];
  return [
    ...(link === null || link === '' || isWebAddress(link) ? [] : [{ path: 'editableSource.link', message: 'Write the whole address, beginning with https://, without spaces and without a password.' }]),
    ...(file === null || file === '' || fileNames.has(file) ? [] : [{ path: 'editableSource.file', message: `No file of this resource is called “${file}”. Attach it, or choose another.` }]),
  ];
}
