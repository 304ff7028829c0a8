/** Switching a provider on: only what was tested within the hour, and only what a platform administrator has looked at. */
import { recordAudit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Changed } from './provider-changes.js';
import { isFreshSql, revisionSql, settingsDigestSql } from './settings-digest.js';

export type SwitchedOn = 'ON' | 'WAITING' | 'NOT_TESTED' | 'NOT_THERE';
interface Standing { is_active: boolean; has_passed: boolean; is_confirmed: boolean }

const LAST = (what: string): string => `(select ${what} from provider_test t where t.provider_id = p.id order by t.happened_at desc limit 1)`;
const STANDING = `
  select p.is_active, coalesce(${LAST(`t.fault is null and ${isFreshSql('t', 'p', 's')}`)}, false) as has_passed,
         coalesce(p.confirmed_settings = ${settingsDigestSql('p', 's')}, false) as is_confirmed
    from identity_provider p left join saml_provider s on s.provider_id = p.id where p.id = $1 and p.institution_id = $2 for update of p`;
/** What waits was tested when it was asked for, and any change since would have taken it off the list. */
const TESTED_AS_IT_IS = `coalesce(${LAST(`t.fault is null and t.settings = ${settingsDigestSql('p', 's')}`)}, false)`;
const CONFIRM = `
  update identity_provider o set confirmed_settings = ${settingsDigestSql('p', 's')}, confirmed_at = now(), confirmed_by = $2, is_active = true, asked_on_at = null
    from identity_provider p left join saml_provider s on s.provider_id = p.id
   where o.id = p.id and p.id = $1 and p.asked_on_at is not null and not p.is_active and ${revisionSql('p', 's')} = $3 and ${TESTED_AS_IT_IS} returning o.institution_id`;

/** On where the settings were confirmed before; otherwise it waits for a platform administrator. */
export async function askOn(transaction: Transaction, asked: Changed): Promise<SwitchedOn> {
  const [standing] = await transaction.query<Standing>(STANDING, [asked.id, asked.institutionId]);
  if (standing === undefined) return 'NOT_THERE';
  if (standing.is_active) return 'ON';
  if (!standing.has_passed) return 'NOT_TESTED';
  if (!standing.is_confirmed) {
    await transaction.query('update identity_provider set asked_on_at = coalesce(asked_on_at, now()) where id = $1', [asked.id]);
    return 'WAITING';
  }
  await transaction.query('update identity_provider set is_active = true, asked_on_at = null where id = $1', [asked.id]);
  await keepSwitch(transaction, asked, true);
  return 'ON';
}

export async function switchOff(transaction: Transaction, asked: Changed): Promise<boolean> {
  const found = await transaction.query<{ was_active: boolean }>(
    `update identity_provider p set is_active = false, asked_on_at = null from identity_provider o where o.id = p.id and p.id = $1 and p.institution_id = $2 returning o.is_active as was_active`, [asked.id, asked.institutionId]);
  if (found[0]?.was_active === true) await keepSwitch(transaction, asked, false);
  return found.length > 0;
}

export interface Looked { readonly id: string; readonly personId: string; /** Of the settings that they saw. */ readonly revision: string }

/** A platform administrator has looked at it: it is on now, and its institution takes part. False where it does not wait, or is not as they saw it. */
export async function confirm(transaction: Transaction, { id, personId, revision }: Looked): Promise<boolean> {
  const [found] = await transaction.query<{ institution_id: string }>(CONFIRM, [id, personId, revision]);
  if (found === undefined) return false;
  await transaction.query(`update institution set standing = 'MEMBER' where id = $1 and standing = 'LISTED'`, [found.institution_id]);
  await recordAudit(transaction, { chain: found.institution_id, action: 'CONFIRM_PROVIDER', actorId: personId, subject: { type: 'IDENTITY_PROVIDER', id } });
  await keepSwitch(transaction, { id, institutionId: found.institution_id, personId }, true);
  return true;
}

/** Not this way: whoever set it up sees that it waits no longer. */
export async function decline(transaction: Transaction, { id, personId }: Looked): Promise<boolean> {
  const [found] = await transaction.query<{ institution_id: string }>('update identity_provider set asked_on_at = null where id = $1 and asked_on_at is not null and not is_active returning institution_id', [id]);
  if (found === undefined) return false;
  await recordAudit(transaction, { chain: found.institution_id, action: 'CONFIRM_PROVIDER', actorId: personId, outcome: 'REFUSED', subject: { type: 'IDENTITY_PROVIDER', id } });
  return true;
}

async function keepSwitch(transaction: Transaction, { id, institutionId, personId }: Changed, isActive: boolean): Promise<void> {
  await recordAudit(transaction, { chain: institutionId, action: 'SWITCH_PROVIDER', actorId: personId, subject: { type: 'IDENTITY_PROVIDER', id }, details: { isActive } });
}
