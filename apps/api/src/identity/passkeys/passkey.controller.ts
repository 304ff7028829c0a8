/** Passkeys of people who were invited, over HTTP: coming in with a new one, and signing in with it from then on. */
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { SESSION_SECONDS } from '../session-limits.js';
import { clearCookie, invitationCookieName, readInvitationToken, readSessionToken, sessionCookieName, setCookie } from '../sign-in/cookies.js';
import { returnTargetOf, Threshold } from '../sign-in/threshold.js';
import { passkeySignInPage } from './passkey.pages.js';
import { PasskeyDoor } from './passkey-door.js';
import { PasskeyJoining } from './passkey-joining.js';
import { PasskeySignIn } from './passkey-sign-in.js';

@Controller('auth/passkey')
export class PasskeyController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Threshold) private readonly threshold: Threshold,
    @Inject(PasskeyDoor) private readonly door: PasskeyDoor,
    @Inject(PasskeyJoining) private readonly joining: PasskeyJoining,
    @Inject(PasskeySignIn) private readonly signIn: PasskeySignIn,
  ) {}

  @Get()
  page(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.show(request, response, async () => passkeySignInPage(returnTargetOf(request)));
  }

  @Post('begin')
  begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.hear(request, response, async () => ({ options: await this.signIn.begin(this.threshold.markBrowser(request, response)) }));
  }

  @Post()
  finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.hear(request, response, async ({ passkey }) => {
      const to = returnTargetOf(request);
      return this.letIn(response, to, await this.signIn.finish({ ...this.carriedBy(request), passkey, invitation: readInvitationToken(request.headers.cookie, this.config.publicUrl) }));
    });
  }

  @Post('join/:token/begin')
  beginToJoin(@Req() request: Request, @Res() response: Response, @Param('token') token: string): Promise<void> {
    return this.door.hear(request, response, async ({ name }) => ({ options: await this.joining.begin({ token, name, browserToken: this.threshold.markBrowser(request, response) }) }));
  }

  @Post('join/:token')
  join(@Req() request: Request, @Res() response: Response, @Param('token') token: string): Promise<void> {
    return this.door.hear(request, response, async ({ name, passkey }) => this.letIn(response, '/', await this.joining.finish({ ...this.carriedBy(request), token, name, passkey })));
  }

  private carriedBy(request: Request): { readonly browserToken: string | null; readonly previousToken: string | null } {
    return { browserToken: this.threshold.browserOf(request), previousToken: readSessionToken(request.headers.cookie, this.config.publicUrl) };
  }

  private letIn(response: Response, to: string, token: string): { readonly to: string } {
    const { publicUrl } = this.config;
    clearCookie(response, publicUrl, invitationCookieName(publicUrl));
    setCookie(response, publicUrl, sessionCookieName(publicUrl), token, SESSION_SECONDS);
    return { to };
  }
}
