/** The filled examples of the seeded templates are what the rules of rendering and counting give, letter for letter. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { channelProfile, exampleRows, templateOf, templateProblems } from '@passalong/domain';
import { prepareContent } from '../kinds/prepare-content.js';
import { contentOf, readRecordFile } from './index.js';

const SEEDS = new URL('../../../seeds/', import.meta.url);
const FILES = readdirSync(new URL('records/', SEEDS)).filter((name) => name.startsWith('template-'));
const vocabularies = JSON.parse(readFileSync(new URL('vocabularies.json', SEEDS), 'utf8')) as { schemes: { id: string; terms: { id: string; [fact: string]: unknown }[] }[] };
const PROFILES = new Map(vocabularies.schemes.flatMap(({ id, terms }) => (id === 'format' ? terms.map((term) => [term.id, channelProfile(term.id, term)] as const) : [])));

it('knows the thirty-five formats, each with the day it was looked up', () => {
  expect([...PROFILES.values()].filter(({ checkedOn, confidence, channel }) => checkedOn === '2026-11-23' && confidence !== null && channel !== null)).toHaveLength(35);
});

describe.each(FILES)('%s', (name) => {
  const reading = readRecordFile(readFileSync(new URL(`records/${name}`, SEEDS), 'utf8'));
  if (!reading.ok) throw new Error(reading.problem);
  const prepared = prepareContent('CONTENT_TEMPLATE', contentOf(reading.record).content, () => null);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  const { content } = prepared;

  it('renders again to the example that it stores', () => {
    expect(exampleRows(templateOf(content), PROFILES)).toEqual(content['exampleRender']);
  });

  it('passes every rule of its channels', () => {
    expect(templateProblems(templateOf(content), PROFILES).filter(({ isWarning }) => !isWarning)).toEqual([]);
  });
});
