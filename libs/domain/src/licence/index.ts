export * from './licence.js';
export * from './adaptation-matrix.js';
export * from './licence-problems.js';
export * from './attribution.js';
export * from './licence-address.js';
