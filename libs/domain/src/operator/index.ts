export * from './operator-statements.js';
