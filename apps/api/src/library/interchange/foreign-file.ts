/** Reads a Markdown file that was written elsewhere: some front matter or none, and text of any kind. */
import { fromForeignMarkdown, type ProseNode, toPlain } from '@passalong/prose';
import { withoutSiteMarks } from './foreign-marks.js';
import { foreignFrontMatter, type FrontMatter, Refusal, splitFrontMatter } from './front-matter.js';
import { MOST_BYTES } from './record-file.js';
import { documentOf, splitAtHeadings } from './sections.js';

export interface ForeignSection { readonly heading: string; readonly headed: ProseNode; readonly nodes: readonly ProseNode[] }

export interface ForeignFile {
  readonly frontMatter: FrontMatter;
  /** A heading of level 1 before anything else. */
  readonly heading: string | null;
  readonly lead: readonly ProseNode[];
  readonly sections: readonly ForeignSection[];
  /** One sentence for each kind of thing that did not survive. */
  readonly dropped: readonly string[];
  readonly notes: readonly string[];
}

export type ForeignReading = { ok: true; file: ForeignFile } | { ok: false; problem: string };

/** Whether the front matter claims to be a record: such a file is read strictly. */
export function isRecordText(text: string): boolean {
  const { yaml } = splitFrontMatter(text);
  return yaml !== null && /^["']?id["']?[ \t]*:/m.test(yaml) && /^["']?kind["']?[ \t]*:/m.test(yaml);
}

/** One file, or a sentence that says why it is refused. Never throws. */
export function readForeignFile(text: string): ForeignReading {
  try {
    return { ok: true, file: foreignFileOf(text) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.message };
    if (error instanceof RangeError) return { ok: false, problem: 'The file is nested too deeply.' };
    throw error;
  }
}

function foreignFileOf(text: string): ForeignFile {
  if (Buffer.byteLength(text, 'utf8') > MOST_BYTES) throw new Refusal('More than 2 MB of text.');
  const { yaml, rest } = splitFrontMatter(text);
  if (yaml === null && /^---[ \t]*\n[\w-]+:/.test(rest)) throw new Refusal('The front matter is not closed by a line of three hyphens.');
  const { values, notes } = yaml === null ? { values: {}, notes: [] } : foreignFrontMatter(yaml);
  const title = /^\s*#[ \t]+([^\n]*)(?:\n|$)/.exec(rest);
  const unmarked = withoutSiteMarks(title === null ? rest : rest.slice(title[0].length));
  const { document, dropped } = fromForeignMarkdown(unmarked.text);
  const [lead = [], ...parts] = splitAtHeadings(document.content);
  return {
    frontMatter: values, notes, lead, dropped: [...unmarked.dropped, ...dropped],
    heading: title === null ? null : plainWords(title[1] ?? '').words,
    sections: parts.flatMap(([headed, ...nodes]) => (headed === undefined ? [] : [{ heading: toPlain(documentOf([headed])).trim(), headed, nodes }])),
  };
}

/** One line of plain text from what may be Markdown or HTML. */
export function plainWords(text: string): { words: string; dropped: readonly string[] } {
  const { document, dropped } = fromForeignMarkdown(withoutSiteMarks(text).text);
  return { words: toPlain(document).replaceAll(/\s+/g, ' ').trim(), dropped };
}
