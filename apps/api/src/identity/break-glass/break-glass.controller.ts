/** Break-glass administrators over HTTP: two pages that nothing links to, and what their script sends. */
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { BREAK_GLASS_SECONDS } from '../session-limits.js';
import { mayCarryCookies, readSessionToken, sessionCookieName, setCookie } from '../sign-in/cookies.js';
import { PAGE_HEADERS } from '../sign-in/page.js';
import { isFromOurPages, otherNameOfThisMachine } from '../sign-in/request-origin.js';
import { answer, Refused, sayAsJson, sendPage } from '../sign-in/sign-in.answers.js';
import { SignInLimit } from '../sign-in/sign-in-limit.js';
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
    @Inject(SignInLimit) private readonly limit: SignInLimit,
  ) {}

  @Get()
  page(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.show(request, response, async () => signInPage());
  }

  @Get('enrolled')
  enrolled(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.show(request, response, async () => enrolledPage(this.config.publicUrl));
  }

  @Get('enrol/:token')
  invitation(@Req() request: Request, @Res() response: Response, @Param('token') token: string): Promise<void> {
    return this.show(request, response, async () => enrolPage(token, await this.enrolment.open(token, this.threshold.markBrowser(request, response))));
  }

  @Post('enrol/:token')
  enrol(@Req() request: Request, @Res() response: Response, @Param('token') token: string): Promise<void> {
    return this.hear(request, response, async ({ passkey, code }) => {
      await this.enrolment.finish({ token, browserToken: this.threshold.browserOf(request), passkey, code: textOf(code) });
      return { to: ENROLLED_PATH };
    });
  }

  @Post('begin')
  begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.hear(request, response, async () => ({ options: await this.signIn.begin(this.threshold.markBrowser(request, response)) }));
  }

  @Post('passkey')
  passkey(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.hear(request, response, async ({ passkey }) => ({ ticket: await this.signIn.showPasskey(passkey, this.threshold.browserOf(request)) }));
  }

  @Post('code')
  code(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.hear(request, response, async ({ ticket, code }) => {
      const { publicUrl } = this.config;
      const previousToken = readSessionToken(request.headers.cookie, publicUrl);
      const token = await this.signIn.giveCode({ ticket: textOf(ticket), code: textOf(code), browserToken: this.threshold.browserOf(request), previousToken });
      setCookie(response, publicUrl, sessionCookieName(publicUrl), token, BREAK_GLASS_SECONDS);
      return { to: '/' };
    });
  }

  private show(request: Request, response: Response, make: () => Promise<string>): Promise<void> {
    return answer(response, async () => {
      // Cookies and passkeys belong to one host name.
      if (otherNameOfThisMachine(request, this.config.publicUrl)) response.redirect(`${this.config.publicUrl}${request.originalUrl}`);
      else {
        this.refuseInTheClear();
        await this.limit.admit(response);
        sendPage(response, 200, await make());
      }
    });
  }

  private hear(request: Request, response: Response, work: (sent: Readonly<Record<string, unknown>>) => Promise<object>): Promise<void> {
    return answer(response, async () => {
      this.refuseInTheClear();
      await this.limit.admit(response);
      if (!isFromOurPages(request, this.config.publicUrl)) throw new Refused('OTHER_SITE');
      const body: unknown = request.body;
      const heard = await work(typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {});
      response.status(200).set(PAGE_HEADERS).json(heard);
    }, sayAsJson);
  }

  private refuseInTheClear(): void {
    if (!mayCarryCookies(this.config.publicUrl)) throw new Refused('NOT_SECURE');
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
