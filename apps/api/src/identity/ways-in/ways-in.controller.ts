/** The form of the account page that ends a passkey. */
import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { readSessionToken } from '../sign-in/cookies.js';
import { isFromOurPages } from '../sign-in/request-origin.js';
import { answer, Refused } from '../sign-in/sign-in.answers.js';
import { ViewerReader } from '../viewer.reader.js';
import { WayInCommands } from './way-in.commands.js';

@Controller('auth')
export class WaysInController {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(ViewerReader) private readonly viewers: ViewerReader, @Inject(WayInCommands) private readonly commands: WayInCommands) {}

  /** Leads back to its part of the account page, which says what came of it. */
  @Post('passkeys/end')
  end(@Req() request: Request, @Res() response: Response): Promise<void> {
    return answer(response, async () => {
      const { publicUrl } = this.config;
      if (!isFromOurPages(request, publicUrl)) throw new Refused('OTHER_SITE');
      const viewer = await this.viewers.findByToken(readSessionToken(request.headers.cookie, publicUrl));
      const { passkey } = (request.body ?? {}) as { passkey?: unknown };
      const ended = viewer.kind === 'PERSON' && typeof passkey === 'string' ? await this.commands.endPasskey(viewer, passkey).catch(goneAlready) : null;
      const said = ended === null ? '' : `?passkey=${ended.ok ? 'ended' : ended.reason === 'SIGN_IN_FIRST' ? 'sign-in-first' : 'only-way-in'}`;
      response.set('Cache-Control', 'no-store').redirect(303, `/account${said}#h-ways`);
    });
  }
}

/** One that has ended meanwhile is what was wanted. */
function goneAlready(error: unknown): null {
  if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
  throw error;
}
