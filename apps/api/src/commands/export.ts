/** `export`: record files of what is published. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedRecords, recordText } from '../library/index.js';
import { type Command, UsageError } from './command.js';
import { RECORD_NUMBERS } from './record-numbers.js';
import { withDatabase } from './settings.js';

export const exportCommand: Command = {
  name: 'export', takes: '<folder>',
  summary: 'Write what is published as record files.',
  details: ['One file a resource, named by its record id; files of that name are overwritten, others stay. Everything published is written, whoever may read it: treat the folder accordingly.'],
  flags: {
    slug: { type: 'string', value: '<slug>', help: 'only this resource; several are divided by commas' },
    public: { type: 'boolean', help: 'only what anyone may read' },
  },
  async run(call) {
    const [folder, ...others] = call.words;
    if (folder === undefined || others.length > 0) throw new UsageError('export takes one folder.');
    const slugs = call.text('slug')?.split(',').map((slug) => slug.trim()).filter((slug) => slug !== '') ?? [];
    const found = await withDatabase(call.env, (database) => database.transaction('SYSTEM', (transaction) => publishedRecords(transaction, slugs, RECORD_NUMBERS)));
    const records = call.isSet('public') ? found.filter(({ placement }) => placement.visibility === 'visibility:public') : found;
    if (slugs.length > found.length) throw new Error(`Of ${slugs.length} named resources ${found.length} are published.`);
    await mkdir(folder, { recursive: true });
    for (const parts of records) await writeFile(join(folder, `${parts.recordId}.md`), recordText(parts));
    return `${records.length} record files are written to ${folder}.`;
  },
};
