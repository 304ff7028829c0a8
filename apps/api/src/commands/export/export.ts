/** `export`: what is published as files, one for each resource: record files, or web pages, Word and PDF to read. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentsText, publishedRecords, recordText } from '../../library/index.js';
import { type Call, type Command, UsageError } from '../command.js';
import { RECORD_NUMBERS } from '../record-numbers.js';
import { withDatabase } from '../settings.js';
import { type Asked, type Plan, planOf } from './plan.js';
import { writtenFiles } from './written-files.js';

const FORMATS = { markdown: 'md', html: 'html', docx: 'docx', pdf: 'pdf' } as const;

interface ExportedFile { readonly name: string; readonly bytes: Buffer | string }

export const exportCommand: Command = {
  name: 'export', takes: '<folder>',
  summary: 'Write what is published as files: record files, or web pages, Word or PDF.',
  details: [
    'One file a resource: record files are named by their record id, others by their address. Files of that name are overwritten, others stay.',
    'With --collection they are numbered in its order, and contents.txt beside them says what they are for.',
    'Everything published is written, whoever may read it, without what is archived or hidden: treat the folder accordingly.',
  ],
  flags: {
    format: { type: 'string', value: 'markdown|html|docx|pdf', help: 'markdown, which is record files, unless told otherwise' },
    slug: { type: 'string', value: '<slug>', help: 'only this resource; several are divided by commas' },
    collection: { type: 'string', value: '<slug>', help: 'only what is in this collection' },
    public: { type: 'boolean', help: 'only what anyone may read' },
  },
  async run(call) {
    const [folder, ...others] = call.words;
    if (folder === undefined || others.length > 0) throw new UsageError('export takes one folder.');
    const format = formatOf(call.text('format') ?? 'markdown');
    const asked = askedFor(call);
    const plan = await withDatabase(call.env, (database, { publicUrl }) => database.transaction('SYSTEM', (transaction) => planOf(transaction, publicUrl, asked)));
    await mkdir(folder, { recursive: true });
    if (plan.chosen !== null) await writeFile(join(folder, 'contents.txt'), contentsText(plan.chosen));
    let count = 0;
    for await (const { name, bytes } of format === 'md' ? await records(call, plan) : writtenFiles(call.env, plan, format)) {
      await writeFile(join(folder, name), bytes);
      count += 1;
    }
    return `${count} ${format === 'md' ? 'record' : format} files are written to ${folder}.`;
  },
};

function formatOf(named: string): (typeof FORMATS)[keyof typeof FORMATS] {
  if (!Object.hasOwn(FORMATS, named)) throw new UsageError(`export knows the formats ${Object.keys(FORMATS).join(', ')}.`);
  return FORMATS[named as keyof typeof FORMATS];
}

function askedFor(call: Call): Asked {
  const slugs = call.text('slug')?.split(',').map((slug) => slug.trim()).filter((slug) => slug !== '') ?? [];
  const collection = call.text('collection');
  if (collection !== null && slugs.length > 0) throw new UsageError('export takes resources or a collection, not both.');
  return { slugs, collection, isPublicOnly: call.isSet('public') };
}

async function records({ env }: Call, { works, chosen }: Plan): Promise<readonly ExportedFile[]> {
  if (works.length === 0) return [];
  const read = (slugs: readonly string[]): Promise<readonly ExportedFile[]> => withDatabase(env, (database) => database.transaction('SYSTEM', async (transaction) => (await publishedRecords(transaction, slugs, RECORD_NUMBERS)).map((parts) => ({ name: parts.recordId, bytes: recordText(parts) }))));
  if (chosen === null) return (await read(works.map(({ slug }) => slug))).map(({ name, bytes }) => ({ name: `${name}.md`, bytes }));
  const files: ExportedFile[] = [];
  for (const { slug, name } of works) files.push(...(await read([slug])).map(({ bytes }) => ({ name: `${name}.md`, bytes })));
  return files;
}
