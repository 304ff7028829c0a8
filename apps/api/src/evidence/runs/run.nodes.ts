/** How runs are found by id: those of the institution acted for, and no others. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { NodeFinders } from '../../platform/graphql/node-finders.js';
import { compiledAnswer, placeOf } from '../../platform/selection/index.js';

@Injectable()
export class RunNodes implements OnModuleInit {
  constructor(@Inject(Database) private readonly database: Database, @Inject(NodeFinders) private readonly finders: NodeFinders) {}

  onModuleInit(): void {
    this.finders.register('run', (viewer, keys, info) => this.runs(viewer, keys, info));
  }

  private async runs(viewer: Viewer, keys: readonly string[], info: GraphQLResolveInfo): Promise<ReadonlyMap<string, object>> {
    if (viewer.kind !== 'PERSON') return new Map();
    const { answer, statement } = compiledAnswer(info, viewer, placeOf(info, 'Run'), 'run', keys.length);
    const text = `select run.id as key, ${answer} as answer from run where run.id = any(${statement.param(keys, 'uuid[]')}) and run.institution_id = ${statement.param(viewer.institutionId, 'uuid')}`;
    const rows = await this.database.readFor<{ key: string; answer: object }>(viewer, text, statement.values, true);
    return new Map(rows.map(({ key, answer: found }) => [key, found]));
  }
}
