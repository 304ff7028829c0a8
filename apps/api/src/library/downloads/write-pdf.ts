/** A piece as a tagged PDF: headings, lists, tables and links can be heard, its language and title are stated, and its font is in it. */
import PDFDocument from 'pdfkit';
import { createRequire } from 'node:module';
import { type Block, fileTitle, type Piece, type Run, type TextRun } from './piece.js';

type Pdf = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

const FONTS = { regular: '400Regular', strong: '700Bold', emphasised: '400Regular_Italic', both: '700Bold_Italic' } as const;
const SIZES = [22, 17, 14, 12, 11, 11] as const;
const TEXT = 10.5;
const INDENT = 18;
const MARGIN = 56;
const GAP = 6;
/** A heading or a number of a list is not left alone at the foot of a page. */
const ROOM = 54;
/** A row of a table stays on one page; one with a longer cell is read as a list. */
const LONGEST_CELL = 1500;
const MOST_COLUMNS = 8;
const INK = '#17211c';
const LINK = '#0b5d3b';

const require = createRequire(import.meta.url);
const fontFile = (name: string): string => require.resolve(`@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`);

export async function pdfOf(pieces: readonly Piece[]): Promise<Buffer> {
  const [first] = pieces;
  const pdf = new PDFDocument({
    size: 'A4', margin: MARGIN, pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, displayTitle: true, bufferPages: true, lang: first?.language ?? 'en-GB', font: fontFile(FONTS.regular),
    info: { Title: fileTitle(pieces), Author: [...new Set(pieces.map(({ source }) => source))].join(', '), Subject: first?.summary ?? '', Keywords: first?.licence ?? '', Creator: 'Passalong', CreationDate: new Date(first?.publishedAt ?? 0) },
  } as unknown as PDFKit.PDFDocumentOptions); // the types do not know this subset yet
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))));
  new PdfWriter(pdf).write(pieces);
  pdf.end();
  return ended;
}

class PdfWriter {
  private readonly glyphs: { hasGlyphForCodePoint(code: number): boolean };
  private left = MARGIN;

