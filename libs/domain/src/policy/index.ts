export * from './rule.js';
export * from './once-per.js';
export * from './viewer.js';
export * from './resource-facts.js';
export * from './resource-policy.js';
export * from './resource-actions.js';
export * from './run-policy.js';
export * from './collection-policy.js';
