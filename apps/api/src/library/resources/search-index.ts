/** What a resource is found by: its words and its classes, as its published version has them. */
import type { Content, ResourceKind } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { classesOf } from '../kinds/prepare-content.js';
import { searchTextOf } from '../kinds/search-text.js';

export async function indexForSearch(transaction: Transaction, resourceId: string, kind: ResourceKind, content: Content): Promise<void> {
  const classes = classesOf(content);
  await transaction.query(
    `update resource set search_words = search_words($2, $5::text[]), search_head = setweight(to_tsvector('english', $3), 'A') || setweight(to_tsvector('english', $4), 'B'),
            search_facets = search_facets(kind, $5::text[]) where id = $1`,
    [resourceId, searchTextOf(kind, content), content['title'] ?? '', content['summary'] ?? '', classes]);
  await transaction.query('delete from resource_term where resource_id = $1', [resourceId]);
  await transaction.query(`insert into resource_term (resource_id, term_id, position) select $1, id, position from unnest($2::text[]) with ordinality as t(id, position)`, [resourceId, classes]);
}
