/** Imports record files that may name each other: all are read first, then originals come before their adaptations. */
import type { Content } from '@passalong/domain';
import type { Database, Transaction } from '../../platform/database/database.js';
import { apiId, newKey } from '../../platform/ids/ids.js';
import { prepareContent, type TermProblem } from '../kinds/prepare-content.js';
import { byAncestry } from './ancestry.js';
import { importRecord } from './import-record.js';
import { failedFile, type FileReport, refusedFile, reportOf } from './import-report.js';
import { readRecordFile } from './record-file.js';
import { knownRecords, versionNamed, type KnownRecord } from './record-keys.js';
import { withKeys } from './record-links.js';
import { contentOf, type RecordContent } from './record-to-content.js';
import { hashOf, type ImportOptions, type SourceFile } from './source-file.js';

interface Candidate {
  readonly file: SourceFile;
  readonly parts: RecordContent;
  readonly content: Content;
  readonly institutionId: string;
  readonly authorId: string;
  readonly notes: readonly string[];
}

export class RecordImport {
  private readonly reports = new Map<SourceFile, FileReport>();
  private readonly candidates = new Map<string, Candidate>();
  private known: ReadonlyMap<string, KnownRecord> = new Map();
  private readonly keys = new Map<string, string>();

  constructor(private readonly database: Database, private readonly options: ImportOptions) {}

  async run(files: readonly SourceFile[]): Promise<Map<SourceFile, FileReport>> {
    for (const file of files) this.read(file);
    const { order, circles } = byAncestry(new Map([...this.candidates].map(([id, { parts }]) => [id, parts.placement.adaptedFrom?.recordId ?? null])));
    for (const circle of circles) for (const id of new Set(circle)) this.refuse(id, `These records adapt each other in a circle: ${circle.join(' → ')}.`);
    await this.findKeys();
    for (const id of order) {
      const candidate = this.candidates.get(id);
      if (candidate === undefined) continue;
      this.reports.set(candidate.file, await this.store(candidate).catch((error: unknown) => failedFile(candidate.file.path, 'RECORD', error)));
    }
    return this.reports;
  }

  private read(file: SourceFile): void {
    const { path } = file;
    const reading = readRecordFile(file.text);
    if (!reading.ok) { this.reports.set(file, refusedFile(path, 'RECORD', [reading.problem])); return; }
    const parts = contentOf(reading.record);
    const { kind, recordId } = parts;
    const twin = this.candidates.get(recordId);
    const prepared = prepareContent(kind, parts.content, this.options.termProblem);
    const owner = this.options.ownerOfRecord(parts);
    const problems = [
      ...parts.problems.filter(({ severity }) => severity === 'error').map(({ path: at, message }) => `${at}: ${message}`),
      ...(prepared.ok ? [] : prepared.problems.map(({ path: at, message }) => `${at}: ${message}`)),
      ...placementProblems(parts, this.options.termProblem),
      ...(owner.ok ? [] : [owner.problem]),
      ...(twin === undefined ? [] : [`The id ${recordId} stands in ${twin.file.path} too.`]),
    ];
    if (problems.length > 0 || !prepared.ok || !owner.ok) { this.reports.set(file, refusedFile(path, 'RECORD', problems, { kind, recordId })); return; }
    const notes = [...parts.problems.map(({ path: at, message }) => `${at}: ${message}`), ...(owner.note === undefined ? [] : [owner.note])];
    this.candidates.set(recordId, { file, parts, content: prepared.content, institutionId: owner.institutionId, authorId: owner.authorId, notes });
  }

  private refuse(recordId: string, problem: string): void {
    const candidate = this.candidates.get(recordId);
    if (candidate === undefined) return;
    this.reports.set(candidate.file, refusedFile(candidate.file.path, 'RECORD', [problem], { kind: candidate.parts.kind, recordId }));
    this.candidates.delete(recordId);
  }

  /** Records may name each other in circles, so every one has its key before the first is stored. */
  private async findKeys(): Promise<void> {
    const named = [...this.candidates.values()].flatMap(({ parts }) => [parts.recordId, ...parts.links.map(({ recordId }) => recordId), parts.placement.adaptedFrom?.recordId ?? parts.recordId]);
    this.known = await this.database.transaction('SYSTEM', (transaction) => knownRecords(transaction, named));
    for (const [recordId, { resourceId }] of this.known) this.keys.set(recordId, resourceId);
    for (const recordId of this.candidates.keys()) if (!this.keys.has(recordId)) this.keys.set(recordId, this.options.keyOfRecord?.(recordId) ?? newKey());
  }

