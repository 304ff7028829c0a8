/** Every seeded record is read whole, written in one style, and read again as the same record. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { contentProblems } from '@passalong/domain';
import { fromMarkdown } from '@passalong/prose';
import { parse } from 'yaml';
import { prepareContent } from '../kinds/prepare-content.js';
import { canonicalRecord, contentOf, MOST_BYTES, readRecordFile, type RecordContent, recordText } from './index.js';

const SEEDS = new URL('../../../seeds/', import.meta.url);
const FILES = readdirSync(new URL('records/', SEEDS)).filter((name) => name.endsWith('.md'));
const vocabularies = JSON.parse(readFileSync(new URL('vocabularies.json', SEEDS), 'utf8')) as { schemes: { id: string; terms: { id: string }[] }[] };
const TERMS = new Map(vocabularies.schemes.map((scheme) => [scheme.id, new Set(scheme.terms.map(({ id }) => id))]));
const termProblem = (scheme: string, id: string): string | null => (TERMS.get(scheme)?.has(id) === true ? null : `${id} is not in ${scheme}.`);

const fileText = (name: string): string => readFileSync(new URL(`records/${name}`, SEEDS), 'utf8');

function read(text: string): RecordContent {
  const reading = readRecordFile(text);
  if (!reading.ok) throw new Error(reading.problem);
  return contentOf(reading.record);
}

function refusal(text: string): string {
  const reading = readRecordFile(text);
  return reading.ok ? 'read' : reading.problem;
}

/** Every scalar of a front matter; the shape around them may change, the values may not. */
function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, part]) => leaves(part).map((leaf) => `${key}=${leaf}`));
  return [JSON.stringify(typeof value === 'string' ? value.trim() : value)];
}

const frontMatter = (text: string, version: '1.1' | '1.2'): Record<string, unknown> => parse(text.split(/^---$/m)[1] ?? '', { version, logLevel: 'silent' }) as Record<string, unknown>;

const record = (lines: string, body = ''): string => `---\nid: pb-example\nkind: "resource-kind:playbook"\ntitle: An example playbook\n${lines}---\n\n${body}`;

it('has the twenty-four records', () => expect(FILES).toHaveLength(24));

