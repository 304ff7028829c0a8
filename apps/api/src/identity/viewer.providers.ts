/** What it takes to know who asks. */
import { Database } from '../platform/database/database.js';
import { Notices } from '../platform/database/notices.js';
import { LastSeen } from './last-seen.js';
import { ViewerCache } from './viewer-cache.js';
import { ViewerReader } from './viewer.reader.js';

// Two processes may have seen the same session; the second one finds it noted.
const NOTE = `update session set last_seen_at = now() where id = any ($1::uuid[]) and last_seen_at < now() - interval '1 minute'`;

export const VIEWER_PROVIDERS = [
  { provide: ViewerCache, useFactory: (notices: Notices) => ViewerCache.hearing(notices), inject: [Notices] },
  { provide: LastSeen, useFactory: (database: Database) => new LastSeen((ids) => database.transaction('SYSTEM', async (transaction) => { await transaction.query(NOTE, [ids]); })), inject: [Database] },
  ViewerReader,
];
