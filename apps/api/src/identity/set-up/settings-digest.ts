/**
 * One value for everything that decides whom a provider may vouch for: what was tested or confirmed holds for these settings and no others.
 * Where metadata is fetched and its signature checked, its signers stand for what it says, so that a certificate may change by itself.
 */
export function settingsDigestSql(provider: string, saml: string): string {
  const given = ['protocol', 'issuer', 'client_id', 'client_secret_mark', 'subject_from', 'scopes', 'trusts_plain_affiliation', 'attribute_mapping', 'tenant'].map((column) => `${provider}.${column}`);
  const published = ['wants_encryption', 'metadata_url', 'metadata_signers'].map((column) => `${saml}.${column}`);
  const pasted = ['sign_on_url', 'certificates', 'scopes'].map((column) => `case when ${saml}.metadata_url is null then ${saml}.${column}::text end`);
  return `sha256(convert_to(jsonb_build_array(${[...given, ...published, ...pasted].join(', ')})::text, 'UTF8'))`;
}

/** Stands for the settings to somebody who looks at them, so that what they confirm is what they saw. */
export function revisionSql(provider: string, saml: string): string {
  return `left(encode(${settingsDigestSql(provider, saml)}, 'hex'), 32)`;
}

/** The test `test` was of the settings as they are, at most an hour ago. */
export function isFreshSql(test: string, provider: string, saml: string): string {
  return `(${test}.settings = ${settingsDigestSql(provider, saml)} and ${test}.happened_at > now() - interval '1 hour')`;
}
