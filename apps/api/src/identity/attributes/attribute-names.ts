/** The attributes we ask universities for, and the names under which SAML, LDAP and OpenID Connect send them. */

/** What an attribute is called here, in rows and in words for IT colleagues. */
export const ATTRIBUTES = {
  subjectId: { names: ['urn:oasis:names:tc:SAML:attribute:subject-id', 'subject_id'], isSingle: true },
  pairwiseId: { names: ['urn:oasis:names:tc:SAML:attribute:pairwise-id', 'pairwise_id'], isSingle: true },
  eduPersonPrincipalName: { names: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.6', 'urn:mace:dir:attribute-def:eduPersonPrincipalName', 'eduperson_principal_name'], isSingle: true },
  eduPersonScopedAffiliation: { names: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.9', 'urn:mace:dir:attribute-def:eduPersonScopedAffiliation', 'eduperson_scoped_affiliation'], isSingle: false },
  eduPersonAffiliation: { names: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.1', 'urn:mace:dir:attribute-def:eduPersonAffiliation', 'eduperson_affiliation'], isSingle: false },
  eduPersonEntitlement: { names: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.7', 'urn:mace:dir:attribute-def:eduPersonEntitlement', 'eduperson_entitlement', 'entitlements'], isSingle: false },
  displayName: { names: ['urn:oid:2.16.840.1.113730.3.1.241', 'urn:mace:dir:attribute-def:displayName', 'name'], isSingle: true },
  mail: { names: ['urn:oid:0.9.2342.19200300.100.1.3', 'urn:mace:dir:attribute-def:mail', 'email'], isSingle: false },
  /** The immutable subject of an OpenID Connect provider. */
  sub: { names: ['sub'], isSingle: true },
  /** A persistent NameID, already qualified by the two parties it is between. */
  persistentNameId: { names: [], isSingle: true },
} as const satisfies Record<string, { readonly names: readonly string[]; readonly isSingle: boolean }>;

export type AttributeName = keyof typeof ATTRIBUTES;
/** Values by our name; an attribute that was not sent is absent. */
export type Released = Readonly<Partial<Record<AttributeName, readonly string[]>>>;

/** What a provider sent: the attributes we know, and the names of those we do not. */
export interface Answered { readonly released: Released; readonly unknownNames: readonly string[] }
/** More names than these are not worth showing; nor is a longer one. */
const MOST_NAMES = 50;
const MOST_LETTERS = 200;
export const shownNames = (names: Iterable<string>): string[] => [...new Set(names)].map((name) => name.slice(0, MOST_LETTERS)).slice(0, MOST_NAMES);

const KNOWN = new Map<string, AttributeName>((Object.keys(ATTRIBUTES) as AttributeName[]).flatMap((ours) => [ours, ...ATTRIBUTES[ours].names].map((name) => [name, ours] as const)));

/** Our name of what a provider sent; a mapping of the provider's own comes first. */
export function attributeNamed(sent: string, mapping: Readonly<Record<string, string>>): AttributeName | null {
  const mapped = Object.hasOwn(mapping, sent) ? mapping[sent] : sent;
  return KNOWN.get(mapped ?? sent) ?? null;
}
