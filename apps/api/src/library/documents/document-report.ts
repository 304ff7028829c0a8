/** What was kept of a document and what was not, counted, so that nothing is lost silently. */
import type { Told } from '../interchange/foreign-content.js';

export const DOCUMENT_FORMATS = ['WORD', 'HTML', 'MARKDOWN', 'RECORD', 'CSV'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export const KEPT_PARTS = {
  HEADING: 'Headings.', PARAGRAPH: 'Paragraphs.', LIST: 'Lists.', TABLE: 'Tables.', LINK: 'Links.', STEP: 'Steps.', QUOTATION: 'Quotations.', CODE: 'Blocks of code.',
  FOOTNOTE: 'Footnotes and endnotes, under a heading of their own at the end.',
  TEXT_BOX: 'Text boxes, as paragraphs where they are anchored.',
  TRACKED_INSERTION: 'Insertions that were tracked, as if they were accepted.',
  CHECKBOX: 'Tick boxes, as a sign in the text.',
} as const;
export type KeptPart = keyof typeof KEPT_PARTS;

/** Each with what became of it. */
export const LOST_PARTS = {
  MACRO: 'Macros are programs, and were left out.',
  TRACKED_DELETION: 'Deletions that were tracked were left out, as if they were accepted.',
  COMMENT: 'Comments were left out: they are for those who wrote the document.',
  IMAGE: 'Pictures were left out; their alternative text stands in their place.',
  NESTED_TABLE: 'Tables within tables became words in their cell.',
  MERGED_CELL: 'Merged cells were taken apart: the first has the words, the others are empty.',
  CELL_PARAGRAPH: 'Paragraphs and lists within a cell stand in one line.',
  HEADING_LEVEL: 'Headings of a lower level than three became headings of the lowest.',
  HEADER_FOOTER: 'Headers and footers of the page were left out.',
  HIDDEN_TEXT: 'Hidden text was left out.',
  EMBEDDED_OBJECT: 'Embedded objects, charts and drawings were left out.',
  EQUATION: 'Equations were left out.',
  INSERTED_DOCUMENT: 'A document within the document was left out.',
  EXTERNAL_CONTENT: 'What the file would have fetched from elsewhere was not fetched.',
  SYMBOL: 'Signs of a symbol font that have no character were left out.',
  SOFT_HYPHEN: 'Soft hyphens were taken out; the words are whole.',
  LIST_JOINED: 'Lists that followed each other directly became one list; where they were numbered, the numbers go on.',
  UNSAFE_LINK: 'Links to addresses that are not allowed lost the address and kept their words.',
  SCRIPT: 'Scripts were left out.',
  FORM_CONTROL: 'Fields and buttons of forms were left out.',
  PAGE_FURNITURE: 'Navigation, header and footer of the web page were left out.',
  MARKUP: 'Markup that has no place here.',
  NUMBER_ROW: 'Numbers are not taken from a file; record them beside the draft.',
  LINK_TO_WORK: 'Links to other work of the commons were left out; choose them in the editor.',
} as const;
export type LostPart = keyof typeof LOST_PARTS;

export interface KeptCount { readonly part: KeptPart; readonly count: number }
export interface LostCount { readonly part: LostPart; readonly count: number; readonly detail: string }

export interface DocumentReport {
  readonly fileName: string;
  readonly format: DocumentFormat;
  readonly kept: readonly KeptCount[];
  readonly lost: readonly LostCount[];
  readonly filled: readonly Told[];
  /** What has no field of its own and stays as text or as further material. */
  readonly elsewhere: readonly Told[];
  readonly notes: readonly string[];
}

/** Counts while a document is read. */
export class Tally {
  private readonly keptCounts = new Map<KeptPart, number>();
  private readonly lostCounts = new Map<LostPart, number>();
  private readonly sentences = new Map<string, number>();

  keep(part: KeptPart, count = 1): void {
    if (count > 0) this.keptCounts.set(part, (this.keptCounts.get(part) ?? 0) + count);
  }

  lose(part: LostPart, count = 1): void {
    if (count > 0) this.lostCounts.set(part, (this.lostCounts.get(part) ?? 0) + count);
  }

  /** A loss that a reader of Markdown tells in a sentence, with how often in brackets where it is more than once. */
  loseAsTold(sentence: string): void {
    const [, words = sentence, times = '1'] = /^(.*?)(?: \((\d+) times\))?\.$/s.exec(sentence) ?? [];
    this.sentences.set(`${words}.`, (this.sentences.get(`${words}.`) ?? 0) + Number(times));
  }

  get kept(): KeptCount[] {
    return [...this.keptCounts].map(([part, count]) => ({ part, count }));
  }

  get lost(): LostCount[] {
    return [
      ...[...this.lostCounts].map(([part, count]) => ({ part, count, detail: LOST_PARTS[part] as string })),
      ...[...this.sentences].map(([detail, count]) => ({ part: 'MARKUP' as const, count, detail })),
    ];
  }
}
