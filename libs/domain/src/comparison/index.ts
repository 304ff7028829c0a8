export * from './change.js';
export { comparedContents } from './compare.js';
export * from './apply.js';
export * from './upstream.js';
export { mergedText, type WordMark, wordMarks } from './words.js';
export { type OutsideSpeech, type ToldChange, toldChanges, type ToldItem } from './told.js';
export { changesInWords } from './summary.js';
export type { ChangedText, FieldName } from './texts.js';
