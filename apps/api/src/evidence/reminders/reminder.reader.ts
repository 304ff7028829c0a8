/** Reads one's own reminders. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { compiledAnswer, descend } from '../../platform/selection/index.js';
import { ownSql } from './reminder.sql.js';

@Injectable()
export class ReminderReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The reminder, settled or not; null where it is absent or somebody else's. `path` leads from the operation's field to the selection. */
  async find(viewer: Viewer, id: string, info: GraphQLResolveInfo, path: readonly string[]): Promise<object | null> {
    if (viewer.kind !== 'PERSON') return null;
    const { answer, statement } = compiledAnswer(info, viewer, descend(info, path), 'reminder');
    const text = `select ${answer} as answer from use_reminder reminder where reminder.id = ${statement.param(id, 'uuid')} and ${ownSql(viewer, 'reminder', statement)}`;
    const [row] = await this.database.readFor<{ answer: object }>(viewer, text, statement.values, true);
    return row?.answer ?? null;
  }
}
