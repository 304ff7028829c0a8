export * from './rounding.js';
export * from './people.js';
export * from './measured.js';
