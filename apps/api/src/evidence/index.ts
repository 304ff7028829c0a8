/** The evidence room: numbers as rows, runs, disclosure control. */
// Fields that this room adds to types of the library, and what it does when something is published there
import './numbers/numbers.type.js';
import './numbers/raw-numbers.type.js';
import './numbers/numbers.fields.js';
import './numbers/freeze-numbers.js';
import './numbers/redact-numbers.js';
import './reminders/reminder.fields.js';
import './runs/run.fields.js';

export { EVIDENCE_ENTITIES } from './entities.js';
export { EVIDENCE_PROVIDERS, EVIDENCE_RESOLVERS } from './providers.js';
export { recordNumbersOf, saveRecordNumbers, type RecordNumbersPlace } from './record-numbers.js';
export { type PastRun, recordRun } from './runs/record-run.js';
