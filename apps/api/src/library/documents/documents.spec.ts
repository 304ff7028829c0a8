/** Documents that people send: what becomes of them, who sees the report, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import { setTimeout } from 'node:timers/promises';
import { apiId } from '../../platform/ids/ids.js';
import { heading, item, paragraph, table, cell, wordFile } from '../../../test/word-file.js';
import { DECIDE, NOTE, SAVE, SUBMIT } from '../../../test/operations.js';
import { type TestPerson, World } from '../../../test/world.js';

let world: World;
let author: TestPerson;

const REPORT = `query Report($id: ID!) { node(id: $id) { ... on Resource { title summary state draft { visibility importReport { fileName format kept { part count } lost { part count detail } filled { from to } elsewhere { from to } notes } } }
  ... on Playbook { content { problem { markdown } body { markdown } whatDidNotWork { markdown } extra steps { order title instruction { markdown } ownerRole { id } duration dependsOn outputs doneWhen } } } } }`;

interface Counted { part: string; count: number }
interface Report { fileName: string; format: string; kept: Counted[]; lost: Counted[]; filled: { from: string; to: string }[]; elsewhere: { from: string; to: string }[]; notes: string[] }
interface Step { order: number; title: string; instruction: { markdown: string } | null; ownerRole: { id: string } | null; duration: string | null; dependsOn: number[]; outputs: string[]; doneWhen: string | null }
interface Work { title: string; state: string; draft: { visibility: string; importReport: Report | null } | null; content: { problem: { markdown: string } | null; body: { markdown: string } | null; whatDidNotWork: { markdown: string } | null; steps: Step[] } }
interface Sent { status: number; id: string | null; problems: { code: string; message: string }[] }

async function send(name: string, body: Buffer | string, { kind = 'PLAYBOOK', by = author as TestPerson | null, headers = {} as Record<string, string>, acting = '' } = {}): Promise<Sent> {
  const response = await fetch(`${world.url}/documents?${new URLSearchParams({ kind, name, acting: acting || (by?.actingInstitutionId ?? '') }).toString()}`, {
    method: 'POST', body: new Uint8Array(Buffer.from(body)), headers: { 'content-type': 'application/octet-stream', 'sec-fetch-site': 'same-origin', ...(by === null ? {} : { cookie: by.cookie }), ...headers },
  });
  return { status: response.status, ...((await response.json()) as { id: string | null; problems: { code: string; message: string }[] }) };
}

async function work(id: string | null, viewer: TestPerson | null = author): Promise<Work | null> {
  const { data, errors } = await world.run<{ node: Work | null }>(viewer, REPORT, { id });
  if (errors !== undefined) throw new Error(errors[0]?.message);
  return data.node;
}

async function started(name: string, body: Buffer | string): Promise<Work & { draft: { importReport: Report } }> {
  const { id, problems } = await send(name, body);
  if (id === null) throw new Error(JSON.stringify(problems));
  return (await work(id)) as Work & { draft: { importReport: Report } };
}

beforeAll(async () => {
  world = await World.create();
  author = await world.person({ at: 'Calderfold' });
});
afterAll(() => world.close());

describe('a document that somebody sends', () => {
  it('becomes a draft with its headings in the fields of the kind, and nothing is published', async () => {
    const { title, state, content, draft } = await started('2026-03-01_open-evening.docx', await wordFile({ body: heading(1, 'An open evening for parents') + paragraph('Held in March.') + heading(2, 'The need') + paragraph('Parents ask late.')
      + heading(2, 'Steps') + item(1, 'Book the hall') + item(1, 'Write to parents') + heading(2, 'What did not work') + paragraph('Posters.') + heading(2, 'Thanks') + table([cell('Who'), cell('For what')], [cell('Porters'), cell('Chairs')]) }));
    expect({ title, state, problem: content.problem?.markdown.trim(), failed: content.whatDidNotWork?.markdown.trim(), steps: content.steps.map(({ order, title: step }) => [order, step]) })
      .toEqual({ title: 'An open evening for parents', state: 'DRAFT', problem: 'Parents ask late.', failed: 'Posters.', steps: [[1, 'Book the hall'], [2, 'Write to parents']] });
    expect(content.body?.markdown.trim()).toBe('Held in March.\n\n## Thanks\n\n| Who | For what |\n| --- | --- |\n| Porters | Chairs |');
    expect(draft.importReport).toMatchObject({
      fileName: '2026-03-01_open-evening.docx', format: 'WORD', lost: [], notes: [], kept: expect.arrayContaining([{ part: 'HEADING', count: 5 }, { part: 'TABLE', count: 1 }, { part: 'STEP', count: 2 }]),
      filled: [{ from: 'the heading of level 1', to: 'title' }, { from: '## The need', to: 'problem' }, { from: '## Steps', to: 'steps' }, { from: '## What did not work', to: 'whatDidNotWork' }],
      elsewhere: [{ from: 'the text before the first heading', to: 'body' }, { from: '## Thanks', to: 'body' }],
    });
  });

  it('is read as a web page by the rules of browsers, without its scripts, its navigation and what it hides', async () => {
    const { title, content, draft } = await started('page.html', '<!doctype html><html lang="en-GB"><head><title>Site</title><script>alert(1)</script></head><body><nav><a href="/x">Home</a></nav><main><h1>Drop-ins</h1><p>Come <b>by</b><p>any <a href="javascript:alert(1)">time</a> <a href="https://example.org/">here</a><div hidden>secret</div><img src="https://example.org/spy.png" alt="A stall"><iframe src="https://example.org"></iframe></main></body></html>');
    expect([title, content.body?.markdown.trim()]).toEqual(['Drop-ins', 'Come **by**\n\nany time [here](https://example.org/)\n\nA stall']);
    expect(Object.fromEntries(draft.importReport.lost.map(({ part, count }) => [part, count]))).toEqual({ SCRIPT: 1, PAGE_FURNITURE: 1, UNSAFE_LINK: 1, HIDDEN_TEXT: 1, IMAGE: 1, EMBEDDED_OBJECT: 1 });
  });

  it('is read as Markdown, whatever is lost told with how often', async () => {
    const { title, content, draft } = await started('note.md', '# A note\n\n<div>Hello</div>\n\n<div>again</div>\n\n## The problem\n\nIt rains.\n');
    expect([title, content.problem?.markdown.trim(), draft.importReport.format]).toEqual(['A note', 'It rains.', 'MARKDOWN']);
    expect(draft.importReport.lost).toEqual([{ part: 'MARKUP', count: 2, detail: 'Removed the HTML tag <div>.' }]);
  });

  it('is read as a list of steps: in order, with what each waits for at its new place, and formulas as text', async () => {
    const csv = '\ufeffOrder;Title;Instruction;Owner role;Duration;Depends on;Outputs;Done when;Room\n20;"Call; then write";=HYPERLINK("http://evil");Careers consultant;3 days;10;A list;Sent;B2\n10;Ask;;Nobody Known;soon;;;;\n';
    const { title, content, draft } = await started('open-evening.csv', csv);
    expect(title).toBe('Open evening');
    expect(content.steps.map(({ order, title: step, ownerRole, duration, dependsOn, outputs, doneWhen, instruction }) => ({ order, step, owner: ownerRole?.id ?? null, duration, dependsOn, outputs, doneWhen, how: instruction?.markdown.trim() }))).toEqual([
      { order: 1, step: 'Ask', owner: null, duration: null, dependsOn: [], outputs: [], doneWhen: null, how: 'Owner: Nobody Known\n\nTakes: soon' },
      { order: 2, step: 'Call; then write', owner: 'role:careers-consultant', duration: 'P3D', dependsOn: [1], outputs: ['A list'], doneWhen: 'Sent', how: '\\=HYPERLINK("http://evil")\n\nRoom: B2' },
    ]);
    expect(draft.importReport.elsewhere.map(({ from }) => from)).toEqual(expect.arrayContaining(['ownerRole', 'duration', 'Room']));
  });

  it.each([['UTF-16', Buffer.from('\ufefftitle\tdone when\nÅsk\tYes\n', 'utf16le')], ['Windows-1252', Buffer.from('title,done when\n\u00c5sk,Yes\n', 'latin1')]])('is read in %s too', async (_name, bytes) => {
    expect((await started('steps.csv', bytes)).content.steps.map(({ title, doneWhen }) => [title, doneWhen])).toEqual([['Åsk', 'Yes']]);
  });

  it('twice makes two drafts', async () => {
    const [first, second] = await Promise.all([send('a.md', 'Twice.'), send('a.md', 'Twice.')]);
    expect(new Set([first.id, second.id, null]).size).toBe(3);
  });
});

describe('the report', () => {
  it('is there for those who read the draft, and goes with it', async () => {
    const { id } = await send('note.md', 'The text of a note.');
    const [colleague, stranger, approver] = [await world.person({ at: 'Calderfold' }), await world.person({ at: 'Tidewell', isModerator: true }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] })];
    expect([await work(id, colleague), await work(id, stranger), await work(id, null)]).toEqual([null, null, null]);
    await world.run(author, SAVE, { input: { id, expectedRevision: 1, visibility: 'INSTITUTION', content: { playbook: NOTE } } });
    expect((await work(id))?.draft?.importReport?.fileName).toBe('note.md');
    await world.run(author, SUBMIT, { input: { id, expectedRevision: 2 } });
    expect((await work(id, approver))?.draft?.importReport?.fileName).toBe('note.md');
    const [item] = await world.rows<{ id: string }>(`select id from review_item where status = 'OPEN'`);
    await world.run(approver, DECIDE, { input: { id: apiId('reviewItem', item?.id ?? ''), revision: 2, approve: true } });
    expect(await work(id)).toMatchObject({ state: 'PUBLISHED', draft: null });
  });

  it('is not told to the moderator who judges the draft', async () => {
    const { id } = await send('note.md', 'The text.');
    await world.rows(`update resource_draft set status = 'IN_REVIEW', stage = 'MODERATION', visibility = 'PUBLIC' where resource_id = (select resource_id from resource_draft order by updated_at desc limit 1)`);
    const moderator = await world.person({ at: 'Tidewell', isModerator: true });
    expect((await work(id, moderator))?.draft?.importReport).toBeNull();
  });
});

/** An archive whose part is far larger than it says. */
async function bomb(): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await wordFile({ body: paragraph('x') }));
  zip.file('word/media/bomb.bin', Buffer.alloc(64 * 1024 * 1024));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

