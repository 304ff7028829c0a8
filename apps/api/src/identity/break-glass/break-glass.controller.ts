/** Break-glass administrators over HTTP: two pages that nothing links to, and what their script sends. */
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { PasskeyDoor, textOf } from '../passkeys/passkey-door.js';
import { BREAK_GLASS_SECONDS } from '../session-limits.js';
import { readSessionToken, sessionCookieName, setCookie } from '../sign-in/cookies.js';
import { Threshold } from '../sign-in/threshold.js';
import { BreakGlassSignIn } from './break-glass-sign-in.js';
import { ENROLLED_PATH, enrolledPage, enrolPage, signInPage } from './break-glass.pages.js';
import { BreakGlassEnrolment } from './enrolment.js';

@Controller('auth/break-glass')
export class BreakGlassController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Threshold) private readonly threshold: Threshold,
    @Inject(BreakGlassEnrolment) private readonly enrolment: BreakGlassEnrolment,
    @Inject(BreakGlassSignIn) private readonly signIn: BreakGlassSignIn,
    @Inject(PasskeyDoor) private readonly door: PasskeyDoor,
  ) {}

  @Get()
  page(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.show(request, response, async () => signInPage());
  }

  @Get('enrolled')
  enrolled(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.show(request, response, async () => enrolledPage(this.config.publicUrl));
  }

  @Get('enrol/:token')
  invitation(@Req() request: Request, @Res() response: Response, @Param('token') token: string): Promise<void> {
    return this.door.show(request, response, async () => enrolPage(token, await this.enrolment.open(token, this.threshold.markBrowser(request, response))));
  }

  @Post('enrol/:token')
  enrol(@Req() request: Request, @Res() response: Response, @Param('token') token: string): Promise<void> {
    return this.door.hear(request, response, async ({ passkey, code }) => {
      await this.enrolment.finish({ token, browserToken: this.threshold.browserOf(request), passkey, code: textOf(code) });
      return { to: ENROLLED_PATH };
    });
  }

  @Post('begin')
  begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.hear(request, response, async () => ({ options: await this.signIn.begin(this.threshold.markBrowser(request, response)) }));
  }

  @Post('passkey')
  passkey(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.hear(request, response, async ({ passkey }) => ({ ticket: await this.signIn.showPasskey(passkey, this.threshold.browserOf(request)) }));
  }

  @Post('code')
  code(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.hear(request, response, async ({ ticket, code }) => {
      const { publicUrl } = this.config;
      const previousToken = readSessionToken(request.headers.cookie, publicUrl);
      const token = await this.signIn.giveCode({ ticket: textOf(ticket), code: textOf(code), browserToken: this.threshold.browserOf(request), previousToken });
      setCookie(response, publicUrl, sessionCookieName(publicUrl), token, BREAK_GLASS_SECONDS);
      return { to: '/' };
    });
  }
}
