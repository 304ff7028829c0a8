export * from './length.js';
export * from './hashtags.js';