  constructor(private readonly pdf: Pdf) {
    for (const [name, file] of Object.entries(FONTS)) pdf.registerFont(name, fontFile(file));
    this.glyphs = (pdf.font('regular') as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font.font;
  }

  write(pieces: readonly Piece[]): void {
    const { pdf } = this;
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    pieces.forEach((piece, index) => {
      if (index > 0) pdf.addPage();
      const article = pdf.struct('Art', { lang: piece.language });
      root.add(article);
      this.blocks(article, [{ type: 'HEADING', level: 1, runs: [{ text: piece.title }] }, ...piece.blocks]);
      article.end();
    });
    root.end();
    this.pageNumbers();
  }

  private blocks(parent: Structure, blocks: readonly Block[]): void {
    for (const block of blocks) this.block(parent, block);
  }

  private block(parent: Structure, block: Block): void {
    switch (block.type) {
      case 'HEADING': return this.heading(parent, block.level, block.runs);
      case 'PARAGRAPH': return this.paragraph(parent, 'P', block.runs);
      case 'LIST': return this.list(parent, block);
      case 'TABLE': return this.table(parent, block);
      case 'QUOTATION': return this.within(parent, 'BlockQuote', (quote) => this.indented(INDENT, () => this.blocks(quote, block.blocks)));
      case 'CODE': return this.paragraph(parent, 'Code', block.text.split('\n').flatMap((line, index): Run[] => (index === 0 ? [{ text: line }] : ['BREAK', { text: line }])));
      case 'RULE': return this.rule();
    }
  }

  private within(parent: Structure, type: string, work: (element: Structure) => void): void {
    const element = this.pdf.struct(type);
    parent.add(element);
    work(element);
    element.end();
  }

  private heading(parent: Structure, level: number, runs: readonly Run[]): void {
    const size = SIZES[level - 1] ?? TEXT;
    this.makeRoom(2 * ROOM + size);
    this.pdf.y += level === 1 ? 0 : GAP;
    this.paragraph(parent, `H${level}`, runs.map((run) => (run === 'BREAK' ? run : { ...run, isStrong: true })), size);
  }

  private paragraph(parent: Structure, type: string, runs: readonly Run[], size = TEXT): void {
    const lines = runs.map((run): TextRun => (run === 'BREAK' ? { text: '\n' } : { ...run, text: this.shown(run.text) })).filter(({ text }) => text !== '');
    if (lines.length === 0) return;
    this.pdf.x = this.left;
    const parts = lines.map((run, index) => this.part(run, size, index < lines.length - 1));
    const element = this.pdf.struct(type, {}, parts);
    parent.add(element);
    element.end();
    this.pdf.y += GAP;
  }

  /** A piece of a line; the next one goes on where it ends. */
  private part(run: TextRun, size: number, isContinued: boolean): (() => void) | Structure {
    const { pdf } = this;
    const draw = (): void => {
      pdf.font(fontOf(run)).fontSize(size).fillColor(run.href === undefined ? INK : LINK);
      pdf.text(run.text, { continued: isContinued, width: pdf.page.width - MARGIN - this.left, lineGap: 2, strike: run.isStruck === true, underline: run.href !== undefined, link: run.href ?? null });
    };
    return run.href === undefined ? draw : pdf.struct('Link', {}, [draw]);
  }

  private list(parent: Structure, { isOrdered, start, items }: Extract<Block, { type: 'LIST' }>): void {
    this.within(parent, 'L', (list) => items.forEach((item, index) => this.within(list, 'LI', (element) => {
      this.makeRoom(ROOM / 2);
      const { pdf } = this;
      const top = pdf.y;
      const label = isOrdered ? `${start + index}.` : '•';
      const mark = pdf.struct('Lbl', {}, () => { pdf.font('regular').fontSize(TEXT).fillColor(INK).text(label, this.left, top, { lineBreak: false }); });
      element.add(mark);
      mark.end();
      pdf.y = top;
      this.within(element, 'LBody', (body) => this.indented(INDENT, () => this.blocks(body, item)));
    })));
  }

  private table(parent: Structure, { header, rows }: Extract<Block, { type: 'TABLE' }>): void {
    const cells = [header, ...rows].map((row) => row.map((runs) => this.shown(runs.map((run) => (run === 'BREAK' ? '\n' : run.text)).join(''))));
    const [names = [], ...lines] = cells;
    if (names.length > MOST_COLUMNS || cells.flat().some((text) => text.length > LONGEST_CELL)) {
      return this.list(parent, { type: 'LIST', isOrdered: false, start: 1, items: rows.map((row) => row.map((runs, column) => ({ type: 'PARAGRAPH', runs: [{ text: `${names[column] ?? ''}: `, isStrong: true }, ...runs] }))) });
    }
    const { pdf } = this;
    this.makeRoom(ROOM);
    const width = pdf.page.width - MARGIN - this.left;
    pdf.font('regular').fontSize(TEXT - 0.5).fillColor(INK);
    pdf.x = this.left;
    pdf.table({
      structParent: parent, maxWidth: width, columnStyles: names.length === 2 ? [width * 0.3, width * 0.7] : '*', defaultStyle: { border: 0.5, borderColor: '#8a938e', padding: 4 },
      data: [names.map((text) => ({ text, type: 'TH' as const, scope: 'Column' as const, font: { src: 'strong' } })), ...lines.map((line) => line.map((text) => ({ text })))],
    } as unknown as PDFKit.Mixins.TableOptionsWithData);
    pdf.x = this.left;
    pdf.y += GAP * 1.5;
  }

  private rule(): void {
    const { pdf } = this;
    pdf.markContent('Artifact');
    pdf.moveTo(this.left, pdf.y).lineTo(pdf.page.width - MARGIN, pdf.y).lineWidth(0.5).stroke('#8a938e');
    pdf.endMarkedContent();
    pdf.y += GAP;
  }

  private indented(by: number, work: () => void): void {
    this.left += by;
    work();
    this.left -= by;
    this.pdf.x = this.left;
  }

  private makeRoom(height: number): void {
    if (this.pdf.y + height > this.pdf.page.height - MARGIN) this.pdf.addPage();
  }

  /** Signs that the font lacks are shown as an empty box, and not as nothing. */
  private shown(text: string): string {
    return [...text.replaceAll(/[^\P{Cc}\n]|[\u200b-\u200f\u2028-\u202e\ufeff\u00ad]|\p{Surrogate}/gu, '')].map((sign) => (sign === '\n' || this.glyphs.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : '□')).join('');
  }

  /** Drawn at the end, when their number is known, and silent for those who listen. */
  private pageNumbers(): void {
    const { pdf } = this;
    const { start, count } = pdf.bufferedPageRange();
    for (let index = start; index < start + count; index += 1) {
      pdf.switchToPage(index);
      pdf.page.margins.bottom = 0;
      pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      pdf.font('regular').fontSize(9).fillColor(INK).text(`${index + 1} / ${count}`, MARGIN, pdf.page.height - MARGIN / 2 - 9, { width: pdf.page.width - 2 * MARGIN, align: 'center', lineBreak: false });
      pdf.endMarkedContent();
    }
  }
}

function fontOf({ isStrong, isEmphasised }: TextRun): keyof typeof FONTS {
  if (isStrong === true) return isEmphasised === true ? 'both' : 'strong';
  return isEmphasised === true ? 'emphasised' : 'regular';
}
