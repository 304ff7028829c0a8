export * from './field.js';
export * from './content.js';
export * from './validate.js';
