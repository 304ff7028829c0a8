/** Reads the audit record of an institution, for its administrators. */
import { Inject, Injectable } from '@nestjs/common';
import { hasRole, type Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { COMMONS_CHAIN } from '../platform/audit/index.js';
import { Database } from '../platform/database/database.js';
import { type Connection, EMPTY_PAGE, pageOf, type PageRow } from '../platform/graphql/connection.js';
import { Cursor } from '../platform/graphql/cursor.js';
import { readApiId } from '../platform/ids/ids.js';
import { compiledAnswer, descend } from '../platform/selection/index.js';

interface AskedRecord { readonly institutionId: string | null; readonly isOfCommons: boolean }

@Injectable()
export class AuditEntryReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The newest first; nothing for those who may not read it, whether there is such an institution or not. Behind this stands row security by the acting institution. */
  async page(viewer: Viewer, { first, after, ...asked }: { first: number; after: string | null } & AskedRecord, info: GraphQLResolveInfo): Promise<Connection> {
    const chain = chainFor(viewer, asked);
    if (chain === null) return EMPTY_PAGE;
    const from = after === null ? null : Cursor.read(after, 'number', { chain });
    const { answer, statement } = compiledAnswer(info, viewer, descend(info, ['edges', 'node']), 'a', first);
    const earlier = from === null ? '' : ` and a.sequence < ${statement.param(from.key, 'int')}`;
    const text = `select ${answer} as answer, a.id, a.sequence::text as key from audit_entry a where a.chain = ${statement.param(chain, 'uuid')}${earlier} order by a.sequence desc limit ${first + 1}`;
    const rows = await this.database.transaction(viewer, (transaction) => transaction.query<PageRow>(text, statement.values));
    return pageOf(rows, { first, after, sort: 'number', filter: { chain } });
  }
}

/** The record that the viewer may read: that of the acting institution for its administrators; any institution's, and that of the commons, for a platform administrator. */
function chainFor(viewer: Viewer, { institutionId, isOfCommons }: AskedRecord): string | null {
  if (viewer.kind !== 'PERSON') return null;
  if (isOfCommons) return viewer.isPlatformAdministrator && institutionId === null ? COMMONS_CHAIN : null;
  const asked = institutionId === null ? { type: 'institution', key: viewer.institutionId } : readApiId(institutionId);
  if (asked?.type !== 'institution') return null;
  const isOwn = asked.key === viewer.institutionId && hasRole(viewer, 'ADMINISTRATOR');
  return isOwn || viewer.isPlatformAdministrator ? asked.key : null;
}