describe.each(FILES)('%s', (name) => {
  it('is read without a problem, and its content may be saved', () => {
    const { kind, content, problems } = read(fileText(name));
    expect(problems).toEqual([]);
    const prepared = prepareContent(kind, content, termProblem);
    expect(prepared.ok ? [] : prepared.problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([]);
  });

  it('drops no key and no value', () => {
    const source = frontMatter(fileText(name), '1.2');
    const written = frontMatter(recordText(read(fileText(name))), '1.2');
    const moved = new Set(['problem', 'intervention', 'creator_brief', 'what_did_not_work', 'limits', 'transferability']);
    const kept = (map: Record<string, unknown>): string[] => leaves(Object.fromEntries(Object.entries(map).filter(([key]) => !moved.has(key)))).sort();
    expect(kept(written)).toEqual(kept(source));
  });

  it('is the same record when written and read again, and written again the same bytes', () => {
    const first = read(fileText(name));
    const text = recordText(first);
    const second = read(text);
    expect(second.problems).toEqual([]);
    expect(canonicalRecord(second)).toBe(canonicalRecord(first));
    expect(recordText(second)).toBe(text);
  });

  it('keeps every word of its text', () => {
    const text = fileText(name);
    const words = (some: string): Set<string> => new Set(some.match(/[\p{L}\p{N}]+/gu));
    const body = text.slice(text.indexOf('\n---\n') + 5).replace(/^# .*$/m, '').replace(/^> .*\n(> .*\n)*/m, '').replaceAll(/^## .*$/gm, '');
    const kept = words(Object.values(read(text).content).map((value) => JSON.stringify(value).replaceAll('\\n', ' ')).join(' '));
    expect([...words(body)].filter((word) => !kept.has(word))).toEqual([]);
  });

  it('is written from its stored form as the same file', () => {
    const parts = read(fileText(name));
    const prepared = prepareContent(parts.kind, parts.content, termProblem);
    const stored = { ...parts, content: prepared.ok ? prepared.content : {} };
    expect(prepared.ok).toBe(true);
    expect(canonicalRecord(stored)).toBe(canonicalRecord(parts));
    expect(canonicalRecord(read(recordText(stored)))).toBe(canonicalRecord(parts));
  });

  it('is written so that a YAML 1.1 reader gives the same values', () => {
    const text = recordText(read(fileText(name)));
    const days = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('T00:00:00.000Z', ''));
    expect(days(frontMatter(text, '1.1'))).toEqual(frontMatter(text, '1.2'));
  });
});

describe('what is refused', () => {
  it.each([
    ['an alias', record('summary: &a Words\nproblem: *a\n'), /Anchors|Aliases/],
    ['a duplicate key', record('summary: One\nsummary: Two\n'), /twice/],
    ['a tag', record('summary: !!str Words\n'), /Tags/],
    ['an unknown tag', record('summary: !thing Words\n'), /[Tt]ags/],
    ['tags without end', record(`extra: ${'!!x '.repeat(300_000)}\n`), /Tags/],
    ['a merge key', record('context: {<<: {budget_band: none}}\n'), /<</],
    ['a bare yes', record('illustrative: yes\n'), /double quotes/],
    ['a key that is a number', record('extra: {1: one}\n'), /Keys are text/],
    ['two documents by an end mark', record('...\nsummary: Two\n'), /One record a file|not sound/],
    ['two documents by a start mark', record('--- # second\nsummary: Two\n'), /One record a file/],
    ['two documents one after the other', `${record('').trimEnd()}\nid: pb-other\n---\n`, /One record a file/],
    ['a NUL', record('summary: a\0b\n'), /not a text file/],
    ['more than 2 MB', record('', 'a'.repeat(MOST_BYTES)), /2 MB/],
    ['an unknown kind', record('').replace(':playbook', ':poster'), /resource-kind:poster/],
    ['an unquoted comma in a flow map', record('variations:\n  - {name: Small, change: Fewer, themes only}\n'), /"themes only" has no value/],
    ['no front matter', '# Title\n', /front matter/],
    ['a duplicate key in a flow map', record('context: {budget_band: a, budget_band: b}\n'), /twice/],
    ['a depth without end', record(`extra: ${'['.repeat(20_000)}\n`), /deeply|not sound/],
    ['depth in blocks', record(`extra:\n  ${'- '.repeat(9_000)}\n`), /deeply|not sound/],
    ['forty-one levels', record(`extra: ${'['.repeat(41)}${']'.repeat(41)}\n`), /deeply/],
    ['values without end', record(`extra:\n${Array.from({ length: 70_000 }, (_, index) => `  k${index}: 1`).join('\n')}\n`), /too many values/],
    ['a number that cannot be kept', record('extra: {id: 12345678901234567890}\n'), /cannot be kept|can be kept/],
  ])('%s', (_, text, problem) => expect(refusal(text)).toMatch(problem));

  it('a byte order mark and CRLF are no reason', () => expect(read(`\ufeff${record('summary: Words\n')}`.replaceAll('\n', '\r\n')).content['summary']).toBe('Words'));
});

describe('what is reported', () => {
  it('a key that no field has goes into extra under its own name', () => {
    const { extra, problems } = read(record('colour: red\nsteps:\n  - {order: 1, mood: calm}\nlimits: Of another kind.\n'));
    expect(extra).toEqual({ colour: 'red', 'steps.0.mood': 'calm', limits: 'Of another kind.' });
    expect(problems.map(({ path, severity }) => [path, severity])).toEqual([['colour', 'note'], ['steps.0.mood', 'note'], ['limits', 'note']]);
  });

  it('a field by key and by heading is an error', () => {
    const { problems } = read(record('problem: By key.\n', '# Title\n\n## The problem.\n\nBy heading.\n'));
    expect(problems).toEqual([{ path: 'problem', message: expect.stringContaining('only one'), severity: 'error' }]);
  });

  it('the title, the notice and the headings of the body', () => {
    const { content } = read(record('', '# Title\n\n> Illustrative playbook.\n\nLead.\n\n## WHAT DID NOT WORK\n\nIt.\n\n## Handover\n\n```\n## not a heading\n```\n'));
    expect(content).toMatchObject({ whatDidNotWork: { markdown: 'It.' }, body: { markdown: 'Lead.\n\n## Handover\n\n```\n## not a heading\n```' } });
  });

  it('a circle of steps, by the check of the content', () => {
    const { kind, content } = read(record('steps:\n  - {order: 1, depends_on: [2]}\n  - {order: 2, depends_on: [1]}\n'));
    expect(contentProblems(kind, content, { term: termProblem, prose: () => null })).toEqual([{ path: 'steps.0.dependsOn', message: expect.stringContaining('circle') }]);
  });

  it('a value of the wrong shape is kept and named', () => {
    const { extra, problems } = read(record('steps: none\nrisks: [null]\ninstitution: Northmoor\n'));
    expect(extra).toEqual({ steps: 'none', institution: 'Northmoor' });
    expect(problems.map(({ path }) => path)).toEqual(['steps', 'risks.0', 'institution']);
  });
});

describe('hard texts', () => {
  it.each(['yes', 'null', '2026-01-01', '1_000', '9:16', '012', '.5', '~', '=', '- a', 'a: b', 'a #b', ' a', 'a ', '{{a}}', 'a, b', '"a"', "'a'", '\u2028', '\u0085a', '\u{1f600}', 'a\nb', '%a', '@a', '`a`', 'y', '1e3', '0x1f', '---', '...', '\ud800', 'topic:cv'])('%j comes back', (text) => {
    const parts = { ...read(record('')), content: { title: text, summary: text, roles: [{ skills: [text, 'a'] }], variations: [{ name: text, change: text }], extra: { [text]: [text, { [text]: text }] } } };
    const again = read(recordText(parts));
    expect(again.content).toEqual(parts.content);
  });

  it.each(['a\n\nb', '- a\n- b', '```\n  code\n\n\ttab\n```', '> q', '# h', '## h\n\ntext', '| a |\n| --- |\n| b |', '---', 'x  \ny'])('%j comes back as rich text', (markdown) => {
    for (const language of ['en-GB', 'cy-GB']) {
      const parts = { ...read(record('')), content: { title: 'A hard text', language, problem: { markdown }, whatDidNotWork: { document: fromMarkdown(markdown) }, body: { markdown: `Lead\n\n## One\n\n${markdown}` } } };
      const text = recordText(parts);
      expect(canonicalRecord(read(text))).toBe(canonicalRecord(parts));
      expect(recordText(read(text))).toBe(text);
    }
  });
});
