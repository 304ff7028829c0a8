/** How resources, versions, drafts and review items are found by id. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { resourceActionRules, type Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { NodeFinders } from '../../platform/graphql/node-finders.js';
import { compiledAnswer, placeOf, type Statement } from '../../platform/selection/index.js';
import { itemSource, mayReadItem } from './review.source.js';
import { draftedFrom, publishedSource, versionSource, versionVisibleHere, visibleHere, workspaceSource } from './resource.source.js';
import { ruleSql } from './visibility.sql.js';

interface Found { readonly key: string; readonly answer: object }
interface Search {
  readonly type: string;
  /** The alias on which the fields of the type stand. */
  readonly stand: string;
  /** Reads guarded tables. */
  readonly isGuarded?: boolean;
  readonly from: (statement: Statement) => string;
  readonly condition: (statement: Statement) => string;
}
type Finding = (search: Search) => Promise<ReadonlyMap<string, object>>;

@Injectable()
export class ResourceNodes implements OnModuleInit {
  constructor(@Inject(Database) private readonly database: Database, @Inject(NodeFinders) private readonly finders: NodeFinders) {}

  onModuleInit(): void {
    this.finders.register('resource', (viewer, keys, info) => this.resources(viewer, keys, info));
    this.finders.register('version', (viewer, keys, info) => this.finding(viewer, keys, info)(versions(viewer)));
    this.finders.register('draft', (viewer, keys, info) => this.finding(viewer, keys, info)(drafts(viewer)));
    this.finders.register('reviewItem', (viewer, keys, info) => this.finding(viewer, keys, info)(reviewItems(viewer)));
  }

  /** Published ones first; whoever may have drafts looks for the rest among them. */
  private async resources(viewer: Viewer, keys: readonly string[], info: GraphQLResolveInfo): Promise<ReadonlyMap<string, object>> {
    const published = publishedSource('r');
    const found = await this.finding(viewer, keys, info)({ type: 'Resource', stand: 'r', from: () => published.from, condition: (statement) => visibleHere(viewer, published, statement, false) });
    const rest = keys.filter((key) => !found.has(key));
    if (rest.length === 0 || viewer.kind !== 'PERSON') return found;
    const work = workspaceSource('r');
    const drafted = await this.finding(viewer, rest, info)({ type: 'Resource', stand: 'r', isGuarded: true, from: () => work.from, condition: (statement) => visibleHere(viewer, work, statement, true) });
    return new Map([...found, ...drafted]);
  }

  private finding(viewer: Viewer, keys: readonly string[], info: GraphQLResolveInfo): Finding {
    return async ({ type, stand, isGuarded = false, from, condition }) => {
      if (isGuarded && viewer.kind !== 'PERSON') return new Map();
      const compiled = compiledAnswer(info, viewer, placeOf(info, type), stand, keys.length);
      const { statement } = compiled;
      const text = `select ${stand}.id as key, ${compiled.answer} as answer from ${from(statement)} where ${stand}.id = any(${statement.param(keys, 'uuid[]')}) and ${condition(statement)}`;
      const rows = await this.database.readFor<Found>(viewer, text, statement.values, isGuarded || compiled.isGuarded);
      return new Map(rows.map(({ key, answer }) => [key, answer]));
    };
  }
}

function versions(viewer: Viewer): Search {
  const source = versionSource('r');
  return { type: 'ResourceVersion', stand: 'r_c', from: () => source.from, condition: (statement) => versionVisibleHere(viewer, source, statement) };
}

function drafts(viewer: Viewer): Search {
  return { type: 'ResourceDraft', stand: 'r_d', isGuarded: true, from: () => draftedFrom('r'), condition: (statement) => ruleSql(resourceActionRules(viewer).SEE_DRAFT, 'r', statement, true) };
}

function reviewItems(viewer: Viewer): Search {
  return { type: 'ReviewItem', stand: 'item', isGuarded: true, from: (statement) => itemSource(viewer, statement), condition: (statement) => mayReadItem(viewer, statement) };
}
