import { describe, expect, it } from '@jest/globals';
import { OPERATOR_STATEMENT_NAMES } from '@passalong/domain';
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'apps/web/src/pages';

describe('The legal pages', () => {
  it('show, or mark as open, everything that the operator has to state', () => {
    const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.tsx')).map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8')).join('\n');
    expect(OPERATOR_STATEMENT_NAMES.filter((name) => !pages.includes(`statement="${name}"`))).toEqual([]);
  });
});
