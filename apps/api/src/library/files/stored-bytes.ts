/**
 * The bytes behind the rows: several rows may share them, and the last one that goes takes them along. Every key is written down before there is anything
 * under it, so that what a crash leaves behind is found again, and nothing is ever removed that was not put there from here.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import { FILE_STORE, type FileStore } from './store/file-store.js';

/** Younger bytes may be on their way to their row. */
const YOUNG_HOURS = 24;
const SWEPT_AT_ONCE = 500;

const IS_UNUSED = `not exists (select from draft_file d where d.store_key = k.store_key) and not exists (select from version_file v where v.store_key = k.store_key and v.redaction_id is null)`;
const UNUSED = `select k.store_key as key from unnest($1::text[]) k(store_key) where ${IS_UNUSED}`;
const LEFT_BEHIND = `select k.store_key as key from kept_bytes k where k.put_at < now() - make_interval(hours => ${YOUNG_HOURS}) and ${IS_UNUSED} order by k.put_at limit ${SWEPT_AT_ONCE}`;

interface Kept { readonly key: string }

@Injectable()
export class StoredBytes {
  constructor(@Inject(Database) private readonly database: Database, @Inject(FILE_STORE) private readonly store: FileStore | null) {}

  /** @returns the key, which a row has to carry within a day */
  async keep(bytes: Buffer, mediaType: string): Promise<string> {
    if (this.store === null) throw new Error('There is no place for files.');
    const key = newKey();
    await this.database.transaction('SYSTEM', (transaction) => transaction.query('insert into kept_bytes (store_key) values ($1)', [key]));
    await this.store.put(key, bytes, mediaType);
    return key;
  }

  /** After the rows are gone for good. A row is only ever copied from one that stands, so what nothing refers to now nothing ever will. */
  async removeUnused(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.remove(await this.found(UNUSED, [keys]));
  }

  /** Takes out what an upload left behind that ended between store and row, and a redacted picture whose bytes were to go when the process did. */
  async sweep(): Promise<void> {
    await this.remove(await this.found(LEFT_BEHIND, []));
  }

  private found(query: string, values: readonly unknown[]): Promise<readonly Kept[]> {
    return this.database.transaction('SYSTEM', (transaction) => transaction.query<Kept>(query, values));
  }

  private async remove(unused: readonly Kept[]): Promise<void> {
    for (const { key } of unused) {
      await this.store?.remove(key);
      await this.database.transaction('SYSTEM', (transaction) => transaction.query('delete from kept_bytes where store_key = $1', [key]));
    }
  }
}
