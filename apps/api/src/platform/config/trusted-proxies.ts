/** Which proxies may say for whom they ask. Whatever anybody else writes into X-Forwarded-For counts for nothing. */
import { isIP } from 'node:net';

/** Addresses and ranges, or how many proxies stand in a row before the server; none is an empty list. */
export type TrustedProxies = readonly string[] | number;

export type ReadTrustedProxies = { readonly ok: true; readonly proxies: TrustedProxies } | { readonly ok: false; readonly problem: string };

const MOST_HOPS = 10;

export function readTrustedProxies(text: string): ReadTrustedProxies {
  const given = text.split(',').map((part) => part.trim()).filter((part) => part !== '');
  const [first = ''] = given;
  if (given.length === 1 && /^\d+$/.test(first)) {
    const hops = Number(first);
    return hops >= 1 && hops <= MOST_HOPS ? { ok: true, proxies: hops } : { ok: false, problem: `TRUSTED_PROXIES as a number says how many proxies stand in a row, from 1 to ${MOST_HOPS}; not "${first}".` };
  }
  const wrong = given.filter((part) => !isRange(part)).map((part) => `"${part}"`);
  if (wrong.length === 0) return { ok: true, proxies: given };
  return { ok: false, problem: `TRUSTED_PROXIES must be addresses and ranges such as 10.0.0.0/8, separated by commas, or a number of proxies; not ${wrong.join(', ')}.` };
}

/** A range of everything is refused: whoever trusts everybody may as well let each client choose its address. */
function isRange(part: string): boolean {
  const [address = '', prefix, ...rest] = part.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || rest.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}
