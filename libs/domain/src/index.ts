/** Pure rules of the commons: no clock, no randomness, no dependency. */
export * from './audit/index.js';
export * from './calendar/day.js';
export * from './channels/index.js';
export * from './comparison/index.js';
export * from './content/index.js';
export * from './disclosure/index.js';
export * from './files/index.js';
export * from './lengths/index.js';
export * from './licence/index.js';
export * from './lifecycle/index.js';
export * from './operator/index.js';
export * from './policy/index.js';
export * from './rates/index.js';
export * from './readers/index.js';
export * from './redaction/index.js';
export * from './templates/index.js';
export * from './timeline/index.js';
