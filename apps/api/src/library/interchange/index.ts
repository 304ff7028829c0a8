/** Record files: one resource as Markdown with YAML front matter, in and out, without a database. */
export { canonicalRecord } from './canonical.js';
export type { RecordProblem } from './read-fields.js';
export { MOST_BYTES, readRecordFile } from './record-file.js';
export type { RecordFile, RecordFileReading } from './record-file.js';
export { recordText } from './record-from-content.js';
export type { Contrast, MetricRow, NamedGroup, PeopleOutcome, PeopleRow, Placement, RecordInstitution, RecordLink, RecordParts, StudyNumbers } from './record-parts.js';
export { contentOf } from './record-to-content.js';
export type { RecordContent } from './record-to-content.js';
export type { RecordSection } from './sections.js';
export { importRecord, type ImportPlace, type ImportResult } from './import-record.js';
