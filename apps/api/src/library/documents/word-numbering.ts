/** Which lists of a Word file are numbered, and which have bullets. */
import { walkXml } from './xml-walk.js';

/** By list id, the form of its highest level, such as `bullet` or `decimal`. */
export function listForms(xml: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const abstract = new Map<string, string>();
  let list = '';
  walkXml(xml, { open: ({ name, attributes }, above) => {
    if (name === 'abstractNum') list = attributes['abstractNumId'] ?? '';
    if (name === 'numFmt' && above.at(-1)?.name === 'lvl' && above.at(-1)?.attributes['ilvl'] === '0' && above.at(-2)?.name === 'abstractNum') abstract.set(list, attributes['val'] ?? '');
    if (name === 'num') list = attributes['numId'] ?? '';
    if (name === 'abstractNumId') forms.set(list, abstract.get(attributes['val'] ?? '') ?? '');
  } });
  return forms;
}
