/** Where the numbers of case studies are kept; the one place in which import, export and the demo learn of it. */
import { recordNumbersOf, saveRecordNumbers } from '../evidence/index.js';
import type { RecordNumbers } from '../library/index.js';

export const RECORD_NUMBERS: RecordNumbers = { isKept: true, save: saveRecordNumbers, read: recordNumbersOf };
