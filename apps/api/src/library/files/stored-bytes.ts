/** The bytes behind the rows: several rows may share them, and the last one that goes takes them along. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { FILE_STORE, type FileStore } from './store/file-store.js';

const UNUSED = `select k.key from unnest($1::text[]) k(key)
  where not exists (select from draft_file d where d.store_key = k.key) and not exists (select from version_file v where v.store_key = k.key and v.redaction_id is null)`;

@Injectable()
export class StoredBytes {
  constructor(@Inject(Database) private readonly database: Database, @Inject(FILE_STORE) private readonly store: FileStore | null) {}

  /** After the rows are gone for good. A row is only ever copied from one that stands, so what nothing refers to now nothing ever will. */
  async removeUnused(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const unused = await this.database.transaction('SYSTEM', (transaction) => transaction.query<{ key: string }>(UNUSED, [keys]));
    for (const { key } of unused) await this.store?.remove(key);
  }
}
