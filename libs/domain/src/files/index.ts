export * from './consent.js';
export * from './file-types.js';
