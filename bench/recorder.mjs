// The built server once more, telling which prepared statement it ran: the bare server then runs the same one.
// @ts-check
import pg from 'pg';
import { answerTo } from './control.mjs';

/** @type {{ text: string, values: unknown[] } | null} */
let last = null;
const query = pg.Client.prototype.query;

/** @this {pg.Client} @param {any} config @param {any[]} rest */
pg.Client.prototype.query = function recorded(config, ...rest) {
  if (typeof config?.text === 'string' && config.text.includes('json_build_object')) last = { text: config.text, values: config.values ?? [] };
  return Reflect.apply(query, this, [config, ...rest]);
};

answerTo({ last: () => last });
await import(new URL('../apps/api/dist/main.js', import.meta.url).href);
