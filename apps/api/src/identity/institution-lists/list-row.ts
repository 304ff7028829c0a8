/** Rows of public lists of institutions, read into one form whatever list they come from. */

export interface ListRow {
  /** The row within its list; the same institution keeps it from one edition to the next, as far as the list allows. */
  readonly key: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly identifiers: readonly ListIdentifier[];
  /** Domains and numbers that are none, as they stand in the list. */
  readonly unsound: readonly string[];
}

export interface ListIdentifier {
  /** A term of the scheme institution-identifier. */
  readonly scheme: string;
  readonly value: string;
  /** The last day on which it was valid; null while it is. */
  readonly validTo: string | null;
}

export interface InstitutionList {
  /** The name under which its rows are remembered. */
  readonly source: string;
  readonly rows: readonly ListRow[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  /** Keys of the list that have no place here, and values that are not what they should be. */
  readonly leftOut: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;
type Reading = ListRow | { readonly name: string; readonly reason: string };

const CATCH_ALL = /^(other|unknown|not (known|available|applicable|stated)|none|any|test)\b/i;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const SCHEMES = {
  ukprn: ['institution-identifier:ukprn', /^1\d{7}$/], hesa: ['institution-identifier:hesa-instid', /^\d{4}$/],
  ror: ['institution-identifier:ror', /^https:\/\/ror\.org\/0[a-z0-9]{8}$/], entityId: ['institution-identifier:saml-entityid', /^\S{3,1024}$/],
} as const;

/** Reads a JSON list of universities by domain, or of UK providers by number. */
export function readList(text: string): InstitutionList {
  const rows: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new Error('A list of institutions is a JSON array of objects that have a name.');
  const isByDomain = rows.some((row) => 'alpha_two_code' in row);
  const read = rows.map((row) => readRow(row, isByDomain));
  const known = new Set(['name', 'alpha_two_code', 'country', 'domains', 'alsoKnownAs', 'closed', ...Object.keys(SCHEMES)]);
  return {
    source: isByDomain ? 'universities' : 'uk-providers',
    rows: read.filter((row): row is ListRow => 'key' in row), skipped: read.filter((row): row is { name: string; reason: string } => 'reason' in row),
    leftOut: [...[...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) => !known.has(key)), ...read.flatMap((row) => ('unsound' in row ? row.unsound.map((value) => `${value} of ${row.name}`) : []))],
  };
}

const isRow = (row: unknown): row is Json & { name: string } => typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string';
const textOf = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC').replaceAll(/\s+/g, ' ').trim() : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? [...new Set(value.map(textOf).filter((text) => text !== ''))] : []);

function readRow(row: Json & { name: string }, isByDomain: boolean): Reading {
  const name = textOf(row.name);
  const country = isByDomain ? textOf(row['alpha_two_code']) : 'GB';
  if (name === '') return { name: JSON.stringify(row).slice(0, 80), reason: 'it has no name' };
  if (CATCH_ALL.test(name)) return { name, reason: 'a catch-all, not an institution' };
  if (!/^[A-Z]{2}$/.test(country)) return { name, reason: `its country "${country}" is no ISO 3166-1 code` };
  const written = texts(row['domains']).map((domain) => domain.toLowerCase());
  const domains = written.filter((domain) => DOMAIN.test(domain));
  const { identifiers, odd } = identifiersOf(row);
  const [first] = identifiers;
  const key = first === undefined ? [country, name, [...domains].sort()[0] ?? ''].join('/') : `${first.scheme.replace('institution-identifier:', '')}:${first.value}`;
  return { key, name, country, domains, identifiers, aliases: texts(row['alsoKnownAs']).filter((alias) => alias !== name), unsound: [...written.filter((domain) => !DOMAIN.test(domain)), ...odd] };
}

/** Of one that has closed only the year is known: its numbers were valid to the end of it. */
function identifiersOf(row: Json): { identifiers: ListIdentifier[]; odd: string[] } {
  const closed = /^\d{4}$/.exec(textOf(row['closed']))?.[0];
  const written = Object.entries(SCHEMES).map(([key, [scheme, shape]]) => ({ key, scheme, shape, value: textOf(row[key]) })).filter(({ value }) => value !== '');
  return {
    identifiers: written.filter(({ shape, value }) => shape.test(value)).map(({ scheme, value }) => ({ scheme, value, validTo: closed === undefined ? null : `${closed}-12-31` })),
    odd: written.filter(({ shape, value }) => !shape.test(value)).map(({ key, value }) => `${key} ${value}`),
  };
}
