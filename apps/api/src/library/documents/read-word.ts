/** Reads a Word file as HTML of its text, after every check of ours; what it holds beside its text is counted. */
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { openArchive } from './archive.js';
import { DocumentRefusal } from './document-problem.js';
import type { Tally } from './document-report.js';
import { checkNames, isHeaderOrFooter, isPartOfText, isReadPart, macrosIn } from './word-parts.js';
import { listForms } from './word-numbering.js';
import { headingStyles } from './word-styles.js';
import { surveyed } from './word-survey.js';
import { walkXml } from './xml-walk.js';

/** How a list goes on within an item, up to the depth for which Word has a style. */
const CONTINUED = [1, 2, 3, 4, 5].map((depth) => `p[style-name='List Continue${depth === 1 ? '' : ` ${depth}`}'] => ${'ul|ol > li > '.repeat(depth)}p:fresh`);
const STYLES = ["p[style-name='Title'] => h1.document-title:fresh", "p[style-name='Quote'] => blockquote > p:fresh", "p[style-name='Intense Quote'] => blockquote > p:fresh", ...CONTINUED];
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

interface Paragraph { readonly type: string; readonly styleId: string | null }

export async function readWord(bytes: Buffer, tally: Tally): Promise<string> {
  if (bytes.subarray(0, 4).equals(OLE)) throw new DocumentRefusal(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'LOCKED' : 'OLD_WORD');
  if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) throw new DocumentRefusal('NOT_WHAT_IT_SAYS');
  const archive = await openArchive(bytes, isReadPart);
  checkNames(archive);
  tally.lose('MACRO', macrosIn(archive));
  const texts = new Map([...archive.parts].map(([name, part]) => [name, xmlText(part)]));
  countAround(texts, tally);
  const { value, messages } = await mammoth.convertToHtml({ buffer: await cleaned(texts, tally) }, {
    styleMap: STYLES, includeEmbeddedStyleMap: false, externalFileAccess: false,
    // Pictures are not read: the alternative text is all that is asked of them.
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    transformDocument: withHeadings(headingStyles(texts.get('word/styles.xml') ?? '<styles/>')),
  });
  tally.lose('SYMBOL', messages.filter(({ message }) => message.startsWith('A w:sym element')).length);
  return value;
}

/** The parts that hold the text, each checked and surveyed, in an archive of our own. */
async function cleaned(texts: ReadonlyMap<string, string>, tally: Tally): Promise<Buffer> {
  const zip = new JSZip();
  const forms = listForms(texts.get('word/numbering.xml') ?? '<numbering/>');
  for (const [name, text] of texts) {
    if (!isPartOfText(name)) continue;
    if (/^word\/(document\d*|footnotes|endnotes)\.xml$/i.test(name)) zip.file(name, surveyed(text, tally, forms));
    else { walkXml(text, {}); zip.file(name, text); }
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

function countAround(texts: ReadonlyMap<string, string>, tally: Tally): void {
  for (const [name, text] of texts) {
    if (isHeaderOrFooter(name) && hasWords(text)) tally.lose('HEADER_FOOTER');
    if (/^word\/comments\.xml$/i.test(name)) walkXml(text, { open: (element) => { if (element.name === 'comment') tally.lose('COMMENT'); } });
    if (name.endsWith('.rels')) walkXml(text, { open: ({ attributes }) => { if (attributes['TargetMode'] === 'External' && !/\/hyperlink$/.test(attributes['Type'] ?? '')) tally.lose('EXTERNAL_CONTENT'); } });
  }
}

function hasWords(xml: string): boolean {
  let found = false;
  walkXml(xml, { text: (words, above) => { if (above.at(-1)?.name === 't' && words.trim() !== '') found = true; } });
  return found;
}

function xmlText(part: Buffer): string {
  const [first, second] = part;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(part);
}

/** Paragraphs in a style that is a heading become headings of its level. */
function withHeadings(levels: ReadonlyMap<string, number>): (element: unknown) => unknown {
  const change = (element: Paragraph): Paragraph => {
    const level = levels.get(element.styleId ?? '');
    return level === undefined ? element : { ...element, styleId: `Heading${Math.min(level, 6)}`, styleName: `Heading ${Math.min(level, 6)}`, numbering: null } as Paragraph;
  };
  return (mammoth as unknown as { transforms: { paragraph(change: (element: Paragraph) => Paragraph): (element: unknown) => unknown } }).transforms.paragraph(change);
}
