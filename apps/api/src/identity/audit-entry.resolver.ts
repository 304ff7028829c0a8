/** The query of the audit record. */
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../platform/graphql/context.js';
import { pageSize } from '../platform/graphql/cursor.js';
import { AuditEntryReader } from './audit-entry.reader.js';
import { AuditEntry, AuditEntryConnection } from './audit-entry.type.js';

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  constructor(@Inject(AuditEntryReader) private readonly reader: AuditEntryReader) {}

  @Query(() => AuditEntryConnection, { description: 'The audit record of the institution you act for, the newest first; for its administrators, empty for anyone else.' })
  auditEntries(
    @Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this query.' }) after: string | null,
    @Args('institution', { type: () => ID, nullable: true, description: 'An institution; the one acted for where none is named. Another one is for platform administrators.' }) institution: string | null,
    @Args('ofCommons', { type: () => Boolean, nullable: true, description: 'The record of the commons itself, where no institution is concerned. For platform administrators.' }) ofCommons: boolean | null,
    @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return this.reader.page(viewer, { first: pageSize(first), after: after ?? null, institutionId: institution ?? null, isOfCommons: ofCommons === true }, info);
  }
}
