/** From released attributes to an identity: one immutable subject, with every scope proven. */
import { ATTRIBUTES, type AttributeName, type Released } from './attribute-names.js';

/** What every protocol turns a callback into. `subject` is immutable at its provider; nothing else identifies a person. */
export interface ExternalIdentity {
  readonly providerId: string;
  readonly subject: string;
  readonly displayName: string | null;
  /** Without their scopes, which are proven: `staff`, `student`, … */
  readonly affiliations: readonly string[];
  readonly entitlements: readonly string[];
}

/** How one provider is read: columns of its row. */
export interface AttributeRules {
  readonly providerId: string;
  /** The attribute that carries the subject; the first of several that was sent. */
  readonly subjectFrom: readonly SubjectAttribute[];
  /** Domains that this provider may speak for, lower case: from signed metadata, or approved by hand. */
  readonly scopes: readonly string[];
  /** Takes an affiliation without a scope: for a provider that serves this institution alone. */
  readonly trustsPlainAffiliation: boolean;
}
export type SubjectAttribute = 'subjectId' | 'pairwiseId' | 'eduPersonPrincipalName' | 'persistentNameId' | 'sub';

export type AttributeFault = 'NO_SUBJECT' | 'SEVERAL_VALUES' | 'MALFORMED' | 'FOREIGN_SCOPE';
export type Reading = { readonly ok: true; readonly identity: ExternalIdentity } | { readonly ok: false; readonly fault: AttributeFault; readonly attribute: AttributeName | null };

/** `subject@scope`, as eduPerson and the subject identifier profile write it: ASCII only, so that no letter can look like another. */
const SCOPED = /^([!-?A-~][!-?A-~]{0,254})@([A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+)$/;
const SCOPED_SUBJECTS: readonly AttributeName[] = ['subjectId', 'pairwiseId', 'eduPersonPrincipalName'];
const MOST_VALUES = 100;
const MOST_CHARACTERS = 2_000;

class Faulty extends Error {
  constructor(readonly fault: AttributeFault, readonly attribute: AttributeName | null) { super(fault); }
}

export function readIdentity(released: Released, rules: AttributeRules): Reading {
  try {
    refuseMalformed(released);
    const source = rules.subjectFrom.find((name) => released[name] !== undefined);
    const value = source === undefined ? undefined : released[source]?.[0];
    if (source === undefined || value === undefined) throw new Faulty('NO_SUBJECT', rules.subjectFrom[0] ?? null);
    return {
      ok: true,
      identity: {
        providerId: rules.providerId, subject: SCOPED_SUBJECTS.includes(source) ? scoped(source, value, rules) : value, displayName: nameIn(released.displayName?.[0]),
        affiliations: affiliationsIn(released, rules), entitlements: released.eduPersonEntitlement ?? [],
      },
    };
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: error.fault, attribute: error.attribute };
    throw error;
  }
}

function refuseMalformed(released: Released): void {
  for (const [name, values] of Object.entries(released) as [AttributeName, readonly string[]][]) {
    if (ATTRIBUTES[name].isSingle && values.length !== 1) throw new Faulty('SEVERAL_VALUES', name);
    if (values.length > MOST_VALUES || values.some((value) => value.trim() === '' || value.trim() !== value || value.length > MOST_CHARACTERS || /[\p{Cc}\p{Cf}]/u.test(value))) throw new Faulty('MALFORMED', name);
  }
}

/** Lower case throughout: both halves of a scoped identifier are compared without regard to case. */
function scoped(attribute: AttributeName, value: string, { scopes }: AttributeRules): string {
  const [, name, scope] = SCOPED.exec(value) ?? [];
  if (name === undefined || scope === undefined) throw new Faulty('MALFORMED', attribute);
  if (!scopes.includes(scope.toLowerCase())) throw new Faulty('FOREIGN_SCOPE', attribute);
  return `${name}@${scope}`.toLowerCase();
}

function affiliationsIn(released: Released, rules: AttributeRules): string[] {
  const proven = (released.eduPersonScopedAffiliation ?? []).map((value) => scoped('eduPersonScopedAffiliation', value, rules).split('@')[0] ?? '');
  const plain = rules.trustsPlainAffiliation ? (released.eduPersonAffiliation ?? []).map((value) => value.toLowerCase()) : [];
  return [...new Set([...proven, ...plain])];
}

/** Control and direction characters could make one name look like another's. */
function nameIn(value: string | undefined): string | null {
  const plain = value?.replace(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(0, 200) ?? '';
  return plain === '' ? null : plain;
}
