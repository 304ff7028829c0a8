/**
 * What a part of an office file says of itself: where its relationships and links lead, and what type each part has. A link that a person follows may
 * lead to the web or into the file, everything else into the file alone.
 */
import { walkXml, type XmlElement } from '../../documents/xml-walk.js';

const FETCHES = 'It fetches something from elsewhere when it is opened.';
const MACROS = 'It holds macros.';
const RUNS = 'It holds something that can run.';
const ANOTHER_FILE = 'It holds another file.';
const ELSEWHERE = 'A link in it leads to something other than a web page or an email address.';
const UNREADABLE = 'A part of it is damaged or protected, so nobody can see what it holds.';

type Look = (element: XmlElement) => string | null;

const LOOKS: readonly (readonly [RegExp, Look])[] = [
  [/\.rels$/i, relationshipProblem],
  [/^\[content_types\]\.xml$/i, typeProblem],
  [/(?:^|\/)(?:content|styles|meta)\.xml$/i, openDocumentProblem],
];
const RELATED: readonly (readonly [RegExp, string])[] = [
  [/\/(?:vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet)$/i, MACROS],
  [/\/(?:control|activeXControlBinary)$/i, RUNS],
  [/\/(?:oleObject|aFChunk)$/i, ANOTHER_FILE],
];
/** What acts in an OpenDocument file, by the name of its element. */
const ACTING: readonly (readonly [RegExp, string])[] = [
  [/^script$/, MACROS],
  [/^applet$/, RUNS],
  [/^object-ole$/, ANOTHER_FILE],
  [/^dde-/, FETCHES],
];
/** Elements of OpenDocument that a person follows. */
const FOLLOWED = /^(?:a|area-rectangle|area-circle|area-polygon|event-listener)$/;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const WEB = /^(?:https?|mailto|tel)$/i;
/** Another machine, as addresses and Windows write it. */
const HOST = /^[\\/]{2}/;
const PROGRAM = /\.(?:exe|dll|vbs|hta|lnk|bat|cmd|ps1|scr|jar)$/i;

/** Whether something in a part of this name has to be read. */
export const isRead = (name: string): boolean => LOOKS.some(([pattern]) => pattern.test(name));

/** Null where the part may be kept. */
export function partProblem(name: string, bytes: Buffer): string | null {
  const looks = LOOKS.filter(([pattern]) => pattern.test(name));
  let problem: string | null = null;
  try {
    walkXml(decodedXml(bytes), { open: (element) => { for (const [, look] of looks) problem ??= look(element); } });
  } catch {
    return UNREADABLE;
  }
  return problem;
}

/** As programs read XML: by its mark, else as UTF-8. One that declares another encoding would be read in two ways. */
function decodedXml(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  const xml = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([^"']*)/i.exec(xml)?.[1]?.toLowerCase() ?? encoding;
  const fits = encoding === 'utf-8' ? ['utf-8', 'us-ascii', 'ascii'] : ['utf-16', encoding];
  if (!fits.includes(declared)) throw new Error('another encoding than it has');
  return xml;
}

function relationshipProblem({ written }: XmlElement): string | null {
  const [type, target, mode] = [only(written, 'type'), only(written, 'target'), only(written, 'targetmode') ?? 'Internal'];
  if (/^external$/i.test(mode)) return /\/hyperlink$/i.test(type ?? '') ? followedProblem(target ?? '') : FETCHES;
  if (!/^internal$/i.test(mode)) throw new Error('a mode that there is not');
  const related = RELATED.find(([pattern]) => pattern.test(type ?? ''));
  if (related !== undefined) return related[1];
  if (/\/package$/i.test(type ?? '') && !/(?:^|\/)embeddings\/[^/]+$/i.test(target ?? '')) return ANOTHER_FILE;
  return target !== null && (SCHEME.test(target) || HOST.test(target)) ? FETCHES : null;
}

function typeProblem({ written }: XmlElement): string | null {
  return /macro|vba/i.test(only(written, 'contenttype') ?? '') ? MACROS : null;
}

function openDocumentProblem({ name, written }: XmlElement): string | null {
  const acting = ACTING.find(([pattern]) => pattern.test(name));
  if (acting !== undefined) return acting[1];
  if (name === 'event-listener' && (all(written, 'language').length > 0 || all(written, 'macro-name').length > 0 || /^(?:execute|verb)$/i.test(only(written, 'action') ?? ''))) return MACROS;
  const problem = FOLLOWED.test(name) ? followedProblem : name === 'template' ? templateProblem : innerProblem;
  return all(written, 'href').map(problem).find((found) => found !== null) ?? null;
}

function followedProblem(address: string): string | null {
  const scheme = SCHEME.exec(address)?.[1];
  if (scheme !== undefined) return WEB.test(scheme) ? null : ELSEWHERE;
  return HOST.test(address) || PROGRAM.test(address) ? ELSEWHERE : null;
}

/** A text remembers the template that it began from; looking for it on this machine asks nobody else. */
function templateProblem(address: string): string | null {
  if (/^file:\/\/\/[^\\/]/i.test(address)) return null;
  return SCHEME.test(address) || HOST.test(address) ? FETCHES : null;
}

/** `..` alone is what the table of a chart says of the text around it. */
function innerProblem(address: string): string | null {
  if (address.startsWith('#') || address === '..') return null;
  const path = decodeURIComponent(address);
  return SCHEME.test(path) || /^[\\/]/.test(path) || /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path) ? FETCHES : null;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** Without the blanks and control letters that programs pass over in addresses. */
function all(written: XmlElement['written'], name: string): readonly string[] {
  // eslint-disable-next-line no-control-regex -- they are what hides
  return Object.entries(written).filter(([key]) => localName(key) === name).map(([, value]) => value.replaceAll(/[\0-\x20]/g, ''));
}

function only(written: XmlElement['written'], name: string): string | null {
  const [first, second] = all(written, name);
  if (second !== undefined) throw new Error('said twice');
  return first ?? null;
}
