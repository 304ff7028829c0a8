/** One's own ways in, and the end of a passkey. */
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { unauthenticated } from '../../platform/errors/domain-error.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { defineField } from '../../platform/selection/index.js';
import { ViewerType } from '../viewer.type.js';
import { EndPasskeyInput, EndPasskeyPayload, WayInType } from './way-in.type.js';
import { type Ended, WayInCommands } from './way-in.commands.js';
import { WaysInReader } from './ways-in.reader.js';

@Resolver(() => ViewerType)
export class WaysInResolver {
  constructor(@Inject(WayInCommands) private readonly commands: WayInCommands, @Inject(WaysInReader) private readonly reader: WaysInReader) {}

  @ResolveField(() => [WayInType], { description: 'How they can sign in, at every institution where they belong; empty unless it is a person.' })
  async waysIn(@Context() { viewer }: RequestContext): Promise<WayInType[]> {
    return viewer.kind === 'PERSON' ? this.reader.of(viewer) : [];
  }

  @Mutation(() => EndPasskeyPayload, { description: 'Ends a passkey of your own, and every session of yours but this. You must have signed in within the last ten minutes, and another way in must be left.' })
  async endPasskey(@Args('input') { passkeyId }: EndPasskeyInput, @Context() { viewer }: RequestContext): Promise<EndPasskeyPayload> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const ended = await this.commands.endPasskey(viewer, passkeyId);
    return Object.assign(new EndPasskeyPayload(), ended.ok ? { waysIn: await this.reader.of(viewer) } : { errors: [new NotPossibleError(wordsFor(ended))] });
  }
}

function wordsFor(refused: Exclude<Ended, { readonly ok: true }>): string {
  return refused.reason === 'SIGN_IN_FIRST' ? 'Sign in once more, then end it within ten minutes. So nobody can do it in a browser that you left open. Nothing was changed.'
    : `It is your only way in at ${refused.institutionName}; ask an administrator for an invitation first. Nothing was changed.`;
}

// Read aside: sign-in services of other institutions stand behind their walls.
defineField('Viewer', 'waysIn', () => 'null');
