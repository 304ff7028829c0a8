/** The structured log of the process, on standard output. Lines leave a few at a time: one write a request was a tenth of its cost. */
import { type Logger, pino } from 'pino';

const BYTES_AT_A_TIME = 4096;
/** Nobody who watches waits longer for a line. At the end of the process pino writes what is left. */
const LONGEST_WAIT_MS = 250;

export function processLog(level: string): Logger {
  const destination = pino.destination({ sync: false, minLength: BYTES_AT_A_TIME });
  setInterval(() => destination.flush(), LONGEST_WAIT_MS).unref();
  return pino({ level }, destination);
}
