/** Partner systems over GraphQL. For administrators; anybody else is answered as if there were none. */
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound } from '../../platform/errors/domain-error.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { type Administrator, SetUpAccessReader } from '../set-up/index.js';
import { ApiClientCommands, type MadeSecret } from './api-client.commands.js';
import { ApiClientReader } from './api-client.reader.js';
import { ApiClientInput, ApiClientPayload, ApiClientSecretPayload, ApiClientType, CreateApiClientInput } from './api-client.type.js';

interface At { readonly institutionId?: string | null }

@Resolver()
export class ApiClientResolver {
  constructor(@Inject(SetUpAccessReader) private readonly access: SetUpAccessReader, @Inject(ApiClientReader) private readonly reader: ApiClientReader, @Inject(ApiClientCommands) private readonly commands: ApiClientCommands) {}

  @Query(() => [ApiClientType], { nullable: true, description: 'The partner systems that ask for your institution, by name; at most 20. For its administrators, null for anyone else.' })
  async apiClients(@Args('institutionId', { type: () => ID, nullable: true, description: 'For platform administrators: any institution.' }) institutionId: string | null | undefined, @Context() { viewer }: RequestContext): Promise<ApiClientType[] | null> {
    const by = await this.access.findPerson(viewer, institutionId);
    return by === null ? null : this.reader.of(by);
  }

  @Mutation(() => ApiClientSecretPayload, { description: 'Lets a partner system ask for your institution. You answer for it: it rests once you have left.' })
  async createApiClient(@Args('input') input: CreateApiClientInput, @Context() context: RequestContext): Promise<ApiClientSecretPayload> {
    const by = await this.administrator(context, input);
    return this.told(by, await this.commands.create(by, input.name));
  }

  @Mutation(() => ApiClientSecretPayload, { description: 'Makes a new secret in place of the old one, for which you answer from now on. Tokens fetched before end within seconds.' })
  async rotateApiClientSecret(@Args('input') input: ApiClientInput, @Context() context: RequestContext): Promise<ApiClientSecretPayload> {
    const by = await this.administrator(context, input);
    return this.told(by, await this.commands.rotate(by, input.clientId));
  }

  @Mutation(() => ApiClientPayload, { description: 'Ends a partner system for ever, and its tokens within seconds.' })
  async revokeApiClient(@Args('input') input: ApiClientInput, @Context() context: RequestContext): Promise<ApiClientPayload> {
    const by = await this.administrator(context, input);
    await this.commands.revoke(by, input.clientId);
    return Object.assign(new ApiClientPayload(), { clients: await this.reader.of(by) });
  }

  private async told(by: Administrator, made: MadeSecret): Promise<ApiClientSecretPayload> {
    return Object.assign(new ApiClientSecretPayload(), made.ok ? { clientId: made.clientId, secret: made.secret, clients: await this.reader.of(by) } : { errors: made.errors });
  }

  private async administrator({ viewer }: RequestContext, { institutionId }: At): Promise<Administrator> {
    const by = await this.access.findPerson(viewer, institutionId);
    if (by === null) throw notFound();
    return by;
  }
}
