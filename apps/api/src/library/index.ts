/** The library room: resources, versions, lifecycle, kinds, vocabularies. */
export { LIBRARY_ENTITIES } from './entities.js';
export { LIBRARY_CONTROLLERS, LIBRARY_PROVIDERS, LIBRARY_RESOLVERS } from './providers.js';
export { ChannelProfiles } from './channels/channel-profiles.js';
export { seedChannelProfiles } from './channels/seed.js';
export { seedVocabulary } from './vocabulary/seed.js';
export { setPublicUrl } from './resources/resource-address.sql.js';
export { Vocabulary } from './vocabulary/vocabulary.js';
export {
  canonicalRecord, contentOf, type FileOutcome, type FileReport, hashOf, importFiles, type ImportOptions, KIND_TERMS, MOST_BYTES, type MetricRow, type NamedGroup, type NumbersTarget, type Owner, type PeopleOutcome, type PeopleRow, publishedRecords, readRecordFile,
  type RecordNumbers, type RecordParts, recordText, refusedFile, type SourceFile, type StudyNumbers,
} from './interchange/index.js';
export { alsoRedacts } from './redaction/redact-elsewhere.js';
export { ResourceRow, ResourceVersionRow } from './resources/resource.entity.js';
export { TermRow } from './vocabulary/term.entity.js';
export { CaseStudy, Resource, ResourceDraft, VisibilityEnum } from './resources/resource.type.js';
export { mayDoSql, seenResourceSql } from './resources/resource.source.js';
export { partAdmitsSql } from './resources/visibility.sql.js';
export { Term } from './vocabulary/term.type.js';
export { ResourceArchived, ResourceNarrowed, ResourcePublished, ResourceRestored } from './resources/resource.events.js';
export { actionsFor, factsOf } from './resources/resource.facts.js';
export { readDraft, ResourceReader } from './resources/resource.reader.js';
export { actsElsewhere, currentDraft, type Outcome, type Person, ResourceCommands, writer } from './resources/resource.commands.js';
export { type ContentInput, ResourcePayload, StaleDraftError } from './resources/resource.inputs.js';
export { contentInput } from './kinds/content-input.js';
export { AdaptationCommands } from './resources/adaptation.commands.js';
export { LifecycleCommands } from './resources/lifecycle.commands.js';
export { ReviewCommands } from './resources/review.commands.js';
export { DocumentCommands } from './documents/document.commands.js';
export { type ChosenWorks, contentsText, orderedName } from './downloads/chosen-works.js';
export { type DownloadFormat, Downloads } from './downloads/downloads.js';
export { chosenByOperator, publishedWorks } from './downloads/operator-works.js';
export { sendDownload } from './downloads/send-download.js';
export { receiveDocument } from './documents/receive-document.js';
