export * from './template-text.js';
export * from './variable.js';
export * from './template.js';
export * from './problem.js';
export * from './problem-path.js';
export * from './value-words.js';
export { type Count, renderVariant, type Values, type VariantRendering } from './render.js';
export * from './template-check.js';
