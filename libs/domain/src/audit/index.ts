export * from './audit-words.js';
