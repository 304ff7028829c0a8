export * from './licence.js';
export * from './attribution.js';
