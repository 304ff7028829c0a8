// The built server as a child process: ends with its parent, and tells its processor time when asked.
// @ts-check
import { answerTo } from './control.mjs';

answerTo({});
// Last, because it listens at once.
await import(new URL('../apps/api/dist/main.js', import.meta.url).href);
