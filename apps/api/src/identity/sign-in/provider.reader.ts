/** The providers one can sign in with: active, and of institutions that take part. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { namedSql } from '../institution.reader.js';
import type { OidcProvider } from '../oidc/oidc-provider-client.js';

export interface SignInProvider extends OidcProvider { readonly institutionId: string; readonly institutionName: string }
export interface SignInChoice { readonly providerId: string; readonly name: string; readonly slug: string; readonly country: string | null }

interface ProviderRow { id: string; issuer: string; client_id: string; client_secret: string; institution_id: string; name: string }
interface ChoiceRow { id: string; name: string; slug: string; country: string | null }

export const MOST_CHOICES = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ACTIVE = `identity_provider p join institution i on i.id = p.institution_id where p.is_active and p.protocol = 'OIDC' and i.standing = 'MEMBER'`;

const CHOICE = 'select p.id, i.name, i.slug, i.country from';
const choices = (words: string): string => `${CHOICE} ${ACTIVE} and (${words}) order by i.name, p.id limit ${MOST_CHOICES}`;

@Injectable()
export class ProviderReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** One provider; null where there is none, it is switched off, or its institution does not take part. */
  async find(id: string): Promise<SignInProvider | null> {
    if (!UUID.test(id)) return null;
    const [row] = await this.database.transaction('SYSTEM', (transaction) =>
      transaction.query<ProviderRow>(`select p.id, p.issuer, p.client_id, p.client_secret, p.institution_id, i.name from ${ACTIVE} and p.id = $1`, [id]));
    return row === undefined ? null
      : { id: row.id, issuer: row.issuer, clientId: row.client_id, clientSecret: row.client_secret, institutionId: row.institution_id, institutionName: row.name };
  }

  /** The institutions with these words in one of their names, or in an identifier; all of them for none. */
  async search(words: string): Promise<SignInChoice[]> {
    if (words === '') return this.choices(choices('true'), []);
    const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const identified = 'exists (select from institution_identifier d where d.institution_id = i.id and d.valid_to is null and d.value ilike $2)';
    return this.choices(choices(`${namedSql('$1')} or i.slug ilike $2 or ${identified}`), [words, pattern]);
  }

  /** The provider that this browser used last, as a choice. */
  async remembered(providerId: string | null): Promise<SignInChoice | null> {
    if (providerId === null || !UUID.test(providerId)) return null;
    return (await this.choices(`${CHOICE} ${ACTIVE} and p.id = $1`, [providerId]))[0] ?? null;
  }

  private async choices(text: string, values: readonly unknown[]): Promise<SignInChoice[]> {
    const rows = await this.database.transaction('SYSTEM', (transaction) => transaction.query<ChoiceRow>(text, values));
    return rows.map(({ id, name, slug, country }) => ({ providerId: id, name, slug, country }));
  }
}
