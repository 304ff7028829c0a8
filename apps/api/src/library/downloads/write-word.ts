/** A piece as a Word file: real headings, lists, tables with a row of headings, and links. */
import { BorderStyle, Document, ExternalHyperlink, HeadingLevel, type ILevelsOptions, LevelFormat, Packer, Paragraph, type ParagraphChild, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { type Block, fileTitle, type Piece, type Run } from './piece.js';

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const;
const QUOTE = { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true }, paragraph: { indent: { left: 500 } } };
const DEEPEST_LIST = 8;
const INDENT = 500;
const levels = (format: (level: number) => { format: ILevelsOptions['format']; text: string }, start: number): ILevelsOptions[] =>
  Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({ level, start: level === 0 ? start : 1, ...format(level), style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT / 2 } } } }));

/** Where a block stands: how deep in lists, and in which of them. */
interface Place { readonly depth: number; readonly list: string | null; readonly isQuoted: boolean }

export async function wordOf(pieces: readonly Piece[]): Promise<Buffer> {
  const writer = new WordWriter();
  const children = pieces.flatMap((piece, index) => [new Paragraph({ text: sound(piece.title), heading: HeadingLevel.TITLE, pageBreakBefore: index > 0 }), ...writer.blocks(piece.blocks, { depth: 0, list: null, isQuoted: false })]);
  const [first] = pieces;
  const file = new Document({
    title: sound(fileTitle(pieces)), creator: sound([...new Set(pieces.map(({ source }) => source))].join(', ')), lastModifiedBy: 'Passalong', subject: sound(first?.summary ?? ''), description: sound(pieces.map(({ url }) => url).join(' ')), keywords: sound(first?.licence ?? ''),
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: first?.language ?? 'en-GB' } }, paragraph: { spacing: { after: 120 } } } }, paragraphStyles: [...CONTINUED, QUOTE] },
    numbering: { config: writer.numberings }, sections: [{ children }],
  });
  return Packer.toBuffer(file);
}

class WordWriter {
  readonly numberings: { reference: string; levels: ILevelsOptions[] }[] = [{ reference: 'bullets', levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' }), 1) }];

  blocks(blocks: readonly Block[], place: Place): (Paragraph | Table)[] {
    return blocks.flatMap((block) => this.block(block, place));
  }

  private block(block: Block, place: Place): (Paragraph | Table)[] {
    switch (block.type) {
      case 'HEADING': return [new Paragraph({ children: inline(block.runs), heading: LEVELS[Math.min(block.level, 6) - 1] ?? HeadingLevel.HEADING_6 })];
      case 'PARAGRAPH': return [new Paragraph({ children: inline(block.runs), ...standing(place) })];
      case 'LIST': return this.list(block, place);
      case 'TABLE': return [table(block), new Paragraph({})];
      case 'QUOTATION': return this.blocks(block.blocks, { ...place, isQuoted: true });
      case 'CODE': return [new Paragraph({ ...standing(place), children: block.text.split('\n').map((line, index) => new TextRun({ text: sound(line), font: 'Courier New', ...(index === 0 ? {} : { break: 1 }) })) })];
      case 'RULE': return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'auto', space: 1 } } })];
    }
  }

  /** The first block of an item carries its number or bullet; the others stand below it, indented alike. */
  private list({ isOrdered, start, items }: Extract<Block, { type: 'LIST' }>, { depth, list }: Place): (Paragraph | Table)[] {
    const reference = isOrdered ? `list-${this.numberings.length}` : 'bullets';
    if (isOrdered) this.numberings.push({ reference, levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` }), start) });
    const level = Math.min(list === null ? 0 : depth, DEEPEST_LIST);
    return items.flatMap(([first, ...rest]) => {
      const runs = first !== undefined && 'runs' in first ? first.runs : [];
      const others = first === undefined || 'runs' in first ? rest : [first, ...rest];
      return [new Paragraph({ children: inline(runs), numbering: { reference, level } }), ...this.blocks(others, { depth: level + 1, list: reference, isQuoted: false })];
    });
  }
}

/** The styles in which Word itself goes on within an item of a list, so that a reader of the file knows that the list does too. */
const CONTINUED = [1, 2, 3, 4, 5].map((depth) => ({ id: depth === 1 ? 'ListContinue' : `ListContinue${depth}`, name: depth === 1 ? 'List Continue' : `List Continue ${depth}`, basedOn: 'Normal', paragraph: { indent: { left: INDENT * depth } } }));

function standing({ depth, isQuoted }: Place): { style?: string } {
  if (isQuoted) return { style: 'Quote' };
  return depth === 0 ? {} : { style: CONTINUED[Math.min(depth, CONTINUED.length) - 1]?.id ?? 'ListContinue' };
}

function table({ header, rows }: Extract<Block, { type: 'TABLE' }>): Table {
  const cells = (row: readonly (readonly Run[])[], isHeader: boolean): TableCell[] => row.map((runs) => new TableCell({ children: [new Paragraph({ children: inline(isHeader ? runs.map((run) => (run === 'BREAK' ? run : { ...run, isStrong: true })) : runs) })] }));
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [new TableRow({ tableHeader: true, children: cells(header, true) }), ...rows.map((row) => new TableRow({ children: cells(row, false) }))] });
}

function inline(runs: readonly Run[]): ParagraphChild[] {
  return runs.map((run) => {
    if (run === 'BREAK') return new TextRun({ break: 1 });
    const { text, isStrong, isEmphasised, isStruck, isCode, href } = run;
    const written = new TextRun({ text: sound(text), bold: isStrong, italics: isEmphasised, strike: isStruck, ...(isCode === true ? { font: 'Courier New' } : {}), ...(href === undefined ? {} : { style: 'Hyperlink' }) });
    return href === undefined ? written : new ExternalHyperlink({ children: [written], link: href });
  });
}

/** XML has no place for most control characters. */
const sound = (text: string): string => text.replaceAll(/[^\P{Cc}\t]|\p{Surrogate}|[\ufffe\uffff]/gu, ' ');
