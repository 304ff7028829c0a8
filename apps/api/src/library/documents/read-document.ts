/** Reads one document of whatever format: runs in a thread of its own, and knows nothing of the database. */
import { PROSE_LIMITS, type ProseNode, validateDocument } from '@passalong/prose';
import { type ForeignFile, isRecordText, readForeignFile } from '../interchange/foreign-file.js';
import { readRecordFile, type RecordFile } from '../interchange/record-file.js';
import { documentOf } from '../interchange/sections.js';
import { countKept } from './count-kept.js';
import { decodeText } from './decode-text.js';
import { type DocumentProblemCode, DocumentRefusal } from './document-problem.js';
import { type DocumentFormat, type KeptCount, type LostCount, Tally } from './document-report.js';
import { outlined } from './outline.js';
import { readHtml } from './read-html.js';
import { readSteps, type StepTable } from './read-steps.js';

type Content = { readonly file: ForeignFile } | { readonly steps: StepTable } | { readonly record: RecordFile };
export type ReadDocument = Content & { readonly format: DocumentFormat; readonly kept: readonly KeptCount[]; readonly lost: readonly LostCount[]; readonly notes: readonly string[] };
export type DocumentReading = { readonly ok: true; readonly document: ReadDocument } | { readonly ok: false; readonly code: DocumentProblemCode; readonly detail?: string };

const READERS: Readonly<Record<string, (bytes: Buffer, tally: Tally) => Promise<Content & { format: DocumentFormat; notes: readonly string[] }>>> = {
  docx: word, docm: word, html: webPage, htm: webPage, md: markdown, markdown, txt: markdown, csv: list,
};

/** Never throws: what is wrong with the document is in the answer. */
export async function readDocument(fileName: string, bytes: Buffer): Promise<DocumentReading> {
  try {
    if (bytes.length === 0) return { ok: false, code: 'EMPTY' };
    const ending = /\.(\w+)$/.exec(fileName.trim().toLowerCase())?.[1] ?? '';
    if (ending === 'doc') return { ok: false, code: 'OLD_WORD' };
    const read = Object.hasOwn(READERS, ending) ? READERS[ending] : undefined;
    if (read === undefined) return { ok: false, code: 'UNKNOWN_FORMAT' };
    const tally = new Tally();
    const content = await read(bytes, tally);
    return { ok: true, document: { ...content, kept: tally.kept, lost: tally.lost } };
  } catch (error) {
    if (error instanceof DocumentRefusal) return { ok: false, code: error.code };
    if (error instanceof RangeError) return { ok: false, code: 'TOO_DEEP' };
    return { ok: false, code: 'DAMAGED', detail: error instanceof Error ? error.message : String(error) };
  }
}

async function word(bytes: Buffer, tally: Tally) {
  const { readWord } = await import('./read-word.js'); // half of what there is to load, and only Word needs it
  return { file: sound(outlined(readHtml(await readWord(bytes, tally), tally, false), tally)), format: 'WORD' as const, notes: [] };
}

async function webPage(bytes: Buffer, tally: Tally) {
  const { text, notes } = textOf(bytes);
  return { file: sound(outlined(readHtml(text, tally, true), tally)), format: 'HTML' as const, notes };
}

async function markdown(bytes: Buffer, tally: Tally) {
  const { text, notes } = textOf(bytes);
  if (isRecordText(text)) {
    const reading = readRecordFile(text);
    if (reading.ok) return { record: reading.record, format: 'RECORD' as const, notes };
  }
  const reading = readForeignFile(text);
  if (!reading.ok) throw new DocumentRefusal(/2 MB/.test(reading.problem) ? 'TOO_LONG' : 'DAMAGED');
  for (const sentence of reading.file.dropped) tally.loseAsTold(sentence);
  tally.keep('HEADING', reading.file.heading === null ? 0 : 1);
  countKept(nodesOf(reading.file), tally);
  return { file: sound({ ...reading.file, dropped: [] }), format: 'MARKDOWN' as const, notes };
}

async function list(bytes: Buffer) {
  const { text, notes } = textOf(bytes);
  return { steps: readSteps(text), format: 'CSV' as const, notes };
}

/** Text that is the beginning of an archive, a picture or a program was given the wrong name. */
function textOf(bytes: Buffer): { text: string; notes: readonly string[] } {
  if (['PK\u0003\u0004', '%PDF', '\u0089PNG', 'GIF8', '\u00d0\u00cf\u0011\u00e0'].some((sign) => bytes.subarray(0, 4).toString('latin1') === sign)) throw new DocumentRefusal('NOT_WHAT_IT_SAYS');
  return decodeText(bytes);
}

const nodesOf = ({ lead, sections }: ForeignFile): ProseNode[] => [...lead, ...sections.flatMap(({ headed, nodes }) => [headed, ...nodes])];

/** In one piece it may be no larger than a rich text may be; its parts are then smaller. */
function sound(file: ForeignFile): ForeignFile {
  const nodes = nodesOf(file);
  if (nodes.length > PROSE_LIMITS.nodes) throw new DocumentRefusal('TOO_LONG');
  if (nodes.length === 0 && file.heading === null && Object.keys(file.frontMatter).length === 0) throw new DocumentRefusal('EMPTY');
  const checked = nodes.length === 0 ? null : validateDocument(documentOf(nodes));
  if (checked?.ok === false) throw new DocumentRefusal(/nested/.test(checked.problem) ? 'TOO_DEEP' : /longer|more than/.test(checked.problem) ? 'TOO_LONG' : 'DAMAGED');
  return file;
}
