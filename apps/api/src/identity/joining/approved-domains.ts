/** The domains whose people an institution may invite: those that signed metadata, a confirmed sign-in, a TXT record or a public list give it. */
import type { Transaction } from '../../platform/database/database.js';

const APPROVED = `
  select domain from proven_domain where institution_id = $1 and proven_at is not null
  union select unnest(p.scopes || coalesce(s.scopes, '{}')) from identity_provider p left join saml_provider s on s.provider_id = p.id where p.institution_id = $1 and p.confirmed_at is not null
  union select lower(domain) from institution_domain where institution_id = $1`;

export async function approvedDomains(transaction: Transaction, institutionId: string): Promise<readonly string[]> {
  return (await transaction.query<{ domain: string }>(`${APPROVED} order by domain`, [institutionId])).map(({ domain }) => domain);
}

/** `x@careers.stonebeck.example` is of `stonebeck.example`; `x@notstonebeck.example` is not. */
export function isOfDomain(email: string, domains: readonly string[]): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((approved) => domain === approved || domain.endsWith(`.${approved}`));
}
