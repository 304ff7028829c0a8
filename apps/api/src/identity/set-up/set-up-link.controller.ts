/** Where a set-up link leads: the browser carries it from now on, so that it stands in no address that is copied, kept or sent on. */
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { mayCarryCookies, setCookie, setUpCookieName } from '../sign-in/cookies.js';
import { answer, Refused } from '../sign-in/sign-in.answers.js';
import { SignInLimit } from '../sign-in/sign-in-limit.js';
import { SetUpAccessReader } from './set-up-access.js';
import { LINK_DAYS } from './set-up-links.js';

@Controller('auth/set-up/:token')
export class SetUpLinkController {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(SetUpAccessReader) private readonly access: SetUpAccessReader, @Inject(SignInLimit) private readonly limit: SignInLimit) {}

  @Get()
  follow(@Res() response: Response, @Param('token') token: string): Promise<void> {
    return answer(response, async () => {
      const { publicUrl } = this.config;
      if (!mayCarryCookies(publicUrl)) throw new Refused('NOT_SECURE');
      await this.limit.admit(response);
      if ((await this.access.byLink(token)) === null) throw new Refused('LINK_OVER');
      setCookie(response, publicUrl, setUpCookieName(publicUrl), token, LINK_DAYS * 24 * 60 * 60);
      response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }).redirect(303, '/admin/institution');
    });
  }
}
