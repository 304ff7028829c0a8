/** Partner systems, as an administrator of their institution changes them. */
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId, keyOf } from '../../platform/ids/ids.js';
import type { Administrator } from '../set-up/index.js';
import { ViewerCache } from '../viewer-cache.js';
import { makeApiClient, MOST_CLIENTS, revokeApiClient, rotateSecret } from './api-clients.js';

const LONGEST_NAME = 80;

export type MadeSecret = { readonly ok: true; readonly clientId: string; readonly secret: string } | { readonly ok: false; readonly errors: UserError[] };

@Injectable()
export class ApiClientCommands {
  /** This process forgets at once what ended here; the others hear of it. */
  constructor(@Inject(Database) private readonly database: Database, @Inject(ViewerCache) private readonly viewers: ViewerCache) {}

  /** Only people who belong to the institution can answer for a client: a platform administrator from elsewhere makes none. */
  async create(by: Administrator, given: string): Promise<MadeSecret> {
    const name = given.trim().replace(/\s+/g, ' ');
    if (name === '') return wrong('Give it a name by which your colleagues know it.');
    if ([...name].length > LONGEST_NAME) return wrong(`A name has at most ${LONGEST_NAME} characters.`);
    const made = await this.database.transaction(by, async (transaction) => ((await isMember(transaction, by)) ? { client: await makeApiClient(transaction, by, name) } : null));
    if (made === null) return { ok: false, errors: [NOT_A_COLLEAGUE] };
    if (made.client === null) return { ok: false, errors: [new NotPossibleError(`There are ${MOST_CLIENTS} already. Revoke one that is not needed.`)] };
    return { ok: true, clientId: apiId('apiClient', made.client.id), secret: made.client.secret };
  }

  async rotate(by: Administrator, clientId: string): Promise<MadeSecret> {
    const key = keyOf('apiClient', clientId);
    const rotated = await this.database.transaction(by, async (transaction) => ((await isMember(transaction, by)) ? { secret: await rotateSecret(transaction, by, key) } : null));
    if (rotated === null) return { ok: false, errors: [NOT_A_COLLEAGUE] };
    if (rotated.secret === null) throw notFound();
    this.viewers.forget(key);
    return { ok: true, clientId: apiId('apiClient', key), secret: rotated.secret };
  }

  async revoke(by: Administrator, clientId: string): Promise<void> {
    const key = keyOf('apiClient', clientId);
    if (!(await this.database.transaction(by, (transaction) => revokeApiClient(transaction, by, key)))) throw notFound();
    this.viewers.forget(key);
  }
}

const NOT_A_COLLEAGUE = new NotPossibleError('Whoever makes a secret answers for it, so it has to be somebody who works there. You may revoke a system.');

async function isMember(transaction: Transaction, { institutionId, personId }: Administrator): Promise<boolean> {
  return (await transaction.query('select from membership where person_id = $1 and institution_id = $2 and (valid_until is null or valid_until > now())', [personId, institutionId])).length > 0;
}

const wrong = (message: string): MadeSecret => ({ ok: false, errors: [new InvalidValueError(message, 'input.name')] });
