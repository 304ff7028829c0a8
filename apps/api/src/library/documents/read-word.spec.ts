/** Awkward Word files, each with exactly what is kept and lost of it. */
import { describe, expect, it } from '@jest/globals';
import { type ProseNode, toMarkdown } from '@passalong/prose';
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { cell, heading, item, paragraph, part, picture, run, styled, table, textBox, wordFile, type WordParts } from '../../../test/word-file.js';
import { documentOf } from '../interchange/sections.js';
import { readDocument } from './read-document.js';

interface Told { readonly markdown: string; readonly title: string | null; readonly kept: Record<string, number>; readonly lost: Record<string, number> }

async function told(bytes: Buffer, name = 'plan.docx'): Promise<Told> {
  const reading = await readDocument(name, bytes);
  if (!reading.ok || !('file' in reading.document)) throw new Error(reading.ok ? 'no text' : `${reading.code} ${reading.detail ?? ''}`);
  const { file, kept, lost } = reading.document;
  const nodes: ProseNode[] = [...file.lead, ...file.sections.flatMap(({ headed, nodes: under }) => [headed, ...under])];
  const counts = (rows: readonly { part: string; count: number }[]): Record<string, number> => Object.fromEntries(rows.map((row) => [row.part, row.count]));
  return { title: file.heading, markdown: nodes.length === 0 ? '' : toMarkdown(documentOf(nodes)).trim(), kept: counts(kept), lost: counts(lost) };
}

interface Case { readonly what: string; readonly file: WordParts; readonly markdown: string; readonly kept: Record<string, number>; readonly lost: Record<string, number>; readonly title?: string }

