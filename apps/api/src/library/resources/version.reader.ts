/** Reads single published versions, and two at a time. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { compiledAnswer, descend } from '../../platform/selection/index.js';
import { linkTitles } from '../kinds/linked-resources.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { ContentPair, type PairRow } from './content-pair.js';
import { slugMatches } from './resource-slugs.js';
import { AFTER, BEFORE, versionSource, versionVisibleHere } from './resource.source.js';

export const PAIR = Symbol('both contents');
/** The answer, and what its changes are made from. */
export type Compared = object & { readonly [PAIR]: ContentPair };

@Injectable()
export class VersionReader {
  constructor(@Inject(Database) private readonly database: Database, @Inject(Vocabulary) private readonly vocabulary: Vocabulary) {}

  /** The version with this number of the resource with this slug, or null where it is absent or may not be read. */
  async find(viewer: Viewer, slug: string, number: number, info: GraphQLResolveInfo): Promise<object | null> {
    const source = versionSource('r');
    const { answer, statement, isGuarded } = compiledAnswer(info, viewer, descend(info, []), 'r_c');
    const text = `select ${answer} as answer from ${source.from} where ${slugMatches('r', slug, statement)} and r_c.number = ${statement.param(number, 'int')} and ${versionVisibleHere(viewer, source, statement)}`;
    const [row] = await this.database.readFor<{ answer: object }>(viewer, text, statement.values, isGuarded);
    return row?.answer ?? null;
  }

  /** Both versions of the resource with this slug, or null where one of them is absent or may not be read. */
  async compare(viewer: Viewer, slug: string, { from, to }: { readonly from: number; readonly to: number }, info: GraphQLResolveInfo): Promise<Compared | null> {
    const [before, after] = [versionSource(BEFORE), versionSource(AFTER)];
    const { answer, statement, isGuarded } = compiledAnswer(info, viewer, descend(info, []), BEFORE);
    const contents = [`${BEFORE}_c.content`, `${AFTER}_c.content`] as const;
    const where = [
      slugMatches(BEFORE, slug, statement), `${AFTER}.id = ${BEFORE}.id`, `${BEFORE}_c.number = ${statement.param(from, 'int')}`, `${AFTER}_c.number = ${statement.param(to, 'int')}`,
      versionVisibleHere(viewer, before, statement), versionVisibleHere(viewer, after, statement),
    ].map((condition) => `(${condition})`).join(' and ');
    const text = `select ${answer} as answer, ${BEFORE}.kind, ${contents[0]} as before, ${contents[1]} as after, ${linkTitles(contents, viewer, statement)} as works from ${before.from} cross join (${after.from}) where ${where}`;
    const [row] = await this.database.readFor<PairRow & { answer: object }>(viewer, text, statement.values, isGuarded);
    if (row === undefined) return null;
    await this.vocabulary.refresh();
    return { ...row.answer, [PAIR]: new ContentPair(row, (id) => this.vocabulary.label(id)) };
  }
}
