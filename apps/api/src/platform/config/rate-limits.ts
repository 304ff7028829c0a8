/**
 * How much anyone may ask for. Every limit is a bucket that is filled at a steady pace and holds what flows in within five minutes: somebody
 * who was quiet may come with much at once, and nobody with much for long.
 *
 * The numbers start from a campus, which often has one address for everybody (NAT). Signing in takes two requests with OpenID Connect and three
 * with SAML, and those who may sign in are the staff of one service.
 *
 * - SIGN_IN, 120 a minute and 600 at once: two hundred people of one address in the same minute, a training day, and forty a minute for ever.
 *   There is no password here to be guessed. The limit is for what every try costs: a row, a question to the provider, an entry of the record.
 * - PROVIDER, 1,200 a minute and 6,000 at once, from everywhere: ten addresses have to flood before anybody notices, and then only the people of
 *   that one university do. Two thousand of them can still begin at the same moment.
 * - ANONYMOUS, 1,200 units a minute and 6,000 at once: a lecture hall opens a link, a crawler reads twenty pages a second.
 * - VIEWER, 600 units a minute and 3,000 at once for each session: ten times the busiest person; a change costs five units, so 120 changes a minute.
 *
 * A page is one unit. A query is one for each field at its root, a mutation five.
 */
import type { Mode } from './config.js';

interface Limit { readonly perMinute: number; readonly meaning: string }

export const RATE_LIMITS = {
  SIGN_IN: { perMinute: 120, meaning: 'requests to begin or complete a sign-in, a minute, from one address' },
  PROVIDER: { perMinute: 1200, meaning: 'the same with one identity provider, from everywhere' },
  ANONYMOUS: { perMinute: 1200, meaning: 'pages and queries, a minute, from one address without a session' },
  VIEWER: { perMinute: 600, meaning: 'pages and queries, a minute, of one session, where a mutation counts as five' },
} as const satisfies Readonly<Record<string, Limit>>;
export type RateLimit = keyof typeof RATE_LIMITS;
export const RATE_LIMIT_NAMES = Object.keys(RATE_LIMITS) as readonly RateLimit[];

/** Units a minute; 0 is no limit. */
export type RateLimits = Readonly<Record<RateLimit, number>>;

export const MINUTES_HELD = 5;
/** Tests and measurements send from one address what a thousand people would; the way through the code stays the same. */
const ELSEWHERE_THAN_IN_PRODUCTION = 1000;
const MOST = 1_000_000_000;

export const rateLimitSetting = (limit: RateLimit): string => `RATE_LIMIT_${limit}`;

export const RATE_LIMIT_SETTINGS = RATE_LIMIT_NAMES.map((limit) => ({
  name: rateLimitSetting(limit), meaning: `${RATE_LIMITS[limit].meaning}; five minutes’ worth may come at once; \`0\` for no limit`, default: `\`${RATE_LIMITS[limit].perMinute}\`, in demo and sandbox a thousand times that`,
}));

export function defaultRateLimits(mode: Mode): RateLimits {
  return limitsOf((limit) => RATE_LIMITS[limit].perMinute * (mode === 'production' ? 1 : ELSEWHERE_THAN_IN_PRODUCTION));
}

/** Adds to `problems` what cannot be read. */
export function readRateLimits(env: Readonly<Record<string, string | undefined>>, mode: Mode, problems: string[]): RateLimits {
  const defaults = defaultRateLimits(mode);
  return limitsOf((limit) => {
    const given = env[rateLimitSetting(limit)]?.trim() ?? '';
    if (given === '') return defaults[limit];
    const perMinute = Number(given);
    if (!/^\d+$/.test(given) || perMinute > MOST) problems.push(`${rateLimitSetting(limit)} must be a whole number of units a minute, or 0 for no limit, not "${given}".`);
    return perMinute;
  });
}

const limitsOf = (value: (limit: RateLimit) => number): RateLimits => Object.fromEntries(RATE_LIMIT_NAMES.map((limit) => [limit, value(limit)])) as Record<RateLimit, number>;
