export * from './remark.js';
export { MOST_READ, type MarkdownOf } from './passages.js';
export * from './two-readers.js';
