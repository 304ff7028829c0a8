import { describe, expect, it } from '@jest/globals';
import { OPERATOR_STATEMENT_NAMES } from '@passalong/domain';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, SETTINGS } from './config.js';

const DOCUMENT = readFileSync('docs/SETTINGS.md', 'utf8');
const NEEDED = { DATABASE_URL: 'postgres://localhost/passalong', PASSALONG_MODE: 'sandbox' };

/** Where settings are read, and not merely handed on: the server, the journeys, the scripts. */
const READERS = ['apps/api/src', 'apps/web-e2e/src', 'tools'];
/** Node's own, which other manuals explain. */
const OF_NODE = /^NODE_/;

function settingsReadIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|mjs)$/.test(name) && !name.endsWith('.spec.ts'));
  return files.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\benv(?:\.|\[')([A-Z][A-Z_]+)\b/g)].map(([, setting = '']) => setting));
}

describe('The settings', () => {
  it('are documented as they are listed', () => {
    const rows = SETTINGS.map((setting) => `| \`${setting.name}\` | ${setting.meaning} | ${setting.default} |`);
    const [first = ''] = rows;
    const table = DOCUMENT.slice(DOCUMENT.indexOf(first)).split('\n\n')[0];
    expect(table?.split('\n')).toEqual(rows);
  });

  it('are all named in the documentation, whoever reads them', () => {
    const read = new Set(READERS.flatMap(settingsReadIn).filter((name) => !OF_NODE.test(name)));
    expect([...read].filter((name) => !DOCUMENT.includes(`| \`${name}\` |`))).toEqual([]);
    expect(read).toContain('DATABASE_URL');
  });

  it('take from the operator what is in the list, each under its own name, and nothing else', () => {
    const stated = Object.fromEntries(OPERATOR_STATEMENT_NAMES.map((name) => [`OPERATOR_${name.toUpperCase()}`, ` The ${name}. `]));
    const read = readConfig({ ...NEEDED, ...stated, OPERATOR_COLOUR: 'green' }, { webFolder: '' });
    expect(read).toMatchObject({ ok: true });
    expect(read.ok ? read.config.operator : {}).toEqual(Object.fromEntries(OPERATOR_STATEMENT_NAMES.map((name) => [name, `The ${name}.`])));
  });

  it('leave open what the operator states as blanks', () => {
    const read = readConfig({ ...NEEDED, OPERATOR_LAW: '  ' }, { webFolder: '' });
    expect(read.ok ? read.config.operator : null).toEqual({});
  });

  it.each([
    ['', []], ['10.0.0.0/8, 2001:db8::/32,192.0.2.7', ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7']], ['2', 2],
  ])('take trusted proxies as addresses, ranges or a number: "%s"', (text, trustedProxies) => {
    expect(readConfig({ ...NEEDED, TRUSTED_PROXIES: text }, { webFolder: '' })).toMatchObject({ ok: true, config: { trustedProxies } });
  });

  it.each(['0', '11', 'proxy.example', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.1:80', 'true', '10.0.0.0/8/8', '192.0.2.1, loopback'])('trust no proxy that is no address, or everybody: "%s"', (text) => {
    const read = readConfig({ ...NEEDED, TRUSTED_PROXIES: text }, { webFolder: '' });
    expect(read.ok ? [] : read.problems).toEqual([expect.stringMatching(/^TRUSTED_PROXIES .*not /)]);
  });

  it('limit in production what one client may ask, a thousand times more elsewhere, and as the operator says', () => {
    const limitsOf = (env: Record<string, string>): unknown => { const read = readConfig({ ...NEEDED, ...env }, { webFolder: '' }); return read.ok ? read.config.rateLimits : read.problems; };
    expect(limitsOf({ PASSALONG_MODE: 'production' })).toEqual({ SIGN_IN: 120, PROVIDER: 1200, ANONYMOUS: 1200, VIEWER: 600 });
    expect(limitsOf({ RATE_LIMIT_VIEWER: '0', RATE_LIMIT_SIGN_IN: ' 30 ' })).toEqual({ SIGN_IN: 30, PROVIDER: 1_200_000, ANONYMOUS: 1_200_000, VIEWER: 0 });
    expect(limitsOf({ RATE_LIMIT_VIEWER: 'many', RATE_LIMIT_PROVIDER: '-1' })).toEqual([expect.stringContaining('RATE_LIMIT_PROVIDER must be'), expect.stringContaining('RATE_LIMIT_VIEWER must be')]);
  });

  it('report every problem at once', () => {
    const read = readConfig({ PORT: 'front door', PUBLIC_URL: 'nowhere' }, { webFolder: '' });
    expect(read.ok ? [] : read.problems.map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL', 'PASSALONG_MODE', 'PUBLIC_URL']);
  });
});