  private async store({ file, parts, content, notes, ...owner }: Candidate): Promise<FileReport> {
    const { kind, recordId } = parts;
    const report = { path: file.path, form: 'RECORD', kind, recordId } as const;
    const resourceId = this.keys.get(recordId) ?? newKey();
    const known = this.known.get(recordId);
    if (known !== undefined && (known.isNative || known.institutionId !== owner.institutionId)) {
      const reason = known.isNative ? 'This work was made here; its file does not change it.' : 'This record belongs to another institution here.';
      return reportOf({ ...report, outcome: 'LEFT_ALONE', resource: apiId('resource', resourceId), problems: [reason] });
    }
    const linked = withKeys(content, parts.links, (id) => this.keys.get(id));
    return this.database.transaction('SYSTEM', async (transaction): Promise<FileReport> => {
      const ancestry = await this.ancestry(transaction, parts);
      if (!ancestry.ok) return refusedFile(file.path, 'RECORD', [ancestry.problem], { kind, recordId });
      const whole = ancestry.aside === null ? linked.content : { ...linked.content, extra: { ...(linked.content['extra'] as object | null), adapted_from: ancestry.aside } as unknown as Content };
      const placed = await importRecord(transaction, parts, whole, { ...owner, resourceId, contentHash: hashOf(file.text), publishes: this.options.publishes, originalVersionId: ancestry.versionId, numbers: this.options.numbers });
      const outcome = placed.outcome === 'CREATED' && this.options.publishes ? 'PUBLISHED' : placed.outcome;
      const reason = 'reason' in placed && placed.reason !== null ? [placed.reason] : [];
      const told = [...notes, ...linked.notes, ...ancestry.notes, ...this.unsaid(parts)];
      return reportOf({ ...report, outcome, resource: apiId('resource', placed.resourceId), problems: reason, notes: told });
    });
  }

  /** The exact version that an adaptation came from. A draft may lack it; then the file's words are kept. */
  private async ancestry(transaction: Transaction, { placement, kind }: RecordContent): Promise<{ ok: true; versionId: string | null; aside: object | null; notes: readonly string[] } | { ok: false; problem: string }> {
    const { adaptedFrom } = placement;
    if (adaptedFrom === undefined) return { ok: true, versionId: null, aside: null, notes: [] };
    const key = this.keys.get(adaptedFrom.recordId);
    const version = key === undefined ? null : await versionNamed(transaction, key, adaptedFrom.version);
    if (version !== null && version.kind !== kind) return { ok: false, problem: `adapted_from: ${adaptedFrom.recordId} is of another kind.` };
    if (version !== null) return { ok: true, versionId: version.id, aside: null, notes: [] };
    const problem = `adapted_from: version ${adaptedFrom.version} of ${adaptedFrom.recordId} is not published here`;
    if (this.options.publishes) return { ok: false, problem: `${problem}.` };
    const { recordId: id, ...others } = adaptedFrom;
    return { ok: true, versionId: null, aside: { id, ...others }, notes: [`${problem}; kept in extra.`] };
  }

  /** What the file says and the import has no place for. */
  private unsaid({ placement, numbers }: RecordContent): string[] {
    const rows = (numbers.metrics?.length ?? 0) + (numbers.peopleOutcomes?.length ?? 0);
    const release = ['sign_off', 'published_on', 'embargo_until'].filter((_, index) => [placement.signOff, placement.publishedOn, placement.embargoUntil][index] !== undefined);
    return [
      ...(rows > 0 && !this.options.numbers.isKept ? [`${rows} rows of numbers stay in the file.`] : []),
      ...(this.options.publishes || release.length === 0 ? [] : [`${release.join(', ')}: left out; a draft is released here, not there.`]),
    ];
  }
}

/** The terms around the content; content has its own checks. */
function placementProblems({ placement: { visibility, signOff } }: RecordContent, termProblem: TermProblem): string[] {
  const problem = (at: string, scheme: string, id: string | undefined): string[] => { const found = id === undefined ? null : termProblem(scheme, id); return found === null ? [] : [`${at}: ${found}`]; };
  return [...problem('visibility', 'visibility', visibility), ...problem('sign_off.role', 'role', signOff?.role)];
}