async function withPart(name: string, content: string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await wordFile({ body: paragraph('x') }));
  zip.file(name, content, { createFolders: false });
  return zip.generateAsync({ type: 'nodebuffer' });
}

async function withManyParts(): Promise<Buffer> {
  return wordFile({ body: paragraph('x'), parts: Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`word/media/${index}.png`, 'x'])) });
}

const manyParagraphs = (length: number): string => Array.from({ length }, (_, index) => paragraph(`Again, for the ${index * 7919}th time.`)).join('');
const ole = (words: string): Buffer => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(words, 'utf16le')]);
const deep = (depth: number): string => `${'<w:sdt><w:sdtContent>'.repeat(depth)}${paragraph('x')}${'</w:sdtContent></w:sdt>'.repeat(depth)}`;

describe('a file is refused by name and changes nothing', () => {
  const HOSTILE: readonly (readonly [string, string, () => Promise<Buffer> | Buffer | string, string])[] = [
    ['that is empty', 'a.docx', () => '', 'EMPTY'],
    ['of white space', 'a.md', () => ' \n\n ', 'EMPTY'],
    ['that is no archive', 'a.docx', () => 'Dear all', 'NOT_WHAT_IT_SAYS'],
    ['that is cut short', 'a.docx', async () => (await wordFile({ body: paragraph('x') })).subarray(0, 700), 'DAMAGED'],
    ['that is another archive', 'a.docx', async () => new JSZip().file('a.txt', 'x').generateAsync({ type: 'nodebuffer' }), 'NOT_WHAT_IT_SAYS'],
    ['of the older kind', 'a.docx', () => ole('WordDocument'), 'OLD_WORD'],
    ['of the older kind under its own name', 'a.doc', () => ole('WordDocument'), 'OLD_WORD'],
    ['with a password', 'a.docx', () => ole('EncryptedPackage'), 'LOCKED'],
    ['of a kind nobody reads', 'a.pdf', () => '%PDF-1.7', 'UNKNOWN_FORMAT'],
    ['that is a Word file under another name', 'a.md', async () => wordFile({ body: paragraph('x') }), 'NOT_WHAT_IT_SAYS'],
    ['of bytes', 'a.md', () => Buffer.from([1, 0, 2, 0, 3]), 'NOT_TEXT'],
    ['that unpacks to a thousand times itself', 'a.docx', bomb, 'UNPACKS_TOO_LARGE'],
    ['of thousands of parts', 'a.docx', withManyParts, 'TOO_MANY_PARTS'],
    ['whose parts lead outside', 'a.docx', () => withPart('../../etc/passwd', 'x'), 'UNSAFE_NAMES'],
    ['that declares entities', 'a.docx', () => withPart('word/document.xml', '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'), 'DECLARES_ENTITIES'],
    ['with XML that is none', 'a.docx', () => withPart('word/document.xml', '<w:document><w:body>'), 'DAMAGED'],
    ['nested ten thousand deep', 'a.docx', () => wordFile({ body: deep(10_000) }), 'TOO_DEEP'],
    ['of HTML nested ten thousand deep', 'a.html', () => `${'<div>'.repeat(10_000)}x`, 'TOO_DEEP'],
    ['of a hundred thousand paragraphs', 'a.docx', () => wordFile({ body: manyParagraphs(100_000) }), 'TOO_LONG'],
    ['of three megabytes of Markdown', 'a.md', () => 'word '.repeat(600_000), 'TOO_LONG'],
    ['of steps without titles', 'a.csv', () => 'who,when\nme,now\n', 'NO_TITLES'],
    ['of more steps than a playbook has', 'a.csv', () => `title\n${'Again\n'.repeat(201)}`, 'TOO_LONG'],
  ];
  it.each(HOSTILE)('%s', async (_what, name, make, code) => {
    const before = await world.rows('select count(*)::int as count from resource');
    const { id, problems } = await send(name, await make());
    expect({ id, codes: problems.map((problem) => problem.code) }).toEqual({ id: null, codes: [code] });
    expect(await world.rows('select count(*)::int as count from resource')).toEqual(before);
  }, 60_000);

  it('of sixty megabytes, before it is read', async () => {
    expect(await send('a.docx', Buffer.alloc(60 * 1024 * 1024, 'PK'))).toMatchObject({ status: 413, id: null, problems: [{ code: 'TOO_LARGE' }] });
  });

  it('while the server goes on answering others', async () => {
    // Read to its end, which takes seconds: not more paragraphs than a text has room for, but more characters.
    const slow = send('a.docx', await wordFile({ body: manyParagraphs(15_000) }));
    let longest = 0;
    let asked = 0;
    let isOver = false;
    void slow.finally(() => { isOver = true; });
    while (!isOver) {
      const begun = Date.now();
      await world.run(null, '{ __typename }');
      longest = Math.max(longest, Date.now() - begun);
      asked += 1;
      await setTimeout(20); // what asks must leave the thread its turn
    }
    expect((await slow).problems.map(({ code }) => code)).toEqual(['TOO_LONG']);
    expect(asked).toBeGreaterThan(20);
    expect(longest).toBeLessThan(1000);
  }, 60_000);
});

describe('nobody else may send one', () => {
  it('from another site', async () => expect(await send('a.md', 'Text', { headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({ status: 403, problems: [{ code: 'OTHER_SITE' }] }));
  it('without signing in', async () => expect(await send('a.md', 'Text', { by: null })).toMatchObject({ status: 401, problems: [{ code: 'UNAUTHENTICATED' }] }));
  it('at an institution that takes no part yet', async () => expect(await send('a.md', 'Text', { by: await world.person({ at: 'Listed only', standing: 'LISTED' }) })).toMatchObject({ status: 403, problems: [{ code: 'FORBIDDEN' }] }));
  it('from a page that was opened for another institution', async () => expect(await send('a.md', 'Text', { acting: (await world.person({ at: 'Elsewhere' })).actingInstitutionId })).toMatchObject({ problems: [{ code: 'OTHER_INSTITUTION' }] }));
  it('as a kind that does not take it', async () => expect(await send('a.csv', 'title\nAsk\n', { kind: 'CASE_STUDY' })).toMatchObject({ status: 422, problems: [{ code: 'ONLY_FOR_PLAYBOOKS' }] }));
});

