/** Sign-in over HTTP: the chooser and sign-out. */
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { SessionCommands } from '../session.commands.js';
import { ViewerReader } from '../viewer.reader.js';
import { clearCookie, readLastProvider, readSessionToken, sessionCookieName } from './cookies.js';
import { useAssetsOf } from './page.js';
import { ProviderReader } from './provider.reader.js';
import { isFromOurPages } from './request-origin.js';
import { answer, Refused, sendPage } from './sign-in.answers.js';
import { SignInCommands } from './sign-in.commands.js';
import { SignInLimit } from './sign-in-limit.js';
import { chooserPage } from './sign-in.pages.js';
import { returnTargetOf } from './threshold.js';

@Controller('auth')
export class SignInController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ProviderReader) private readonly providers: ProviderReader,
    @Inject(SignInCommands) private readonly commands: SignInCommands,
    @Inject(ViewerReader) private readonly viewers: ViewerReader,
    @Inject(SessionCommands) private readonly sessions: SessionCommands,
    @Inject(SignInLimit) private readonly limit: SignInLimit,
  ) {
    useAssetsOf(config.webFolder);
  }

  @Get('sign-in')
  chooser(@Req() request: Request, @Res() response: Response): Promise<void> {
    return answer(response, async () => {
      await this.limit.admitReader(response);
      const returnTo = returnTargetOf(request);
      const given = request.query['institution'];
      const words = typeof given === 'string' ? given.replace(/\p{Cc}/gu, ' ').trim().slice(0, 200) : '';
      const last = await this.providers.remembered(readLastProvider(request.headers.cookie, this.config.publicUrl));
      sendPage(response, 200, chooserPage({ choices: await this.providers.search(words), last, words, returnTo, isForLinking: request.query['link'] !== undefined }));
    });
  }

  @Post('sign-out')
  signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    return answer(response, async () => {
      const { publicUrl } = this.config;
      if (!isFromOurPages(request, publicUrl)) throw new Refused('OTHER_SITE');
      await this.commands.signOut(readSessionToken(request.headers.cookie, publicUrl));
      clearCookie(response, publicUrl, sessionCookieName(publicUrl));
      response.set('Cache-Control', 'no-store').redirect(303, '/');
    });
  }

  /** The form of the account page: one session, or `others`. */
  @Post('sessions/end')
  endSessions(@Req() request: Request, @Res() response: Response): Promise<void> {
    return answer(response, async () => {
      const { publicUrl } = this.config;
      if (!isFromOurPages(request, publicUrl)) throw new Refused('OTHER_SITE');
      const viewer = await this.viewers.findByToken(readSessionToken(request.headers.cookie, publicUrl));
      const { session } = (request.body ?? {}) as { session?: unknown };
      // A session that has ended meanwhile is what was wanted.
      if (viewer.kind === 'PERSON' && typeof session === 'string') await this.sessions.end(viewer, session === 'others' ? 'OTHERS' : [session]).catch(() => 0);
      response.set('Cache-Control', 'no-store').redirect(303, '/account');
    });
  }
}
