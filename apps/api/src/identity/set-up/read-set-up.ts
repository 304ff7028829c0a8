/** Reads what was typed into the set-up: plain words out, or what is wrong and where. */
import { InvalidValueError, type UserError } from '../../platform/graphql/user-error.type.js';
import { ATTRIBUTES, type AttributeName } from '../attributes/attribute-names.js';
import { isDomain } from '../domain-name.js';
import type { AttributeChange } from './provider-changes.js';
import type { SetUpAttributesInput } from './set-up.inputs.js';

export type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly errors: UserError[] };

const LONGEST_LABEL = 60;
const MOST_DOMAINS = 50;
const MOST_MAPPINGS = 20;
const LONGEST_NAME = 300;
/** The subject of OpenID Connect and the persistent NameID are what they are, and an address is asked for by nobody. */
const MAPPABLE = (Object.keys(ATTRIBUTES) as AttributeName[]).filter((name) => !['sub', 'persistentNameId', 'mail'].includes(name));

const wrong = (message: string, path: string): { ok: false; errors: UserError[] } => ({ ok: false, errors: [new InvalidValueError(message, path)] });

export function readLabel(label: string | null | undefined): Read<string | null> {
  const plain = (label ?? '').replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim();
  return plain.length > LONGEST_LABEL ? wrong(`A label has at most ${LONGEST_LABEL} characters.`, 'input.label') : { ok: true, value: plain === '' ? null : plain };
}

export function readAttributes({ domains: given, mapping, trustsPlainAffiliation }: SetUpAttributesInput): Read<AttributeChange> {
  const domains = [...new Set(given.map((domain) => domain.trim().replace(/^@/, '').toLowerCase()).filter((domain) => domain !== ''))];
  const strange = domains.find((domain) => !isDomain(domain));
  if (strange !== undefined) return wrong(`“${strange.slice(0, 80)}” is not a domain. One looks like careers.example.ac.uk, in plain letters.`, 'input.domains');
  if (domains.length > MOST_DOMAINS) return wrong(`At most ${MOST_DOMAINS} domains.`, 'input.domains');
  const pairs = (mapping ?? []).map(({ sent, means }) => [sent.trim(), means] as const).filter(([sent]) => sent !== '');
  if (pairs.length > MOST_MAPPINGS) return wrong(`At most ${MOST_MAPPINGS} attributes.`, 'input.mapping');
  for (const [sent, means] of pairs) {
    if (sent.length > LONGEST_NAME || /[\p{Cc}\p{Cf}]/u.test(sent)) return wrong('That is no name of an attribute.', 'input.mapping');
    if (!MAPPABLE.includes(means as AttributeName)) return wrong(`“${means.slice(0, 80)}” is none of ours: ${MAPPABLE.join(', ')}.`, 'input.mapping');
  }
  if (new Set(pairs.map(([sent]) => sent)).size < pairs.length) return wrong('One attribute is named twice.', 'input.mapping');
  return { ok: true, value: { domains, trustsPlainAffiliation: trustsPlainAffiliation === true, mapping: Object.fromEntries(pairs) as AttributeChange['mapping'] } };
}
