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

  it('report every problem at once', () => {
    const read = readConfig({ PORT: 'front door', PUBLIC_URL: 'nowhere' }, { webFolder: '' });
    expect(read.ok ? [] : read.problems.map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL', 'PASSALONG_MODE', 'PUBLIC_URL']);
  });
});
