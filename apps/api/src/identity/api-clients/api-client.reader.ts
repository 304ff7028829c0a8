/** Reads which partner systems ask for an institution. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { apiId } from '../../platform/ids/ids.js';
import type { Administrator } from '../set-up/index.js';
import type { ApiClientType } from './api-client.type.js';
import { isAnsweredSql } from './api-clients.js';

interface Row { id: string; name: string; created_at: Date; secret_made_at: Date; last_used_at: Date | null; answered_by: string | null; is_resting: boolean }

const CLIENTS = `
  select c.id, c.name, c.created_at, c.secret_made_at, c.last_used_at, p.display_name as answered_by, not ${isAnsweredSql('c')} as is_resting
    from api_client c join person p on p.id = c.answered_by where c.institution_id = $1 and c.revoked_at is null order by lower(c.name), c.id`;

@Injectable()
export class ApiClientReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(by: Administrator): Promise<ApiClientType[]> {
    const rows = await this.database.transaction(by, (transaction) => transaction.query<Row>(CLIENTS, [by.institutionId]));
    return rows.map((row) => ({ id: apiId('apiClient', row.id), name: row.name, createdAt: row.created_at, secretMadeAt: row.secret_made_at, lastUsedAt: row.last_used_at, answeredFor: row.answered_by, isResting: row.is_resting }));
  }
}
