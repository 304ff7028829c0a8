/** Signing out elsewhere. */
import { Inject } from '@nestjs/common';
import { Args, Context, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { invalidInput } from '../platform/errors/domain-error.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { UserError } from '../platform/graphql/user-error.type.js';
import { SessionCommands } from './session.commands.js';

const MOST = 100;

@InputType({ description: 'Names sessions of your own: either `ids`, or `others`.' })
export class EndSessionsInput {
  @Field(() => [ID], { nullable: true, description: 'From `viewer.sessions`; at most 100.' }) ids?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Every one but this.' }) others?: boolean | null;
}

@InputType({ description: 'Names a person whose sessions end.' })
export class EndSessionsOfInput {
  @Field(() => ID, { description: 'Somebody of the institution that you administer and act for.' }) personId!: string;
}

@ObjectType({ description: 'What came of it.' })
export class EndSessionsPayload {
  @Field(() => Int, { description: 'How many ended.' }) ended: number = 0;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}

@Resolver()
export class SessionResolver {
  constructor(@Inject(SessionCommands) private readonly sessions: SessionCommands) {}

  @Mutation(() => EndSessionsPayload, { description: 'Signs you out elsewhere, on every device, within seconds.' })
  async endSessions(@Args('input') { ids, others }: EndSessionsInput, @Context() { viewer }: RequestContext): Promise<EndSessionsPayload> {
    if ((ids ?? []).length > MOST || (others === true) === ((ids ?? []).length > 0)) throw invalidInput('Give either `ids`, at most 100 of them, or `others: true`.', { path: ['input'] });
    return Object.assign(new EndSessionsPayload(), { ended: await this.sessions.end(viewer, others === true ? 'OTHERS' : (ids ?? [])) });
  }

  @Mutation(() => EndSessionsPayload, { description: 'Signs a person out of the institution that you administer, on every device; a platform administrator, of every institution.' })
  async endSessionsOf(@Args('input') { personId }: EndSessionsOfInput, @Context() { viewer }: RequestContext): Promise<EndSessionsPayload> {
    return Object.assign(new EndSessionsPayload(), { ended: await this.sessions.endFor(viewer, personId) });
  }
}
