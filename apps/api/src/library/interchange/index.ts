/** Record files: one resource as Markdown with YAML front matter, in and out; and Markdown written elsewhere, in. */
export { canonicalRecord } from './canonical.js';
export { importFiles } from './import-files.js';
export { type FileOutcome, type FileReport, refusedFile } from './import-report.js';
export type { RecordProblem } from './read-fields.js';
export { KIND_TERMS, MOST_BYTES, readRecordFile } from './record-file.js';
export type { RecordFile, RecordFileReading } from './record-file.js';
export { recordText } from './record-from-content.js';
export type { NumbersTarget, RecordNumbers } from './record-numbers.js';
export { publishedRecords } from './record-of-resource.js';
export type { Contrast, MetricRow, NamedGroup, PeopleOutcome, PeopleRow, Placement, RecordInstitution, RecordLink, RecordParts, StudyNumbers } from './record-parts.js';
export { contentOf } from './record-to-content.js';
export type { RecordContent } from './record-to-content.js';
export type { RecordSection } from './sections.js';
export { hashOf, type ImportOptions, type Owner, type SourceFile } from './source-file.js';
