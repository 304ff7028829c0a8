/** Reads somebody's ways in, at every institution where they belong. */
import { Inject, Injectable } from '@nestjs/common';
import type { PersonViewer } from '@passalong/domain';
import { Database } from '../../platform/database/database.js';
import { apiId } from '../../platform/ids/ids.js';
import type { WayInKind, WayInType } from './way-in.type.js';

/** The key that stands for a way in outside: neither a subject nor the id of a passkey leaves by it. */
export const wayInKeySql = (text: string): string => `left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), 32)::uuid`;

/** The ways in of person $1; `key`, `institution_id` and `is_open` of each, among others. */
export const WAYS_IN = `
  select w.*, i.name as institution_name from (
      select 'IDENTITY_PROVIDER' as kind, ${wayInKeySql(`e.provider_id || ' ' || e.subject`)} as key, e.institution_id, p.label, e.created_at, e.last_used_at, p.is_active as is_open
        from external_identity e join identity_provider p on p.id = e.provider_id where e.person_id = $1
      union all
      select 'PASSKEY', ${wayInKeySql('k.credential_id')}, k.institution_id, null, k.created_at, k.last_used_at, true from member_passkey k where k.person_id = $1 and k.ended_at is null) w
    join institution i on i.id = w.institution_id
    join membership m on m.person_id = $1 and m.institution_id = w.institution_id and (m.valid_until is null or m.valid_until > now())`;

interface WayInRow { kind: WayInKind; key: string; institution_id: string; institution_name: string; label: string | null; created_at: Date | null; last_used_at: Date | null; is_open: boolean }

@Injectable()
export class WaysInReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Behind no wall: they belong to institutions for which the person does not act now, too. */
  async of({ personId }: PersonViewer): Promise<WayInType[]> {
    const rows = await this.database.transaction('SYSTEM', (transaction) => transaction.query<WayInRow>(`${WAYS_IN} order by lower(i.name), i.id, w.kind, w.created_at nulls first, w.key`, [personId]));
    return rows.map((row) => ({
      id: apiId('wayIn', row.key), kind: row.kind, institutionId: apiId('institution', row.institution_id), institutionName: row.institution_name,
      label: row.label, addedAt: row.created_at, lastUsedAt: row.last_used_at, isOpen: row.is_open,
    }));
  }
}
