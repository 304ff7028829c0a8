/** Reads single published versions. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { compiledAnswer, descend } from '../../platform/selection/index.js';
import { slugMatches } from './resource-slugs.js';
import { versionSource, versionVisibleHere } from './resource.source.js';

@Injectable()
export class VersionReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The version with this number of the resource with this slug, or null where it is absent or may not be read. */
  async find(viewer: Viewer, slug: string, number: number, info: GraphQLResolveInfo): Promise<object | null> {
    const source = versionSource('r');
    const { answer, statement, isGuarded } = compiledAnswer(info, viewer, descend(info, []), 'r_c');
    const text = `select ${answer} as answer from ${source.from} where ${slugMatches('r', slug, statement)} and r_c.number = ${statement.param(number, 'int')} and ${versionVisibleHere(viewer, source, statement)}`;
    const [row] = await this.database.readFor<{ answer: object }>(viewer, text, statement.values, isGuarded);
    return row?.answer ?? null;
  }
}
