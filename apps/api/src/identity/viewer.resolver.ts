/** Who is asking, as the API answers it. */
import { Inject } from '@nestjs/common';
import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../platform/graphql/context.js';
import { UserError } from '../platform/graphql/user-error.type.js';
import { apiId } from '../platform/ids/ids.js';
import { SessionCommands } from './session.commands.js';

export enum ViewerKind { ANONYMOUS = 'ANONYMOUS', PERSON = 'PERSON', API_CLIENT = 'API_CLIENT' }
registerEnumType(ViewerKind, { name: 'ViewerKind', description: 'What kind of viewer is asking.', valuesMap: {
  ANONYMOUS: { description: 'Nobody who signed in.' }, PERSON: { description: 'A person acting for one institution.' }, API_CLIENT: { description: 'A partner system.' },
} });

@ObjectType('Viewer', { description: 'Who is asking, and what they may do as a whole.' })
export class ViewerType {
  @Field(() => ViewerKind, { description: 'What kind.' }) kind: ViewerKind = ViewerKind.ANONYMOUS;
  @Field(() => String, { nullable: true, description: 'The institution acted for; send it with what you write.' }) actingInstitutionId: string | null = null;
  @Field(() => Boolean, { description: 'May start a draft.' }) canWrite: boolean = false;
  @Field(() => Boolean, { description: 'May sign off for the acting institution.' }) canApprove: boolean = false;
  @Field(() => Boolean, { description: 'May moderate for other institutions.' }) canModerate: boolean = false;
}

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
  constructor(@Inject(SessionCommands) private readonly sessions: SessionCommands) {}

  @Mutation(() => ActForPayload, { description: 'From now on this session acts for another of your institutions.' })
  async actFor(@Args('input') { institutionId }: ActForInput, @Context() { viewer }: RequestContext): Promise<ActForPayload> {
    await this.sessions.actFor(viewer, institutionId);
    return Object.assign(new ActForPayload(), { actingInstitutionId: institutionId });
  }

  @Query(() => ViewerType, { description: 'Who is asking.' })
  viewer(@Context() { viewer }: RequestContext): ViewerType {
    if (viewer.kind !== 'PERSON') return Object.assign(new ViewerType(), { kind: viewer.kind as ViewerKind });
    return Object.assign(new ViewerType(), {
      kind: ViewerKind.PERSON, actingInstitutionId: apiId('institution', viewer.institutionId), canWrite: viewer.institutionStanding === 'MEMBER',
      canApprove: viewer.roles.includes('APPROVER'), canModerate: viewer.isModerator,
    });
  }
}