const inserted = (text: string): string => `<w:ins w:id="1" w:author="A">${run(text)}</w:ins>`;
const deleted = (text: string): string => `<w:del w:id="2" w:author="A"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const field = (instruction: string, shown: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const CASES: readonly Case[] = [
  { what: 'macros', file: { body: paragraph('Open the doors.'), parts: { 'word/vbaProject.bin': 'Sub AutoOpen()' } }, markdown: 'Open the doors.', kept: { PARAGRAPH: 1 }, lost: { MACRO: 1 } },
  {
    what: 'tracked changes, as if accepted', file: { body: paragraph(`${run('Meet on ')}${deleted('Monday')}${inserted('Tuesday')}${run('.')}`) + paragraph(`<w:moveFrom w:id="3">${run('Gone from here.')}</w:moveFrom>${run('Here.')}`) + paragraph(`<w:moveTo w:id="4">${run('Gone from here.')}</w:moveTo>`) },
    markdown: 'Meet on Tuesday.\n\nHere.\n\nGone from here.', kept: { PARAGRAPH: 3, TRACKED_INSERTION: 2 }, lost: { TRACKED_DELETION: 2 },
  },
  {
    what: 'a table within a table', file: { body: table([cell('Week'), cell('What')], [cell('1'), cell(`${paragraph('Ask.')}${table([cell('who'), cell('staff')])}${paragraph('')}`)]) },
    markdown: '| Week | What |\n| --- | --- |\n| 1 | Ask. who staff |', kept: { TABLE: 1 }, lost: { NESTED_TABLE: 1 },
  },
  {
    what: 'merged cells', file: { body: table([cell('Both', '<w:gridSpan w:val="2"/>')], [cell('A', '<w:vMerge w:val="restart"/>'), cell('B')], [cell('', '<w:vMerge/>'), cell('C')]) },
    markdown: '| Both |  |\n| --- | --- |\n| A | B |\n|  | C |', kept: { TABLE: 1 }, lost: { MERGED_CELL: 2 },
  },
  { what: 'text boxes', file: { body: paragraph(`${run('Beside it.')}${textBox('In the box.')}`) }, markdown: 'Beside it.\n\nIn the box.', kept: { PARAGRAPH: 2, TEXT_BOX: 1 }, lost: {} },
  {
    what: 'footnotes', file: { body: heading(1, 'Why') + paragraph(`${run('Most students ask late')}<w:r><w:footnoteReference w:id="2"/></w:r>`), footnotes: part('footnotes', `<w:footnote w:id="2">${paragraph('Our own count.')}</w:footnote>`) },
    markdown: 'Most students ask late\\[1\\]\n\n## Notes\n\n1. Our own count.', kept: { HEADING: 1, PARAGRAPH: 1, FOOTNOTE: 1 }, lost: {}, title: 'Why',
  },
  {
    what: 'comments', file: { body: paragraph(`<w:commentRangeStart w:id="0"/>${run('Call them.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`), comments: part('comments', `<w:comment w:id="0">${paragraph('Really?')}</w:comment><w:comment w:id="1">${paragraph('Yes.')}</w:comment>`) },
    markdown: 'Call them.', kept: { PARAGRAPH: 1 }, lost: { COMMENT: 2 },
  },
  { what: 'text from right to left', file: { body: paragraph(`<w:bdo w:val="rtl">${run('مرحبا بالطلاب', '<w:rtl/>')}</w:bdo>`, '<w:bidi/>') }, markdown: 'مرحبا بالطلاب', kept: { PARAGRAPH: 1 }, lost: {} },
  { what: 'numbering that restarts', file: { body: item(1, 'Ask') + item(1, 'Wait') + item(2, 'Ask again') + item(3, 'Thanks') }, markdown: '1. Ask\n2. Wait\n3. Ask again\n\n- Thanks', kept: { LIST: 2 }, lost: { LIST_JOINED: 1 } },
  {
    what: 'gaps between heading levels', file: { body: heading(1, 'Plan') + heading(3, 'First') + paragraph('One.') + heading(6, 'Deep') + paragraph('Two.') },
    markdown: '## First\n\nOne.\n\n#### Deep\n\nTwo.', kept: { HEADING: 3, PARAGRAPH: 2 }, lost: { HEADING_LEVEL: 1 }, title: 'Plan',
  },
  {
    what: 'nothing but pictures', file: { body: paragraph(picture('i1', 'Students at a stall')) + paragraph(picture('i2', '')), relations: [{ id: 'i1', kind: 'image', target: 'media/one.png' }, { id: 'i2', kind: 'image', target: 'media/two.png' }], parts: { 'word/media/one.png': 'x', 'word/media/two.png': 'x' } },
    markdown: 'Students at a stall', kept: { PARAGRAPH: 1 }, lost: { IMAGE: 2 },
  },
  { what: 'a huge paragraph', file: { body: paragraph('word '.repeat(30_000)) }, markdown: 'word '.repeat(30_000).trim(), kept: { PARAGRAPH: 1 }, lost: {} },
  { what: 'hidden text', file: { body: paragraph(`${run('Seen. ')}${run('Secret.', '<w:vanish/>')}${run('Shown.', '<w:vanish w:val="0"/>')}`) }, markdown: 'Seen. Shown.', kept: { PARAGRAPH: 1 }, lost: { HIDDEN_TEXT: 1 } },
  {
    what: 'content controls', file: { body: `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('Within a control.')}</w:sdtContent></w:sdt>${paragraph(`<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☒')}</w:sdtContent></w:sdt>${run('Booked')}`)}` },
    markdown: 'Within a control.\n\n☑ Booked', kept: { PARAGRAPH: 2, CHECKBOX: 1 }, lost: {},
  },
  {
    what: 'fields', file: { body: paragraph(`${run('See ')}${field('HYPERLINK "https://example.org/a"', 'this page')}${run(' on page ')}<w:fldSimple w:instr="PAGE">${run('4')}</w:fldSimple>${run('.')}`) },
    markdown: 'See [this page](https://example.org/a) on page 4.', kept: { PARAGRAPH: 1, LINK: 1 }, lost: {},
  },
  { what: 'symbol fonts', file: { body: paragraph(`<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run(' done')}<w:r><w:sym w:font="Nothing Known" w:char="F0FC"/></w:r>`) }, markdown: '✓ done', kept: { PARAGRAPH: 1 }, lost: { SYMBOL: 1 } },
  { what: 'soft hyphens', file: { body: paragraph(`${run('uni')}<w:r><w:softHyphen/></w:r>${run('versity, drop')}<w:r><w:noBreakHyphen/></w:r>${run('in')}`) }, markdown: 'university, drop‑in', kept: { PARAGRAPH: 1 }, lost: { SOFT_HYPHEN: 1 } },
  {
    what: 'alternate content', file: { body: paragraph(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>newer</w:t></mc:Choice><mc:Fallback><w:t>for everybody</w:t></mc:Fallback></mc:AlternateContent></w:r>`) },
    markdown: 'for everybody', kept: { PARAGRAPH: 1 }, lost: {},
  },
  { what: 'a document within', file: { body: `${paragraph('Before.')}<w:altChunk r:id="c1"/>`, relations: [{ id: 'c1', kind: 'aFChunk', target: 'chunk.html' }], parts: { 'word/chunk.html': '<p>within</p>' } }, markdown: 'Before.', kept: { PARAGRAPH: 1 }, lost: { INSERTED_DOCUMENT: 1 } },
  {
    what: 'styles of one’s own as headings', file: { body: styled('Big', 'The need') + paragraph('Much.') + styled('Bigger', 'The rest') + paragraph('Little.'), styles: '<w:style w:type="paragraph" w:styleId="Big"><w:name w:val="House \'style\'"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Bigger"><w:name w:val="House two"/><w:basedOn w:val="Big"/></w:style>' },
    markdown: '## The need\n\nMuch.\n\n## The rest\n\nLittle.', kept: { HEADING: 2, PARAGRAPH: 2 }, lost: {},
  },
  {
    what: 'headers, equations, charts and objects', title: 'A plan', file: {
      body: styled('Title', 'A plan') + paragraph(`${run('Text.')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:object><o:OLEObject/></w:object></w:r><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`),
      header: part('hdr', paragraph('Draft, not for sharing')),
    },
    markdown: 'Text.', kept: { HEADING: 1, PARAGRAPH: 1 }, lost: { EQUATION: 1, EMBEDDED_OBJECT: 2, HEADER_FOOTER: 1 },
  },
  {
    what: 'what would be fetched from elsewhere', file: { body: paragraph(`${run('Text.')}<w:hyperlink r:id="h1">${run('A link')}</w:hyperlink><w:hyperlink r:id="h2">${run('a trap')}</w:hyperlink>`), relations: [{ id: 't', kind: 'attachedTemplate', target: 'http://127.0.0.1:9/x.dotm', isExternal: true }, { id: 'h1', kind: 'hyperlink', target: 'https://example.org/', isExternal: true }, { id: 'h2', kind: 'hyperlink', target: 'javascript:alert(1)', isExternal: true }] },
    markdown: 'Text.[A link](https://example.org/)a trap', kept: { PARAGRAPH: 1, LINK: 1 }, lost: { EXTERNAL_CONTENT: 1, UNSAFE_LINK: 1 },
  },
];

describe('a Word file with', () => {
  it.each(CASES.map((one) => [one.what, one] as const))('%s', async (_what, { file, markdown, kept, lost, title = null }) => {
    expect(await told(await wordFile(file))).toEqual({ markdown, kept, lost, title });
  });

  it('what a library writes: bold, italic and nested lists', async () => {
    const bullet = (text: string, level: number): Paragraph => new Paragraph({ text, bullet: { level } });
    const file = new Document({ sections: [{ children: [
      new Paragraph({ text: 'Steps', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ children: [new TextRun({ text: 'Bold', bold: true }), new TextRun(' and '), new TextRun({ text: 'leaning', italics: true })] }),
      bullet('outer', 0), bullet('inner', 1), bullet('outer again', 0),
    ] }] });
    expect(await told(Buffer.from(await Packer.toBuffer(file)))).toEqual({ title: 'Steps', markdown: '**Bold** and _leaning_\n\n- outer\n  - inner\n- outer again', kept: { HEADING: 1, PARAGRAPH: 1, LIST: 2 }, lost: {} });
  });
});
