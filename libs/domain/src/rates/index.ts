export * from './formula.js';
export * from './compare.js';
