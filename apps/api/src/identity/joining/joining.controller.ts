/** Coming in over HTTP: the request of a university that is not here yet, and invitations. */
import { Body, Controller, Get, Inject, Logger, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { apiId, readApiId } from '../../platform/ids/ids.js';
import { invitationCookieName, mayCarryCookies, setCookie } from '../sign-in/cookies.js';
import { ProviderReader } from '../sign-in/provider.reader.js';
import { isFromOurPages } from '../sign-in/request-origin.js';
import { answer, Refused, sendPage } from '../sign-in/sign-in.answers.js';
import { SignInLimit } from '../sign-in/sign-in-limit.js';
import { findInvitation } from './invitations.js';
import { EMPTY_FORM, readJoinForm } from './join-form.js';
import { keepRequest } from './join-requests.js';
import { invitationPage, joinPage, sentPage } from './joining.pages.js';
import { JOIN } from './joining.words.js';

/** Long enough to sign in at the university; a browser that several people use should not go on carrying it. */
const CARRIED_SECONDS = 30 * 60;

@Controller('auth')
export class JoiningController {
  private readonly logger = new Logger('Joining');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(ProviderReader) private readonly providers: ProviderReader,
    @Inject(SignInLimit) private readonly limit: SignInLimit,
  ) {}

  @Get('join')
  form(@Res() response: Response): Promise<void> {
    return answer(response, async () => {
      await this.limit.admitReader(response);
      sendPage(response, 200, joinPage(EMPTY_FORM));
    });
  }

  @Post('join')
  ask(@Req() request: Request, @Res() response: Response, @Body() body: Record<string, unknown> | undefined): Promise<void> {
    return answer(response, async () => {
      await this.limit.admit(response);
      if (!isFromOurPages(request, this.config.publicUrl)) throw new Refused('OTHER_SITE');
      const form = readJoinForm(body ?? {});
      if (form.wrong.length > 0) return sendPage(response, 422, joinPage(form));
      const kept = await this.database.transaction('SYSTEM', (transaction) => keepRequest(transaction, form));
      if (kept.ok) return response.set('Cache-Control', 'no-store').redirect(303, `/auth/join/sent?reference=${apiId('joinRequest', kept.id)}`);
      if (kept.reason === 'FULL') this.logger.warn('A request to join was not kept: too many wait for an answer.');
      sendPage(response, kept.reason === 'FULL' ? 503 : 409, joinPage(form, kept.reason === 'FULL' ? JOIN.full : JOIN.waits));
    });
  }

  @Get('join/sent')
  sent(@Res() response: Response, @Query('reference') reference: unknown): Promise<void> {
    return answer(response, async () => {
      await this.limit.admitReader(response);
      sendPage(response, 200, sentPage(typeof reference === 'string' && readApiId(reference)?.type === 'joinRequest' ? reference : ''));
    });
  }

  /** The browser carries the invitation until its person has come in. */
  @Get('invitation/:token')
  invitation(@Res() response: Response, @Param('token') token: string): Promise<void> {
    return answer(response, async () => {
      const { publicUrl } = this.config;
      if (!mayCarryCookies(publicUrl)) throw new Refused('NOT_SECURE');
      await this.limit.admit(response);
      const invited = await this.database.transaction('SYSTEM', (transaction) => findInvitation(transaction, token));
      if (invited === null) throw new Refused('LINK_OVER');
      setCookie(response, publicUrl, invitationCookieName(publicUrl), token, CARRIED_SECONDS);
      sendPage(response, 200, invitationPage(token, invited, await this.providers.ofInstitution(invited.institutionId)));
    });
  }
}
