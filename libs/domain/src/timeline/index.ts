export * from './timeline.js';
export * from './calendar-text.js';
