/** The evidence room: numbers as rows, runs, disclosure control. */
export { EVIDENCE_ENTITIES } from './entities.js';
