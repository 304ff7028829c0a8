/** Reads the runs of the acting institution. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { Compiler, descend } from '../../platform/selection/index.js';

@Injectable()
export class RunReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The run, or null where it is absent or another institution's. `path` leads from the operation's field to the selection. */
  async find(viewer: Viewer, id: string, info: GraphQLResolveInfo, path: readonly string[]): Promise<object | null> {
    if (viewer.kind !== 'PERSON') return null;
    const { type, sets } = descend(info, path);
    const compiler = new Compiler(info, viewer);
    const answer = compiler.object(type, sets, 'run');
    const text = `select ${answer} as answer from run where run.id = ${compiler.statement.param(id, 'uuid')} and run.institution_id = ${compiler.statement.param(viewer.institutionId, 'uuid')}`;
    const [row] = await this.database.transaction(viewer, (transaction) => transaction.query<{ answer: object }>(text, compiler.statement.values));
    return row?.answer ?? null;
  }
}
