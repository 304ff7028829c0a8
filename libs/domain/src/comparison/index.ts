export * from './change.js';
export { comparedContents } from './compare.js';
export * from './apply.js';
export * from './upstream.js';
export { mergedText, type WordMark, wordMarks } from './words.js';
