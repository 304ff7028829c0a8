/** Keeps what was refused at the door, under the reference that the page shows. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { AuditAction } from '@passalong/domain';
import type { Express, Request, Response } from 'express';
import { COMMONS_CHAIN, recordAudit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/database.js';
import { clientAddress } from '../../platform/http/client-address.js';
import { RateLimiter } from '../../platform/rate-limits/rate-limiter.js';
import type { OidcFaultCode } from '../oidc/oidc-fault.js';
import type { SamlFaultCode } from '../saml/saml-fault.js';
import type { Refusal } from './sign-in.words.js';

export interface KeptRefusal {
  readonly refusal: Refusal;
  /** What was wrong with the answer of a provider; null where the refusal says it all. */
  readonly fault: SamlFaultCode | OidcFaultCode | null;
  readonly reference: string;
  readonly personId: string | null;
  readonly institutionId: string | null;
}

const PLACE = 'refusalRecord';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class RefusalRecord implements OnModuleInit {
  constructor(@Inject(Database) private readonly database: Database, @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost, @Inject(RateLimiter) private readonly limiter: RateLimiter) {}

  /** Pages are answered by plain functions, which find it at the server of the request. */
  onModuleInit(): void {
    this.host.httpAdapter.getInstance<Express>().locals[PLACE] = this;
  }

  /**
   * On the record of the institution whose provider the address names, switched off or not; of the one that the refusal concerns, or of the commons, where it names none. Nothing that was sent is kept.
   * One address fills no record for ever: each entry counts as one more try, and beyond the limit the log alone has it.
   */
  async keep(request: Request, { refusal, fault, reference, personId, institutionId }: KeptRefusal): Promise<void> {
    if (await this.limiter.spend('SIGN_IN', clientAddress(request)) > 0) return;
    const { path, params } = request;
    const { providerId = '' } = params;
    await this.database.transaction('SYSTEM', async (transaction) => {
      const [provider] = typeof providerId !== 'string' || !UUID.test(providerId) ? [] : await transaction.query<{ id: string; institution: string }>('select id, institution_id as institution from identity_provider where id = $1', [providerId]);
      await recordAudit(transaction, {
        chain: provider?.institution ?? institutionId ?? COMMONS_CHAIN, action: attemptedAt(path), actorId: personId, outcome: 'REFUSED', reference, details: { reason: refusal, ...(fault === null ? {} : { fault }) },
        subject: provider === undefined ? null : { type: 'IDENTITY_PROVIDER', id: provider.id },
      });
    });
  }
}

const BREAK_GLASS = '/auth/break-glass';
function attemptedAt(path: string): AuditAction {
  if (path.startsWith(BREAK_GLASS)) return path.startsWith(`${BREAK_GLASS}/enrol/`) ? 'ENROL_BREAK_GLASS' : 'USE_BREAK_GLASS';
  return path.endsWith('/sign-out') ? 'SIGN_OUT' : 'SIGN_IN';
}

export async function keepRefusal(response: Response, kept: KeptRefusal): Promise<void> {
  await (response.app.locals[PLACE] as RefusalRecord | undefined)?.keep(response.req, kept);
}
