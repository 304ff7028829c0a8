export * from './file-names.js';
export * from './redaction.js';
