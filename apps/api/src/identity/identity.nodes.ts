/** How institutions and people are found by id: anyone finds an institution, colleagues find each other. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../platform/database/database.js';
import { NodeFinders } from '../platform/graphql/node-finders.js';
import { compiledAnswer, placeOf } from '../platform/selection/index.js';

interface Found { readonly key: string; readonly answer: object }
const byKey = (rows: readonly Found[]): ReadonlyMap<string, object> => new Map(rows.map(({ key, answer }) => [key, answer]));

@Injectable()
export class IdentityNodes implements OnModuleInit {
  constructor(@Inject(Database) private readonly database: Database, @Inject(NodeFinders) private readonly finders: NodeFinders) {}

  onModuleInit(): void {
    this.finders.register('institution', (viewer, keys, info) => this.institutions(viewer, keys, info));
    this.finders.register('person', (viewer, keys, info) => this.people(viewer, keys, info));
  }

  private async institutions(viewer: Viewer, keys: readonly string[], info: GraphQLResolveInfo): Promise<ReadonlyMap<string, object>> {
    const { answer, statement } = compiledAnswer(info, viewer, placeOf(info, 'Institution'), 'i', keys.length);
    return byKey(await this.database.read<Found>(`select i.id as key, ${answer} as answer from institution i where i.id = any(${statement.param(keys, 'uuid[]')})`, statement.values));
  }

  /** Oneself, and whoever is a member of the institution acted for now. */
  private async people(viewer: Viewer, keys: readonly string[], info: GraphQLResolveInfo): Promise<ReadonlyMap<string, object>> {
    if (viewer.kind !== 'PERSON') return new Map();
    const { answer, statement } = compiledAnswer(info, viewer, placeOf(info, 'Person'), 'p', keys.length);
    const text = `select p.id as key, ${answer} as answer from person p where p.id = any(${statement.param(keys, 'uuid[]')}) and (p.id = ${statement.param(viewer.personId, 'uuid')}
      or exists (select from membership m where m.person_id = p.id and m.institution_id = ${statement.param(viewer.institutionId, 'uuid')} and (m.valid_until is null or m.valid_until > now())))`;
    return byKey(await this.database.transaction(viewer, (transaction) => transaction.query<Found>(text, statement.values)));
  }
}
