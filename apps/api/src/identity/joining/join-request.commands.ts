/** Requests to join, for the platform administrators who look at them. */
import { Inject, Injectable } from '@nestjs/common';
import type { InstitutionRole } from '@passalong/domain';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { InvalidValueError, NotPossibleError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId, keyOf } from '../../platform/ids/ids.js';
import { insertInstitutions } from '../institution-lists/index.js';
import { makeSetUpLink, setUpAddress } from '../set-up/index.js';
import { invitationAddress } from './invitation.commands.js';
import { makeInvitation } from './invitations.js';
import { decideRequest } from './join-requests.js';
import type { AnswerJoinRequestInput, JoinRequest } from './joining.type.js';

export type Answered = { readonly ok: true; readonly invitationAddress: string | null; readonly setUpAddress: string | null } | { readonly ok: false; readonly errors: UserError[] };
interface RequestRow { id: string; created_at: Date; institution_name: string; work_email: string; person_name: string; person_role: string; head_name: string; head_email: string; message: string | null; suggestions: { id: string; name: string; has_domain: boolean; is_member: boolean }[] }

const OPEN = `
  select r.*, (select coalesce(json_agg(s order by s.has_domain desc, s.is_member desc, s.name), '[]') from (
      select i.id, i.name, i.standing = 'MEMBER' as is_member, exists (select from institution_domain d where d.institution_id = i.id and (split_part(r.work_email, '@', 2) = lower(d.domain) or split_part(r.work_email, '@', 2) like ('%.' || lower(d.domain)))) as has_domain
        from institution i
       where lower(i.name) = lower(r.institution_name) or i.id in (select n.institution_id from institution_name n where lower(n.name) = lower(r.institution_name))
          or i.id in (select d.institution_id from institution_domain d where split_part(r.work_email, '@', 2) = lower(d.domain) or split_part(r.work_email, '@', 2) like ('%.' || lower(d.domain)))
       order by has_domain desc, is_member desc, i.name limit 5) s) as suggestions
    from join_request r where r.status = 'OPEN' order by r.created_at, r.id limit 100`;

@Injectable()
export class JoinRequestCommands {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(Database) private readonly database: Database) {}

  /** What waits, the longest first. */
  async open(): Promise<JoinRequest[]> {
    const rows = await this.database.transaction('SYSTEM', (transaction) => transaction.query<RequestRow>(OPEN));
    return rows.map((row) => ({
      id: apiId('joinRequest', row.id), createdAt: row.created_at, institutionName: row.institution_name, workEmail: row.work_email, personName: row.person_name, personRole: row.person_role,
      headName: row.head_name, headEmail: row.head_email, message: row.message,
      suggestions: row.suggestions.map(({ id, name, has_domain: hasDomain, is_member: isMember }) => ({ id: apiId('institution', id), name, hasDomain, isMember })),
    }));
  }

  /** Accepting makes the university take part, and gives an invitation for whoever asked and a link for its IT. */
  async answer(personId: string, input: AnswerJoinRequestInput): Promise<Answered> {
    const id = keyOf('joinRequest', input.requestId);
    const reason = (input.reason ?? '').trim().slice(0, 500) || null;
    if (input.answer === 'DECLINED') {
      const declined = await this.database.transaction('SYSTEM', (transaction) => decideRequest(transaction, { id, decidedBy: personId, institutionId: null, reason }));
      return declined === null ? gone() : { ok: true, invitationAddress: null, setUpAddress: null };
    }
    const country = (input.country ?? '').trim().toUpperCase();
    const named = input.institutionId ?? null;
    if (named === null && !/^[A-Z]{2}$/.test(country)) return { ok: false, errors: [new InvalidValueError('Give the country of a new institution by two letters, such as GB.', 'input.country')] };
    return this.database.transaction('SYSTEM', async (transaction): Promise<Answered> => {
      const institutionId = named === null ? await this.listed(transaction, id, country) : await known(transaction, keyOf('institution', named));
      const accepted = institutionId === null ? null : await decideRequest(transaction, { id, decidedBy: personId, institutionId, reason });
      if (accepted === null || institutionId === null) return gone();
      await transaction.query(`update institution set standing = 'MEMBER' where id = $1`, [institutionId]);
      const roles: readonly InstitutionRole[] = input.roles ?? ['PRACTITIONER'];
      const invitation = await makeInvitation(transaction, { institutionId, madeBy: personId, email: accepted.email, roles, personId: null });
      const link = await makeSetUpLink(transaction, { institutionId, madeBy: personId });
      const { publicUrl } = this.config;
      return { ok: true, invitationAddress: invitation === null ? null : invitationAddress(publicUrl, invitation), setUpAddress: link === null ? null : setUpAddress(publicUrl, link) };
    });
  }

  /** A new institution by the name that the request gives. */
  private async listed(transaction: Transaction, requestId: string, country: string): Promise<string | null> {
    const [request] = await transaction.query<{ name: string }>(`select institution_name as name from join_request where id = $1 and status = 'OPEN' for update`, [requestId]);
    if (request === undefined) return null;
    const [placed] = await insertInstitutions(transaction, [{ key: requestId, name: request.name, country, aliases: [], domains: [], identifiers: [], unsound: [] }]);
    return placed?.institutionId ?? null;
  }
}

async function known(transaction: Transaction, institutionId: string): Promise<string | null> {
  return (await transaction.query('select 1 from institution where id = $1', [institutionId])).length > 0 ? institutionId : null;
}

const gone = (): Answered => ({ ok: false, errors: [new NotPossibleError('It was answered already, or names an institution that is not there. Nothing was changed.')] });
