/** Who still belongs to an institution: asked of its administrators every quarter, and answered by itself for those who have not signed in for a year. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { InstitutionRole } from '@passalong/domain';
import { recordAudit } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { apiId, keyOf } from '../../platform/ids/ids.js';
import { isCheckDueSql } from './check-due.js';
import type { Administrator } from '../set-up/index.js';

export const IDLE_DAYS = 365;
const LOOK_MS = 6 * 60 * 60_000;
/** Break-glass administrators hold no role where they act, and are nobody's staff. */
const CURRENT = '(m.valid_until is null or m.valid_until > now()) and cardinality(m.roles) > 0';
/** A session of theirs here begins with one of these. */
const WAYS_IN = `((select count(*) from external_identity e where e.person_id = p.id and e.institution_id = m.institution_id) + (select count(*) from member_passkey k where k.person_id = p.id and k.institution_id = m.institution_id and k.ended_at is null))::int`;

export interface ColleagueSeen { readonly id: string; readonly displayName: string | null; readonly roles: readonly InstitutionRole[]; readonly lastActiveOn: string; readonly waysIn: number }
export interface PeopleSeen { readonly isDue: boolean; readonly checkedAt: Date | null; readonly people: readonly ColleagueSeen[] }

@Injectable()
export class PeopleCheck implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('People');
  private timer: NodeJS.Timeout | null = null;

  constructor(@Inject(Database) private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.endIdle().catch((error: unknown) => { this.logger.error(error instanceof Error ? error.message : 'failed'); }), LOOK_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  read(by: Administrator): Promise<PeopleSeen> {
    return this.database.transaction(by, async (transaction) => {
      const [institution] = await transaction.query<{ is_due: boolean; people_checked_at: Date | null }>(`select ${isCheckDueSql('i')} as is_due, people_checked_at from institution i where id = $1`, [by.institutionId]);
      const people = await transaction.query<{ id: string; display_name: string | null; roles: InstitutionRole[]; last_active_on: string; ways_in: number }>(
        `select p.id, p.display_name, m.roles, m.last_active_at::date::text as last_active_on, ${WAYS_IN} as ways_in
           from membership m join person p on p.id = m.person_id where m.institution_id = $1 and ${CURRENT} and p.disabled_at is null order by lower(p.display_name), p.id limit 1000`, [by.institutionId]);
      return {
        isDue: institution?.is_due === true, checkedAt: institution?.people_checked_at ?? null,
        people: people.map((row) => ({ id: apiId('person', row.id), displayName: row.display_name, roles: row.roles, lastActiveOn: row.last_active_on, waysIn: row.ways_in })),
      };
    });
  }

  /** These have left, everybody else is still there. Nobody ends their own membership: somebody must be there to answer next time. */
  confirm(by: Administrator, left: readonly string[]): Promise<number> {
    const keys = left.map((id) => keyOf('person', id)).filter((key) => key !== by.personId);
    return this.database.transaction(by, async (transaction) => {
      const ended = await endMemberships(transaction, { condition: 'm.institution_id = $1 and m.person_id = any($2::uuid[])', values: [by.institutionId, keys], reason: 'LEFT', by: by.personId });
      await transaction.query('update institution set people_checked_at = now() where id = $1', [by.institutionId]);
      await recordAudit(transaction, { chain: by.institutionId, action: 'CONFIRM_PEOPLE', actorId: by.personId, details: { left: ended } });
      return ended;
    });
  }

  /** Ends the memberships of those who have not signed in for a year. The last administrator of an institution stays. */
  async endIdle(): Promise<number> {
    const idle = `m.last_active_at < now() - interval '${IDLE_DAYS} days' and not ('ADMINISTRATOR' = any(m.roles) and not exists (
      select from membership o where o.institution_id = m.institution_id and o.id <> m.id and 'ADMINISTRATOR' = any(o.roles) and (o.valid_until is null or o.valid_until > now()) and o.last_active_at >= now() - interval '${IDLE_DAYS} days'))`;
    return this.database.transaction('SYSTEM', (transaction) => endMemberships(transaction, { condition: idle, values: [], reason: 'IDLE', by: null }));
  }
}

interface Ending { readonly condition: string; readonly values: readonly unknown[]; readonly reason: 'IDLE' | 'LEFT'; readonly by: string | null }

/** Their sessions there end at once; what they wrote stays with the institution. */
async function endMemberships(transaction: Transaction, { condition, values, reason, by }: Ending): Promise<number> {
  const ended = await transaction.query<{ person_id: string; institution_id: string }>(
    `update membership m set valid_until = now(), ended_for = '${reason}' where ${condition} and ${CURRENT} returning m.person_id, m.institution_id`, values);
  for (const { person_id: personId, institution_id: institutionId } of ended.sort((one, other) => (one.institution_id < other.institution_id ? -1 : 1))) {
    await transaction.query('delete from session where person_id = $1 and acting_institution_id = $2', [personId, institutionId]);
    await recordAudit(transaction, { chain: institutionId, action: 'END_MEMBERSHIP', actorId: by, subject: { type: 'PERSON', id: personId }, details: { reason } });
  }
  return ended.length;
}
