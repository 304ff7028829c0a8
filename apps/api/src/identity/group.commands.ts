/** Writes of sharing groups, for the operator. Each may be repeated: a second run finds things as it wants them and says so. */
import { COMMONS_CHAIN, recordAudit } from '../platform/audit/index.js';
import type { Database, Transaction } from '../platform/database/database.js';
import { apiId, newKey } from '../platform/ids/ids.js';

export interface GroupListing { readonly id: string; readonly slug: string; readonly name: string; readonly institutions: readonly string[] }

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CURRENT = 'm.valid_from <= now() and (m.valid_until is null or m.valid_until > now())';

export class GroupCommands {
  constructor(private readonly database: Database) {}

  /** False where a group of this slug and name is there already. */
  create(slug: string, name: string): Promise<boolean> {
    if (!SLUG.test(slug) || slug.length > 60) throw new Error(`"${slug}" is no short name: small letters and digits, joined by hyphens, at most 60.`);
    if (name.trim() === '' || name.length > 120) throw new Error('Give the group a name of 1 to 120 characters.');
    return this.database.transaction('SYSTEM', async (transaction) => {
      const [made] = await transaction.query<{ id: string }>('insert into sharing_group (id, slug, name) values ($1, $2, $3) on conflict (slug) do nothing returning id', [newKey(), slug, name.trim()]);
      if (made !== undefined) {
        await recordAudit(transaction, { chain: COMMONS_CHAIN, action: 'CREATE_GROUP', subject: { type: 'SHARING_GROUP', id: made.id } });
        return true;
      }
      const [known] = await transaction.query<{ name: string }>('select name from sharing_group where slug = $1', [slug]);
      if (known?.name !== name.trim()) throw new Error(`The group ${slug} is there already, as "${known?.name ?? ''}". Take another short name.`);
      return false;
    });
  }

  /** False where the institution is in the group already. */
  add(groupSlug: string, institutionSlug: string): Promise<boolean> {
    return this.database.transaction('SYSTEM', async (transaction) => {
      const { groupId, institutionId } = await named(transaction, groupSlug, institutionSlug);
      const made = await transaction.query(
        `insert into group_membership (id, group_id, institution_id) select $1, $2, $3
          where not exists (select from group_membership m where m.group_id = $2 and m.institution_id = $3 and ${CURRENT})
         on conflict (group_id, institution_id) where valid_until is null do nothing returning id`, [newKey(), groupId, institutionId]);
      if (made.length > 0) await recordAudit(transaction, { chain: institutionId, action: 'JOIN_GROUP', subject: { type: 'SHARING_GROUP', id: groupId } });
      return made.length > 0;
    });
  }

  /** False where the institution is not in the group. What was shared with the group is no longer read there; its own work stays its own. */
  remove(groupSlug: string, institutionSlug: string): Promise<boolean> {
    return this.database.transaction('SYSTEM', async (transaction) => {
      const { groupId, institutionId } = await named(transaction, groupSlug, institutionSlug);
      const ended = await transaction.query(`update group_membership m set valid_until = now() where m.group_id = $1 and m.institution_id = $2 and (m.valid_until is null or m.valid_until > now()) returning id`, [groupId, institutionId]);
      if (ended.length > 0) await recordAudit(transaction, { chain: institutionId, action: 'LEAVE_GROUP', subject: { type: 'SHARING_GROUP', id: groupId } });
      return ended.length > 0;
    });
  }

  /** Every group with the institutions that are in it now. */
  async list(): Promise<readonly GroupListing[]> {
    const rows = await this.database.transaction('SYSTEM', (transaction) => transaction.query<GroupListing>(
      `select g.id, g.slug, g.name, (select coalesce(json_agg(i.slug order by i.slug), '[]') from group_membership m join institution i on i.id = m.institution_id where m.group_id = g.id and ${CURRENT}) as institutions
         from sharing_group g order by g.slug`));
    return rows.map((row) => ({ ...row, id: apiId('group', row.id) }));
  }
}

async function named(transaction: Transaction, groupSlug: string, institutionSlug: string): Promise<{ groupId: string; institutionId: string }> {
  const [group] = await transaction.query<{ id: string }>('select id from sharing_group where slug = $1', [groupSlug]);
  if (group === undefined) throw new Error(`There is no group "${groupSlug}". \`group list\` shows those there are.`);
  const [institution] = await transaction.query<{ id: string; standing: string }>('select id, standing from institution where slug = $1', [institutionSlug]);
  if (institution === undefined) throw new Error(`There is no institution "${institutionSlug}".`);
  if (institution.standing !== 'MEMBER') throw new Error(`${institutionSlug} is only listed: sharing groups are made of members.`);
  return { groupId: group.id, institutionId: institution.id };
}
