/** The pages within a resource: its versions, and what others made of it. The rows come in the statement of the resource itself. */
import { Args, Info, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, pageOf, type PageRow } from '../../platform/graphql/connection.js';
import { defineField } from '../../platform/selection/index.js';
import { askedPage, rowsSql } from './inner-page.sql.js';
import { ResourceConnection } from './resource.connection.js';
import { positionSql } from './resource.fields.js';
import { listedHere, publishedSource, versionSource, versionVisibleHere } from './resource.source.js';
import { Resource } from './resource.type.js';
import { ResourceVersionConnection } from './version.connection.js';

const VERSIONS = { sort: 'number', filter: 'versions' } as const;
const ADAPTATIONS = { sort: 'published', filter: 'adaptations' } as const;

@Resolver(() => Resource)
export class ResourcePagesResolver {
  @ResolveField(() => ResourceVersionConnection, { description: 'Published versions that you may read, the latest first.' })
  versions(
    @Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this list.' }) after: string | null,
    @Parent() parent: Record<string, unknown>, @Info() info: GraphQLResolveInfo,
  ): Connection {
    return pageOf(parent[String(info.path.key)] as PageRow[], { first, after: after ?? null, ...VERSIONS });
  }

  @ResolveField(() => ResourceConnection, { description: 'Published adaptations of any version that you may read, the latest first.' })
  adaptations(
    @Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this list.' }) after: string | null,
    @Parent() parent: Record<string, unknown>, @Info() info: GraphQLResolveInfo,
  ): Connection {
    return pageOf(parent[String(info.path.key)] as PageRow[], { first, after: after ?? null, ...ADAPTATIONS });
  }
}

defineField('Resource', 'versions', (context) => {
  const { source, statement, viewer } = context;
  const { first, from } = askedPage(context, VERSIONS);
  const one = versionSource(statement.alias('past'));
  const beyond = from === null ? '' : ` and ${one.alias}_c.number < ${statement.param(Number(from.key), 'int')}`;
  return rowsSql(`select ${context.page(first, `${one.alias}_c`)} as answer, ${one.alias}_c.id, ${one.alias}_c.number::text as key from ${one.from}
    where ${one.alias}.id = ${source}.id and ${versionVisibleHere(viewer, one, statement)}${beyond} order by ${one.alias}_c.number desc limit ${first + 1}`);
});

defineField('Resource', 'adaptations', (context) => {
  const { source, statement, viewer } = context;
  const { first, from } = askedPage(context, ADAPTATIONS);
  const one = publishedSource(statement.alias('made'));
  const at = one.alias;
  const beyond = from === null ? '' : ` and (${at}.published_at, ${at}.id) < (${statement.param(from.key, 'timestamptz')}, ${statement.param(from.id, 'uuid')})`;
  return rowsSql(`select ${context.page(first, at)} as answer, ${at}.id, ${positionSql(`${at}.published_at`)} as key from ${one.from}
    where ${at}.adapted_from_version_id in (select original.id from resource_version original where original.resource_id = ${source}.id)
      and ${listedHere(viewer, one, statement)}${beyond} order by ${at}.published_at desc, ${at}.id desc limit ${first + 1}`);
});
