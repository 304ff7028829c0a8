/** The SQL behind the fields of a collection. Sources: see collection.source.ts. */
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineField, instantSql } from '../../platform/selection/index.js';
import { askedPage, rowsSql } from '../resources/inner-page.sql.js';
import { collectionAddressSql } from '../resources/resource-address.sql.js';
import { positionSql } from '../resources/resource.fields.js';
import { collectionFrom, collectionVisible, itemSource, itemVisible, isGuardedFor } from './collection.source.js';

export const ITEMS = { sort: 'number', filter: 'collection items' } as const;
export const COLLECTIONS_WITH = { sort: 'changed', filter: 'collections with' } as const;

for (const name of ['slug', 'title', 'introduction', 'visibility', 'revision']) defineField('Collection', name, ({ source }) => `${source}.${name}`);
defineField('Collection', 'id', ({ source }) => apiIdSql('collection', `${source}.id`));
defineField('Collection', 'url', collectionAddressSql);
defineField('Collection', 'institution', ({ source, object }) => object(`${source}_i`));
defineField('Collection', 'createdAt', ({ source }) => instantSql(`${source}.created_at`));
defineField('Collection', 'updatedAt', ({ source }) => instantSql(`${source}.updated_at`));
defineField('Collection', 'takenBackReason', ({ source, viewer, statement }) => (viewer.kind === 'PERSON' ? `case when ${source}.institution_id = ${statement.param(viewer.institutionId, 'uuid')} then ${source}.taken_back_reason end` : 'null'));
defineField('Collection', 'viewerCan', ({ source }) => `json_build_object('institutionId', ${source}.institution_id, 'visibility', ${source}.visibility)`);
defineField('Collection', 'items', (context) => {
  const { source, statement, viewer } = context;
  const { first, from } = askedPage(context, ITEMS);
  const item = statement.alias('item');
  const beyond = from === null ? '' : ` and ${item}.position > ${statement.param(Number(from.key), 'int')}`;
  return rowsSql(`select ${context.page(first, item)} as answer, ${item}.resource_id as id, ${item}.position::text as key from ${itemSource(item).from}
    where ${item}.collection_id = ${source}.id and ${itemVisible(viewer, item, statement)}${beyond} order by ${item}.position limit ${first + 1}`);
});

defineField('CollectionItem', 'note', ({ source }) => `${source}.note`);
defineField('CollectionItem', 'resource', ({ source, object }) => object(`${source}_r`));

defineField('Resource', 'collections', (context) => {
  const { source, statement, viewer } = context;
  const { first, from } = askedPage(context, COLLECTIONS_WITH);
  if (isGuardedFor(viewer)) context.guard();
  const chosen = statement.alias('chosen');
  const beyond = from === null ? '' : ` and (${chosen}.updated_at, ${chosen}.id) < (${statement.param(from.key, 'timestamptz')}, ${statement.param(from.id, 'uuid')})`;
  return rowsSql(`select ${context.page(first, chosen)} as answer, ${chosen}.id, ${positionSql(`${chosen}.updated_at`)} as key from ${collectionFrom(chosen)}
    where exists (select from collection_item held where held.collection_id = ${chosen}.id and held.resource_id = ${source}.id) and ${collectionVisible(viewer, chosen, statement)}${beyond} order by ${chosen}.updated_at desc, ${chosen}.id desc limit ${first + 1}`);
});
