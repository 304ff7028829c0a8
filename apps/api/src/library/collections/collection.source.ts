/** Where the fields of a collection stand: its row `c` and its institution `c_i`; those of a work in it on `item` and `item_r`. */
import { type CollectionFacts, type Rule, toSql, type Viewer, visibleCollections } from '@passalong/domain';
import type { Statement } from '../../platform/selection/index.js';
import { publishedSource, type ResourceSource, visibleHere } from '../resources/resource.source.js';

export function collectionFrom(alias: string): string {
  return `collection ${alias} join institution ${alias}_i on ${alias}_i.id = ${alias}.institution_id`;
}

export function collectionRuleSql(rule: Rule<CollectionFacts>, alias: string, statement: Statement): string {
  const columns = { institutionId: `${alias}.institution_id`, visibility: `${alias}.visibility` };
  return toSql(rule, columns, (value, fact) => {
    const type = fact === 'institutionId' ? 'uuid' : 'text';
    return typeof value === 'string' ? statement.param(value, type) : statement.param(value, `${type}[]`);
  });
}

export const collectionVisible = (viewer: Viewer, alias: string, statement: Statement): string => collectionRuleSql(visibleCollections(viewer), alias, statement);

/** Row security shows the public ones to everybody's statements, the others to a person's. */
export const isGuardedFor = (viewer: Viewer): boolean => viewer.kind === 'PERSON';

/** Works in collections, each with its resource as it is published. */
export function itemSource(alias: string): ResourceSource {
  const work = publishedSource(`${alias}_r`);
  return { alias: work.alias, from: `${work.from} join collection_item ${alias} on ${alias}.resource_id = ${work.alias}.id` };
}

/** Only works that the viewer may read; of the others nothing is told, not even how many there are. */
export function itemVisible(viewer: Viewer, alias: string, statement: Statement): string {
  return visibleHere(viewer, itemSource(alias), statement, false);
}
