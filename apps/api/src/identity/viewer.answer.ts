/** Reads what the API says about a person who asks: everything in one statement. */
import { Inject, Injectable } from '@nestjs/common';
import type { PersonViewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../platform/database/database.js';
import { compiledAnswer, descend } from '../platform/selection/index.js';

@Injectable()
export class ViewerAnswer {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(viewer: PersonViewer, info: GraphQLResolveInfo): Promise<object | null> {
    const { answer, statement, isGuarded } = compiledAnswer(info, viewer, descend(info, []), 'me');
    const text = `select ${answer} as answer from person me join institution me_i on me_i.id = ${statement.param(viewer.institutionId, 'uuid')} where me.id = ${statement.param(viewer.personId, 'uuid')}`;
    const [row] = await this.database.readFor<{ answer: object }>(viewer, text, statement.values, isGuarded);
    return row?.answer ?? null;
  }
}
