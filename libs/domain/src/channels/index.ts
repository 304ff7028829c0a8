export * from './channel-facts.js';
export * from './channel-profile.js';
