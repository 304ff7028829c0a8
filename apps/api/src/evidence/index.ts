/** The evidence room: numbers as rows, runs, disclosure control. */
import './numbers/numbers.type.js';
import './numbers/raw-numbers.type.js';
import './numbers/numbers.fields.js';

export { EVIDENCE_ENTITIES } from './entities.js';
export { recordNumbersOf, saveRecordNumbers, type RecordNumbersPlace } from './record-numbers.js';
