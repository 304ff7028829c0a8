/** Import and export on the command line: nothing lost silently, nothing twice, one bad file never stops the rest. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Commons, commons } from '../../../test/command-line.js';
import { canonicalRecord, contentOf, readRecordFile } from '../../library/index.js';
import { type Answer, runCommand } from '../run.js';
import { importCommand } from './import.js';

jest.setTimeout(120_000);

const SEEDS = fileURLToPath(new URL('../../../seeds/records/', import.meta.url));

let here: Commons;
let folder: string;
beforeAll(async () => { here = await commons(); folder = await mkdtemp(join(tmpdir(), 'passalong-import-')); }, 120_000);
afterAll(async () => { await here.world.close(); await rm(folder, { recursive: true }); });

const records = async (path: string): Promise<Map<string, string>> => new Map(await Promise.all((await readdir(path)).sort().map(async (name): Promise<[string, string]> => [name, await readFile(join(path, name), 'utf8')])));
const canonical = (text: string): [string, string] => {
  const reading = readRecordFile(text);
  if (!reading.ok) throw new Error(reading.problem);
  const parts = contentOf(reading.record);
  return [parts.recordId, canonicalRecord(parts)];
};
async function notes(name: string, files: Record<string, string | Buffer>): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text);
  return path;
}
const importNotes = (path: string, ...more: string[]): Promise<Answer> => here.run('import', path, '--as', 'northmoor', '--by', 'Nia Okafor', ...more);
const record = (id: string, lines = '', kind = 'playbook'): string => `---\nid: ${id}\nkind: "resource-kind:${kind}"\ntitle: A record called ${id}\nlanguage: en-GB\nversion: 1.0.0\ninstitution: {name: Northmoor University, fictional: true}\n${lines}---\n\n# A record\n`;

describe('The twenty-four records', () => {
  it('are the same after export and import into another commons, and exported there the same bytes', async () => {
    const there = await commons();
    try {
      expect((await here.run('import', SEEDS, '--publish')).out).toContain('24 published');
      const [first, second] = [join(folder, 'first'), join(folder, 'second')];
      await here.run('export', first);
      expect((await there.run('import', first, '--publish')).out).toContain('24 published');
      await there.run('export', second);
      const seeded = new Map([...(await records(SEEDS)).values()].map(canonical));
      const exported = await records(first);
      expect(exported.size).toBe(24);
      expect(new Map([...exported.values()].map(canonical))).toEqual(seeded);
      expect(await records(second)).toEqual(exported);
    } finally {
      await there.world.close();
    }
  }, 120_000);

  it('are not imported twice', async () => {
    expect((await here.run('import', SEEDS, '--publish')).out).toContain('24 unchanged');
  });

  it('carry the numbers of a changed file into the next version, and leave those of the one before', async () => {
    const text = await readFile(join(SEEDS, 'case-study-how-to-series.md'), 'utf8');
    const path = await notes('changed', { 'case-study-how-to-series.md': text.replace('values: {posts: 22,', 'values: {posts: 23,') });
    await here.run('import', path, '--publish');
    const posts = await here.world.rows<{ number: number; value: number }>(
      `select v.number, o.value from resource_version v join version_numbers n on n.version_id = v.id join measurement m on m.number_set_id = n.number_set_id join published_observation o on o.measurement_id = m.id
       where m.row_id = 'ig-carousel-baseline' and o.metric = 'metric:posts' and o.value in (22, 23) and v.content ->> 'title' like 'Save it for later%' order by v.number`);
    expect(posts).toEqual([{ number: 1, value: 22 }, { number: 2, value: 23 }]);
  });

  it('are published by an import in demo mode only', async () => {
    const { code, error } = await runCommand([importCommand], ['import', SEEDS, '--publish'], { ...here.env, PASSALONG_MODE: 'production' });
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('demo mode') });
  });
});

describe('Markdown written elsewhere', () => {
  const OLD = '---\ntitle: How kids &amp; parents search\nsummary: Two ways.\ntopics: [interview, space-travel]\nexpirydate: 2025-01-01\n---\n\nLead with <b>bold</b> and <script>alert(1)</script>.\n\n## The problem\n\nThey leave.\n\n## Steps\n\n1. Ask\n2. Listen\n\n   For a while.\n\n## Further reading\n\n{{< img src="a.jpg" alt="Two kids." >}} [a page](javascript:alert(1))\n';

  it('becomes a private draft, and the report says what became of everything', async () => {
    const report = join(folder, 'report.json');
    const path = await notes('old', { 'kids.md': OLD });
    expect((await importNotes(path, '--report', report)).out).toContain('1 new drafts');
    const { files: [file] } = JSON.parse(await readFile(report, 'utf8')) as { files: { mapped: object[]; kept: object[]; dropped: string[]; notes: string[] }[] };
    expect(file?.mapped).toEqual([{ from: 'title', to: 'title' }, { from: 'summary', to: 'summary' }, { from: 'topics', to: 'topics' }, { from: '## The problem', to: 'problem' }, { from: '## Steps', to: 'steps' }]);
    expect(file?.kept).toEqual([{ from: 'topics', to: 'extra.topics' }, { from: 'expirydate', to: 'extra.expirydate' }, { from: 'the text before the first heading', to: 'body' }, { from: '## Further reading', to: 'body' }]);
    expect(file?.notes).toEqual([expect.stringContaining('Did you mean "topic:')]);
    expect(file?.dropped.join('\n')).toMatch(/\{\{< img >\}\} by its words[\s\S]*<script> with its content|<script> with its content[\s\S]*\{\{< img >\}\}/);
    const [draft] = await here.world.rows<{ visibility: string; content: Record<string, unknown>; slug: string }>(`select d.visibility, d.content, r.slug from resource_draft d join resource r on r.id = d.resource_id where d.content ->> 'title' like 'How kids%'`);
    expect(draft).toMatchObject({ visibility: 'PRIVATE', content: { title: 'How kids & parents search', topics: ['topic:interview'], extra: { topics: ['space-travel'], expirydate: '2025-01-01' }, licence: null } });
    expect((draft?.content['steps'] as { title: string }[]).map(({ title }) => title)).toEqual(['Ask', 'Listen']);
    expect(JSON.stringify(draft?.content)).not.toMatch(/alert|<b>|javascript/);
  });

  it('is not imported twice, and a changed file changes the draft that nobody edited', async () => {
    const path = await notes('old', { 'kids.md': OLD });
    expect((await importNotes(path)).out).toContain('1 unchanged');
    await notes('old', { 'kids.md': OLD.replace('They leave.', 'They leave early.') });
    expect((await importNotes(path)).out).toContain('1 revised');
    await here.world.rows(`update resource_draft set revision = revision + 1 where content ->> 'title' like 'How kids%'`);
    await notes('old', { 'kids.md': OLD.replace('They leave.', 'They stay.') });
    expect((await importNotes(path)).out).toMatch(/left alone {2}kids.md: .*somebody edited[\s\S]*1 left alone/);
    expect(await here.world.rows(`select 1 from resource_draft where content ->> 'title' like 'How kids%'`)).toHaveLength(1);
  });

  it('is found again under another folder by what it says', async () => {
    const path = await notes('elsewhere', { 'copy.md': '# The same\n\nText.\n', 'twin.md': '# The same\n\nText.\n' });
    expect((await importNotes(path)).out).toMatch(/twin.md: The same text was imported as file:elsewhere\/copy.md[\s\S]*1 new drafts.* 1 unchanged/);
  });

  it('needs somebody who answers for it', async () => {
    const path = await notes('old', { 'kids.md': OLD });
    expect((await here.run('import', path)).out).toContain('--as <institution-slug> --by <person>');
    expect((await here.run('import', path, '--as', 'northmoor', '--by', 'Amina Rahman')).error).toBe('Amina Rahman is no member of Northmoor University.');
    expect((await here.run('import', path, '--as', 'northmor')).error).toContain('There is no institution with the slug "northmor".');
  });
});

describe('Bad files', () => {
  it('are named one by one, and the good one is imported', async () => {
    const deep = `extra: ${'['.repeat(41)}${']'.repeat(41)}\n`;
    const path = await notes('bad', {
      'good.md': '# A good note\n\nText.\n', 'yaml.md': '---\ntitle: [a\n---\n\nText.\n', 'open.md': '---\ntitle: a\n\nText.\n', 'empty.md': '', 'blank.md': ' \n', 'deep.md': `---\n${deep}---\n`,
      'big.md': Buffer.alloc(21 * 1024 * 1024, 'a'), 'binary.md': Buffer.from([0x89, 0x50, 0, 1]), 'latin.md': Buffer.from('caf\xe9\n', 'latin1'), 'utf16.md': Buffer.from('\ufeffText', 'utf16le'),
      'bomb.md': `---\na: &a [x, x]\nb: [*a, *a]\n---\n`, 'kind.md': record('pb-kind').replace(':playbook', ':poster'), 'term.md': record('pb-term', 'topics: ["topic:intervew"]\n'),
      'one.md': record('pb-one', 'adapted_from: {id: pb-two, version: 1.0.0, changes: [Shorter.]}\n'), 'two.md': record('pb-two', 'adapted_from: {id: pb-one, version: 1.0.0, changes: [Longer.]}\n'),
      'steps.md': record('pb-steps', 'steps:\n  - {order: 1, title: A, depends_on: [2]}\n  - {order: 2, title: B, depends_on: [1]}\n'), 'notes.txt': 'Text.',
      'audience.md': record('pb-audience', 'visibility: "visibility:everyone"\n'), 'marks.md': `# Marks\n\n${'{{< a '.repeat(60_000)}${'{% b '.repeat(60_000)}`,
    });
    await mkdir(join(path, 'folder.md'), { recursive: true });
    await symlink(path, join(path, 'loop'));
    await symlink('/etc', join(path, 'outside'));
    const { out } = await importNotes(path);
    const line = (name: string): string => out.split('\n').find((candidate) => candidate.includes(`  ${name}`)) ?? '';
    const said = {
      'yaml.md': /no YAML/, 'open.md': /not closed/, 'empty.md': /empty/, 'blank.md': /blanks/, 'deep.md': /deeply/, 'big.md': /21\.0 MB/, 'binary.md': /binary/, 'latin.md': /not UTF-8.*line 1/, 'utf16.md': /UTF-16/,
      'bomb.md': /Anchors|Aliases/, 'kind.md': /resource-kind:poster/, 'term.md': /Did you mean "topic:interview"/, 'one.md': /circle: pb-one → pb-two → pb-one/, 'two.md': /circle/, 'steps.md': /circle: 1 → 2 → 1/,
      'audience.md': /visibility: .*not a tag/, 'marks.md': /longer than 200000 characters/, 'notes.txt': /Not Markdown/, 'folder.md': /folder/, loop: /circle/, outside: /leads out/,
    };
    for (const [name, words] of Object.entries(said)) expect([name, line(name)]).toEqual([name, expect.stringMatching(words)]);
    expect(out).toContain('1 new drafts');
  }, 120_000);

  it('may name each other in a circle, and a name that stands for nothing is kept', async () => {
    const path = await notes('links', {
      'a.md': record('pb-a', 'linked_case_studies: [cs-b, cs-nowhere]\n'), 'b.md': record('cs-b', 'playbook_ref: pb-a\n', 'case-study'),
    });
    expect((await importNotes(path)).out).toMatch(/linked_case_studies: cs-nowhere is not here[\s\S]*2 new drafts/);
    const rows = await here.world.rows<{ id: string; content: { linkedCaseStudies?: string[]; playbookRef?: string; extra: unknown } }>(
      `select r.id, d.content from resource_draft d join resource r on r.id = d.resource_id join import_source s on s.resource_id = r.id where s.source_key in ('record:pb-a', 'record:cs-b') order by s.source_key desc`);
    expect(rows[0]?.content).toMatchObject({ linkedCaseStudies: [rows[1]?.id], extra: { linked_case_studies: ['cs-nowhere'] } });
    expect(rows[1]?.content).toMatchObject({ playbookRef: rows[0]?.id });
    expect(await here.world.rows('select action, reason from lifecycle_event where resource_id = $1', [rows[0]?.id])).toEqual([{ action: 'CREATE', reason: 'Imported from the record pb-a.' }]);
  });

  it('are no reason to stop at a wrong flag: that is told before anything is read', async () => {
    expect(await here.run('import', folder, '--colour', 'red')).toMatchObject({ code: 2, error: expect.stringContaining("'--colour'") });
    expect(await here.run('import', folder, '--kind', 'poster')).toMatchObject({ code: 2, error: expect.stringContaining('There is no kind "poster"') });
    expect(await here.run('impart')).toMatchObject({ code: 2, error: expect.stringContaining('Unknown command "impart"') });
    expect((await here.run('import', '--help')).out).toContain('--report <file>');
  });
});
