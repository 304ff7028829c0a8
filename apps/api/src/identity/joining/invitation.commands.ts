/** Inviting people: by the administrators of an institution, and by platform administrators after a manual check. */
import { Inject, Injectable } from '@nestjs/common';
import { INSTITUTION_ROLES, type InstitutionRole } from '@passalong/domain';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError, type UserError } from '../../platform/graphql/user-error.type.js';
import { keyOf } from '../../platform/ids/ids.js';
import type { Administrator } from '../set-up/index.js';
import { approvedDomains, isOfDomain } from './approved-domains.js';
import { endInvitation, makeInvitation } from './invitations.js';
import { readEmail } from './read-words.js';

export type Made = { readonly ok: true; readonly address: string } | { readonly ok: false; readonly errors: UserError[] };

/** Somebody with authority elsewhere could be taken over by the administrator of one of their institutions. */
const WHO_MAY_BE_LINKED = `
  select p.is_moderator or p.reviews_evidence or p.is_platform_administrator or exists (select from membership o where o.person_id = p.id and o.institution_id <> $2 and (o.valid_until is null or o.valid_until > now())) as is_more
    from person p join membership m on m.person_id = p.id and m.institution_id = $2 and (m.valid_until is null or m.valid_until > now()) where p.id = $1 and p.disabled_at is null`;

export const invitationAddress = (publicUrl: string, token: string): string => `${publicUrl}/auth/invitation/${token}`;

@Injectable()
export class InvitationCommands {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(Database) private readonly database: Database) {}

  invite(by: Administrator, given: { readonly email: string; readonly roles: readonly InstitutionRole[] }): Promise<Made> {
    const email = readEmail(given.email);
    if (email === null) return Promise.resolve(wrong('That is no email address.', 'input.email'));
    const roles = INSTITUTION_ROLES.filter((role) => given.roles.includes(role));
    if (roles.length === 0) return Promise.resolve(wrong('Give at least one role.', 'input.roles'));
    return this.database.transaction(by, async (transaction): Promise<Made> => {
      const domains = await approvedDomains(transaction, by.institutionId);
      if (!by.isPlatformAdministrator && !isOfDomain(email, domains)) {
        return wrong(`That address is at none of your domains${domains.length === 0 ? '' : ` (${domains.slice(0, 5).join(', ')})`}. Prove the domain first, or ask whoever runs this installation.`, 'input.email');
      }
      return this.made(await makeInvitation(transaction, { institutionId: by.institutionId, madeBy: by.personId, email, roles, personId: null }));
    });
  }

  /** Another way to sign in for somebody who belongs here, where the old one is gone. */
  inviteToLink(by: Administrator, personId: string): Promise<Made> {
    const key = keyOf('person', personId);
    // Their memberships elsewhere are behind the wall of the institution that asks.
    return this.database.transaction('SYSTEM', async (transaction): Promise<Made> => {
      const [found] = await transaction.query<{ is_more: boolean }>(WHO_MAY_BE_LINKED, [key, by.institutionId]);
      if (found === undefined) throw notFound();
      if (found.is_more && !by.isPlatformAdministrator) return refused('This person has a part beyond your university, so only a platform administrator can give them another way to sign in.');
      return this.made(await makeInvitation(transaction, { institutionId: by.institutionId, madeBy: by.personId, email: '', roles: [], personId: key }));
    });
  }

  async end(by: Administrator, invitationId: string): Promise<void> {
    const hasEnded = await this.database.transaction(by, (transaction: Transaction) => endInvitation(transaction, { id: keyOf('invitation', invitationId), institutionId: by.institutionId, personId: by.personId }));
    if (!hasEnded) throw notFound();
  }

  private made(token: string | null): Made {
    return token === null ? refused('A hundred invitations are open already. Take some back.') : { ok: true, address: invitationAddress(this.config.publicUrl, token) };
  }
}

const wrong = (message: string, path: string): Made => ({ ok: false, errors: [new InvalidValueError(message, path)] });
const refused = (message: string): Made => ({ ok: false, errors: [new NotPossibleError(message)] });
