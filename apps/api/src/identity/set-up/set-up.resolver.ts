/** The set-up of sign-in over GraphQL. Whoever may not see it is answered as if there were none. */
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound } from '../../platform/errors/domain-error.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { type Done, SetUpCommands } from './set-up.commands.js';
import { ConfirmProviderInput, ConfirmProviderPayload, CreateSetUpLinkInput, CreateSetUpLinkPayload, EndSetUpLinkInput, PrepareProviderInput, SetUpAttributesInput, SetUpOidcInput, SetUpSamlInput, SignInProviderInput, SignInSetUpPayload } from './set-up.inputs.js';
import { type SetUpAccess, SetUpAccessReader } from './set-up-access.js';
import { SetUpReader } from './set-up.reader.js';
import { ProviderToConfirm, SignInSetUp } from './set-up.type.js';

@Resolver()
export class SetUpResolver {
  constructor(@Inject(SetUpAccessReader) private readonly access: SetUpAccessReader, @Inject(SetUpReader) private readonly reader: SetUpReader, @Inject(SetUpCommands) private readonly commands: SetUpCommands) {}

  @Query(() => SignInSetUp, { nullable: true, description: 'How your institution signs in, for its administrators and whoever has a set-up link; null for anyone else.' })
  async signInSetUp(@Args('institutionId', { type: () => ID, nullable: true, description: 'For platform administrators: any institution.' }) institutionId: string | null | undefined, @Context() context: RequestContext): Promise<SignInSetUp | null> {
    const access = await this.access.findNamed(context.viewer, context.setUpToken, institutionId);
    return access === null ? null : this.reader.read(access);
  }

  @Query(() => [ProviderToConfirm], { description: 'Sign-in services that wait for a platform administrator, the longest first; empty for anyone else.' })
  providersToConfirm(@Context() { viewer }: RequestContext): Promise<ProviderToConfirm[]> {
    return viewer.kind === 'PERSON' && viewer.isPlatformAdministrator ? this.reader.toConfirm() : Promise.resolve([]);
  }

  @Mutation(() => SignInSetUpPayload, { description: 'Makes room for a sign-in service, so that its IT can be told what to enter about us before anything is known of it.' })
  prepareProvider(@Args('input') input: PrepareProviderInput, @Context() context: RequestContext): Promise<SignInSetUpPayload> {
    return this.do(context, input, (access) => this.commands.prepare(access, input.protocol));
  }

  @Mutation(() => SignInSetUpPayload, { description: 'Adds a SAML provider by its metadata, or changes one that is off.' })
  setUpSamlProvider(@Args('input') input: SetUpSamlInput, @Context() context: RequestContext): Promise<SignInSetUpPayload> {
    return this.do(context, input, (access) => this.commands.setUpSaml(access, input));
  }

  @Mutation(() => SignInSetUpPayload, { description: 'Adds an OpenID Connect provider, or changes one that is off. Its issuer is asked what it is.' })
  setUpOidcProvider(@Args('input') input: SetUpOidcInput, @Context() context: RequestContext): Promise<SignInSetUpPayload> {
    return this.do(context, input, (access) => this.commands.setUpOidc(access, input));
  }

  @Mutation(() => SignInSetUpPayload, { description: 'Says what a provider may say of people, and under which names.' })
  setUpProviderAttributes(@Args('input') input: SetUpAttributesInput, @Context() context: RequestContext): Promise<SignInSetUpPayload> {
    return this.do(context, input, (access) => this.commands.setUpAttributes(access, input));
  }

  @Mutation(() => SignInSetUpPayload, { description: 'Switches a provider on whose test passed within the hour; where its settings are new, it waits for a platform administrator.' })
  switchProviderOn(@Args('input') input: SignInProviderInput, @Context() context: RequestContext): Promise<SignInSetUpPayload> {
    return this.do(context, input, (access) => this.commands.switchOn(access, input.providerId));
  }

  @Mutation(() => SignInSetUpPayload, { description: 'Switches a provider off, or takes back that it should be switched on. Whoever is signed in stays so.' })
  switchProviderOff(@Args('input') input: SignInProviderInput, @Context() context: RequestContext): Promise<SignInSetUpPayload> {
    return this.do(context, input, (access) => this.commands.switchOff(access, input.providerId));
  }

  @Mutation(() => SignInSetUpPayload, { description: 'Takes a provider out by which nobody ever signed in.' })
  removeProvider(@Args('input') input: SignInProviderInput, @Context() context: RequestContext): Promise<SignInSetUpPayload> {
    return this.do(context, input, (access) => this.commands.remove(access, input.providerId));
  }

  @Mutation(() => CreateSetUpLinkPayload, { description: 'Makes a link for colleagues of the IT service: whoever has it sees this set-up for 14 days, and nothing else.' })
  async createSetUpLink(@Args('input') input: CreateSetUpLinkInput, @Context() context: RequestContext): Promise<CreateSetUpLinkPayload> {
    const access = await this.accessOf(context, input);
    const made = await this.commands.makeLink(access);
    return Object.assign(new CreateSetUpLinkPayload(), made.ok ? { address: made.address, setUp: await this.reader.read(access) } : { errors: made.errors });
  }

  @Mutation(() => SignInSetUpPayload, { description: 'Ends a set-up link at once.' })
  endSetUpLink(@Args('input') input: EndSetUpLinkInput, @Context() context: RequestContext): Promise<SignInSetUpPayload> {
    return this.do(context, input, (access) => this.commands.endLink(access, input.linkId));
  }

  @Mutation(() => ConfirmProviderPayload, { description: 'Answers a service that waits. For platform administrators.' })
  async confirmProvider(@Args('input') { providerId, revision, isRight }: ConfirmProviderInput, @Context() { viewer }: RequestContext): Promise<ConfirmProviderPayload> {
    if (viewer.kind !== 'PERSON' || !viewer.isPlatformAdministrator) throw notFound();
    const isDone = await this.commands.answerWaiting(viewer.personId, { providerId, revision, isRight });
    return Object.assign(new ConfirmProviderPayload(), { isDone, errors: isDone ? [] : [new NotPossibleError('It does not wait any more, or was changed since it was tested. Nothing was changed.')] });
  }

  private async do(context: RequestContext, input: { readonly institutionId?: string | null }, work: (access: SetUpAccess) => Promise<Done>): Promise<SignInSetUpPayload> {
    const access = await this.accessOf(context, input);
    const done = await work(access);
    return Object.assign(new SignInSetUpPayload(), done.ok ? { setUp: await this.reader.read(access), providerId: done.providerId } : { errors: done.errors });
  }

  private async accessOf({ viewer, setUpToken }: RequestContext, { institutionId }: { readonly institutionId?: string | null }): Promise<SetUpAccess> {
    const access = await this.access.findNamed(viewer, setUpToken, institutionId);
    if (access === null) throw notFound();
    return access;
  }
}
