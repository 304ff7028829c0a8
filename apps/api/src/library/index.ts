/** The library room: resources, versions, lifecycle, kinds, vocabularies. */
export { LIBRARY_ENTITIES } from './entities.js';
export { LIBRARY_PROVIDERS, LIBRARY_RESOLVERS } from './providers.js';
export { seedVocabulary } from './vocabulary/seed.js';
export { setPublicUrl } from './resources/resource.fields.js';
export { Vocabulary } from './vocabulary/vocabulary.js';
export {
  canonicalRecord, contentOf, type FileOutcome, type FileReport, hashOf, importFiles, type ImportOptions, KIND_TERMS, MOST_BYTES, NO_NUMBERS, type NumbersTarget, type Owner, publishedRecords, readRecordFile,
  type RecordNumbers, type RecordParts, recordText, refusedFile, type SourceFile, type StudyNumbers,
} from './interchange/index.js';
export { contentInput } from './kinds/content-input.js';
export { AdaptationCommands } from './resources/adaptation.commands.js';
export { LifecycleCommands } from './resources/lifecycle.commands.js';
export { type Outcome, ResourceCommands } from './resources/resource.commands.js';
export type { ContentInput } from './resources/resource.inputs.js';
export { ReviewCommands } from './resources/review.commands.js';
