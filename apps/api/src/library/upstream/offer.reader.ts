/** Reads offers: those of the authors of either work. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { compiledAnswer, descend, type Statement } from '../../platform/selection/index.js';
import { writesSql } from './offer.fields.js';

const MOST_OFFERS = 100;

@Injectable()
export class OfferReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The offer, or null where it is absent or the viewer writes neither work. */
  async find(viewer: Viewer, key: string, info: GraphQLResolveInfo, path: readonly string[] = []): Promise<object | null> {
    const [answer] = await this.read(viewer, info, path, (statement) => `offer.id = ${statement.param(key, 'uuid')} and (${writesSql('offer.original_id', viewer, statement)} or ${writesSql('offer.resource_id', viewer, statement)})`);
    return answer ?? null;
  }

  /** Open ones that the viewer may answer, the longest waiting first. */
  waiting(viewer: Viewer, info: GraphQLResolveInfo): Promise<readonly object[]> {
    return this.read(viewer, info, [], (statement) => `offer.status = 'OPEN' and ${writesSql('offer.original_id', viewer, statement)}`);
  }

  private async read(viewer: Viewer, info: GraphQLResolveInfo, path: readonly string[], where: (statement: Statement) => string): Promise<readonly object[]> {
    if (viewer.kind !== 'PERSON') return [];
    const { answer, statement } = compiledAnswer(info, viewer, descend(info, path), 'offer');
    const text = `select ${answer} as answer from upstream_offer offer where ${where(statement)} order by offer.id limit ${MOST_OFFERS}`;
    const rows = await this.database.transaction(viewer, (transaction) => transaction.query<{ answer: object }>(text, statement.values));
    return rows.map((row) => row.answer);
  }
}
