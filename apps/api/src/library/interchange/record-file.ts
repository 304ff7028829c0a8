/** Reads a record file: its front matter as values, its text as sections. Refuses what two YAML readers would read differently. */
import type { ResourceKind } from '@passalong/domain';
import { Refusal, splitFrontMatter, strictFrontMatter } from './front-matter.js';
import { readBody, type RecordBody } from './sections.js';

export interface RecordFile extends RecordBody {
  readonly kind: ResourceKind;
  readonly recordId: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
}

export type RecordFileReading = { ok: true; record: RecordFile } | { ok: false; problem: string };

export const KIND_TERMS: Readonly<Record<ResourceKind, string>> = {
  PLAYBOOK: 'resource-kind:playbook', CONTENT_TEMPLATE: 'resource-kind:content-template', CASE_STUDY: 'resource-kind:case-study',
};

export const MOST_BYTES = 2 * 1024 * 1024;
const RECORD_ID = /^(pb|tpl|cs)-[a-z0-9-]+$/;

/** One record, or a sentence that says why the file is refused. Never throws. */
export function readRecordFile(text: string): RecordFileReading {
  try {
    return { ok: true, record: recordOf(text) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.message };
    if (error instanceof RangeError) return { ok: false, problem: 'The file is nested too deeply.' };
    throw error;
  }
}

function recordOf(text: string): RecordFile {
  if (Buffer.byteLength(text, 'utf8') > MOST_BYTES) throw new Refusal('A record file has at most 2 MB.');
  if (text.includes('\0')) throw new Refusal('This is not a text file.');
  const { yaml, rest } = splitFrontMatter(text);
  if (yaml === null) throw new Refusal('A record file begins with a front matter between two lines of three hyphens.');
  if (/^[\w-]+:(\s|$)/.test(rest)) throw new Refusal('One record a file: a second YAML document follows the first.');
  const frontMatter = strictFrontMatter(yaml);
  return { kind: kindOf(frontMatter['kind']), recordId: recordIdOf(frontMatter['id']), frontMatter, ...readBody(rest) };
}

function kindOf(term: unknown): ResourceKind {
  const kind = (Object.keys(KIND_TERMS) as ResourceKind[]).find((candidate) => KIND_TERMS[candidate] === term);
  if (kind === undefined) throw new Refusal(`kind is ${JSON.stringify(term ?? null)}; it is one of ${Object.values(KIND_TERMS).join(', ')}.`);
  return kind;
}

function recordIdOf(id: unknown): string {
  if (typeof id !== 'string' || !RECORD_ID.test(id)) throw new Refusal('id begins with pb-, tpl- or cs- and goes on in small letters, digits and hyphens.');
  return id;
}
