export { Dispatcher, stampPositions } from './dispatcher.js';
export { afterCommit, defineEvent, type Delivered, emit, type EventType, type Happened, inTransaction } from './events.js';
