/** Finds the place of everything that was read: the fields of the kind, else its body or its further material; and reports on it. */
import { type Content, DEFAULT_LICENCE, type ResourceKind } from '@passalong/domain';
import { type ForeignContent, foreignContent } from '../interchange/foreign-content.js';
import { contentOf } from '../interchange/record-to-content.js';
import type { RecordFile } from '../interchange/record-file.js';
import { prepareContent, type TermProblem } from '../kinds/prepare-content.js';
import { LINK_FIELDS } from '../kinds/linked-resources.js';
import { type DocumentProblem, documentProblem, DocumentRefusal } from './document-problem.js';
import { type DocumentReport, Tally } from './document-report.js';
import { placedSteps } from './place-steps.js';
import type { ReadDocument } from './read-document.js';

export type PlacedDocument = { readonly ok: true; readonly content: Content; readonly report: DocumentReport } | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

export function placedDocument(document: ReadDocument, kind: ResourceKind, fileName: string, termProblem: TermProblem): PlacedDocument {
  try {
    const tally = new Tally();
    const { content, mapped, kept, dropped, notes } = placedContent(document, kind, nameOf(fileName), termProblem, tally);
    for (const sentence of dropped) tally.loseAsTold(sentence);
    const prepared = prepareContent(kind, { ...content, language: content['language'] ?? 'en-GB', licence: content['licence'] ?? DEFAULT_LICENCE, summary: content['summary'] ?? '' }, termProblem);
    if (!prepared.ok) return { ok: false, problems: prepared.problems.map(({ path, message }) => ({ code: 'NO_PLACE', message: `${path}: ${message}` })) };
    const { steps } = prepared.content;
    tally.keep('STEP', Array.isArray(steps) ? steps.length : 0);
    return { ok: true, content: prepared.content, report: {
      fileName, format: document.format, kept: [...document.kept, ...tally.kept], lost: [...document.lost, ...tally.lost], filled: mapped, elsewhere: kept, notes: [...document.notes, ...notes],
    } };
  } catch (error) {
    if (error instanceof DocumentRefusal) return { ok: false, problems: [documentProblem(error.code)] };
    throw error;
  }
}

function placedContent(document: ReadDocument, kind: ResourceKind, name: string, termProblem: TermProblem, tally: Tally): ForeignContent {
  if ('file' in document) return foreignContent(document.file, kind, name, termProblem);
  if ('record' in document) return placedRecord(document.record, kind, tally);
  if (kind !== 'PLAYBOOK') throw new DocumentRefusal('ONLY_FOR_PLAYBOOKS');
  return placedSteps(document.steps, name, termProblem);
}

/** A record comes in as it is, but for what leads to other work, and for numbers. */
function placedRecord(record: RecordFile, kind: ResourceKind, tally: Tally): ForeignContent {
  if (record.kind !== kind) throw new DocumentRefusal('ANOTHER_KIND');
  const { content, links, numbers, problems } = contentOf(record);
  tally.lose('LINK_TO_WORK', links.length);
  tally.lose('NUMBER_ROW', (numbers.metrics?.length ?? 0) + (numbers.peopleOutcomes?.length ?? 0));
  const own = Object.fromEntries(Object.entries(content).filter(([name]) => !LINK_FIELDS[kind].includes(name)));
  const mapped = Object.keys(own).map((name) => ({ from: name, to: name }));
  return { content: own, mapped, kept: [], dropped: [], notes: problems.map(({ path, message }) => `${path}: ${message}`) };
}

/** `2026-03-01_open-evening.docx` is "Open evening". */
function nameOf(fileName: string): string {
  const words = fileName.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '').replace(/^\d{4}-\d{2}-\d{2}[-_ ]/, '').replaceAll(/[-_\s]+/g, ' ').trim().slice(0, 120);
  return words === '' ? 'Untitled' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
