export * from './channel-profile.js';
