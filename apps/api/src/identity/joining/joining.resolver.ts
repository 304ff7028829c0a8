/** Who comes in and who has left, over GraphQL. For administrators; anybody else is answered as if there were nothing. */
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { invalidInput, notFound } from '../../platform/errors/domain-error.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { InvalidValueError, NotPossibleError, type UserError } from '../../platform/graphql/user-error.type.js';
import { isDomain } from '../domain-name.js';
import { type Administrator, SetUpAccessReader } from '../set-up/index.js';
import { DomainProof } from './domain-proof.js';
import { InvitationCommands, type Made } from './invitation.commands.js';
import { JoinRequestCommands } from './join-request.commands.js';
import { AnswerJoinRequestInput, AnswerJoinRequestPayload, ConfirmPeopleInput, DomainInput, EndInvitationInput, InstitutionPeople, InstitutionPeoplePayload, InvitationPayload, InviteInput, InviteToLinkInput, JoinRequest } from './joining.type.js';
import { PeopleCheck } from './people-check.js';
import { PeopleReader } from './people.reader.js';

const MOST_LEFT = 1_000;

interface At { readonly institutionId?: string | null }

@Resolver()
export class JoiningResolver {
  constructor(
    @Inject(SetUpAccessReader) private readonly access: SetUpAccessReader, @Inject(PeopleReader) private readonly reader: PeopleReader, @Inject(PeopleCheck) private readonly check: PeopleCheck,
    @Inject(InvitationCommands) private readonly invitations: InvitationCommands, @Inject(DomainProof) private readonly domains: DomainProof, @Inject(JoinRequestCommands) private readonly requests: JoinRequestCommands,
  ) {}

  @Query(() => InstitutionPeople, { nullable: true, description: 'Who belongs to your institution and who is invited, for its administrators; null for anyone else.' })
  async institutionPeople(@Args('institutionId', { type: () => ID, nullable: true, description: 'For platform administrators: any institution.' }) institutionId: string | null | undefined, @Context() { viewer }: RequestContext): Promise<InstitutionPeople | null> {
    const by = await this.access.findPerson(viewer, institutionId);
    return by === null ? null : this.reader.read(by);
  }

  @Query(() => [JoinRequest], { description: 'Universities that ask to join, the longest wait first, at most 100; for platform administrators, empty for anyone else.' })
  joinRequests(@Context() { viewer }: RequestContext): Promise<JoinRequest[]> {
    return viewer.kind === 'PERSON' && viewer.isPlatformAdministrator ? this.requests.open() : Promise.resolve([]);
  }

  @Mutation(() => InvitationPayload, { description: 'Invites somebody to the institution that you administer. You hand the address on; nothing is sent from here.' })
  async invite(@Args('input') input: InviteInput, @Context() context: RequestContext): Promise<InvitationPayload> {
    const by = await this.administrator(context, input);
    return this.made(by, await this.invitations.invite(by, { email: input.email, roles: input.roles ?? ['PRACTITIONER'] }));
  }

  @Mutation(() => InvitationPayload, { description: 'Gives somebody of the institution another way to sign in, where the one they had is gone.' })
  async inviteToLink(@Args('input') input: InviteToLinkInput, @Context() context: RequestContext): Promise<InvitationPayload> {
    const by = await this.administrator(context, input);
    return this.made(by, await this.invitations.inviteToLink(by, input.personId));
  }

  @Mutation(() => InstitutionPeoplePayload, { description: 'Takes an invitation back that was not used.' })
  async endInvitation(@Args('input') input: EndInvitationInput, @Context() context: RequestContext): Promise<InstitutionPeoplePayload> {
    return this.afterwards(context, input, async (by) => { await this.invitations.end(by, input.invitationId); return []; });
  }

  @Mutation(() => InstitutionPeoplePayload, { description: 'Says who has left. Asked every quarter; the answer may come at any time.' })
  async confirmPeople(@Args('input') input: ConfirmPeopleInput, @Context() context: RequestContext): Promise<InstitutionPeoplePayload> {
    if (input.left.length > MOST_LEFT) throw invalidInput(`At most ${MOST_LEFT} people at once.`, { path: ['input', 'left'] });
    return this.afterwards(context, input, async (by) => { await this.check.confirm(by, input.left); return []; });
  }

  @Mutation(() => InstitutionPeoplePayload, { description: 'Begins to show that a domain is your own: the answer says which TXT record to make.' })
  async claimDomain(@Args('input') input: DomainInput, @Context() context: RequestContext): Promise<InstitutionPeoplePayload> {
    return this.onDomain(context, input, async (by, domain) => ((await this.domains.claim({ ...by, domain })) ? [] : [new NotPossibleError('There are fifty domains already. Give one up that is not needed.')]));
  }

  @Mutation(() => InstitutionPeoplePayload, { description: 'Looks for the TXT record now.' })
  async checkDomain(@Args('input') input: DomainInput, @Context() context: RequestContext): Promise<InstitutionPeoplePayload> {
    return this.onDomain(context, input, async (by, domain) => { if ((await this.domains.check({ ...by, domain })) === null) throw notFound(); return []; });
  }

  @Mutation(() => InstitutionPeoplePayload, { description: 'Gives a domain up.' })
  async dropDomain(@Args('input') input: DomainInput, @Context() context: RequestContext): Promise<InstitutionPeoplePayload> {
    return this.onDomain(context, input, async (by, domain) => { if (!(await this.domains.drop({ ...by, domain }))) throw notFound(); return []; });
  }

  @Mutation(() => AnswerJoinRequestPayload, { description: 'Answers a request to join. For platform administrators, after a look at who asks.' })
  async answerJoinRequest(@Args('input') input: AnswerJoinRequestInput, @Context() { viewer }: RequestContext): Promise<AnswerJoinRequestPayload> {
    if (viewer.kind !== 'PERSON' || !viewer.isPlatformAdministrator) throw notFound();
    return Object.assign(new AnswerJoinRequestPayload(), await this.requests.answer(viewer.personId, input));
  }

  private onDomain(context: RequestContext, input: DomainInput, work: (by: Administrator, domain: string) => Promise<UserError[]>): Promise<InstitutionPeoplePayload> {
    const domain = input.domain.trim().toLowerCase();
    return this.afterwards(context, input, (by) => (isDomain(domain) ? work(by, domain) : Promise.resolve([new InvalidValueError('That is no domain. One looks like stonebeck.example, in plain letters.', 'input.domain')])));
  }

  private async afterwards(context: RequestContext, at: At, work: (by: Administrator) => Promise<UserError[]>): Promise<InstitutionPeoplePayload> {
    const by = await this.administrator(context, at);
    const errors = await work(by);
    return Object.assign(new InstitutionPeoplePayload(), errors.length > 0 ? { errors } : { people: await this.reader.read(by) });
  }

  private async made(by: Administrator, made: Made): Promise<InvitationPayload> {
    return Object.assign(new InvitationPayload(), made.ok ? { address: made.address, people: await this.reader.read(by) } : { errors: made.errors });
  }

  private async administrator({ viewer }: RequestContext, { institutionId }: At): Promise<Administrator> {
    const by = await this.access.findPerson(viewer, institutionId);
    if (by === null) throw notFound();
    return by;
  }
}
