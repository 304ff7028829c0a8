/** What pages with passkeys have in common: how they are shown, and how what their script sends is heard. */
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { mayCarryCookies } from '../sign-in/cookies.js';
import { PAGE_HEADERS } from '../sign-in/page.js';
import { isFromOurPages, otherNameOfThisMachine } from '../sign-in/request-origin.js';
import { answer, Refused, sayAsJson, sendPage } from '../sign-in/sign-in.answers.js';
import { SignInLimit } from '../sign-in/sign-in-limit.js';

export type Sent = Readonly<Record<string, unknown>>;

@Injectable()
export class PasskeyDoor {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(SignInLimit) private readonly limit: SignInLimit) {}

  show(request: Request, response: Response, make: () => Promise<string>): Promise<void> {
    return answer(response, async () => {
      // Cookies and passkeys belong to one host name.
      if (otherNameOfThisMachine(request, this.config.publicUrl)) response.redirect(`${this.config.publicUrl}${request.originalUrl}`);
      else {
        await this.admit(response);
        sendPage(response, 200, await make());
      }
    });
  }

  hear(request: Request, response: Response, work: (sent: Sent) => Promise<object>): Promise<void> {
    return answer(response, async () => {
      await this.admit(response);
      if (!isFromOurPages(request, this.config.publicUrl)) throw new Refused('OTHER_SITE');
      const body: unknown = request.body;
      const heard = await work(typeof body === 'object' && body !== null ? (body as Sent) : {});
      response.status(200).set(PAGE_HEADERS).json(heard);
    }, sayAsJson);
  }

  private async admit(response: Response): Promise<void> {
    if (!mayCarryCookies(this.config.publicUrl)) throw new Refused('NOT_SECURE');
    await this.limit.admit(response);
  }
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
