/** Who is asking, as the API answers it. */
import { Inject } from '@nestjs/common';
import { Args, Context, Field, ID, Info, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../platform/graphql/context.js';
import { UserError } from '../platform/graphql/user-error.type.js';
import { SessionCommands } from './session.commands.js';
import { ViewerAnswer } from './viewer.answer.js';
import { nobody, type ViewerKind, ViewerType } from './viewer.type.js';

@InputType({ description: 'Names the institution to act for.' })
export class ActForInput {
  @Field(() => ID, { description: 'An institution of which you are a member.' }) institutionId!: string;
}

@ObjectType({ description: 'What came of it.' })
export class ActForPayload {
  @Field(() => ID, { nullable: true, description: 'The institution you act for from now on.' }) actingInstitutionId: string | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(@Inject(SessionCommands) private readonly sessions: SessionCommands, @Inject(ViewerAnswer) private readonly answer: ViewerAnswer) {}

  @Mutation(() => ActForPayload, { description: 'From now on this session acts for another of your institutions.' })
  async actFor(@Args('input') { institutionId }: ActForInput, @Context() { viewer, renewSession }: RequestContext): Promise<ActForPayload> {
    const token = await this.sessions.actFor(viewer, institutionId);
    if (token !== null) renewSession(token);
    return Object.assign(new ActForPayload(), { actingInstitutionId: institutionId });
  }

  @Query(() => ViewerType, { description: 'Who is asking.' })
  async viewer(@Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    if (viewer.kind === 'PERSON') return this.answer.of(viewer, info);
    return nobody(viewer.kind as ViewerKind);
  }
}
