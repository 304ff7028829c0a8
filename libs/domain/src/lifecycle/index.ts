export * from './visibility.js';
export * from './transitions.js';
export * from './lifecycle.js';
