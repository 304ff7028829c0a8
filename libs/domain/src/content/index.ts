export * from './field.js';
export * from './content.js';
export * from './missing.js';
export * from './validate.js';
export * from './whole-selection.js';
export * from './editable-source.js';
