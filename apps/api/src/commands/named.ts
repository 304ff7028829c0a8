/** Finds the person or institution that the operator names, or says in words why there is not exactly one. */
import type { Transaction } from '../platform/database/database.js';
import { apiId, readApiId } from '../platform/ids/ids.js';

export interface NamedPerson { readonly id: string; readonly name: string }
export interface NamedInstitution { readonly id: string; readonly slug: string; readonly name: string; readonly standing: string }

/** By API id, or by a display name that only one person has. */
export async function personNamed(transaction: Transaction, named: string): Promise<NamedPerson> {
  const read = readApiId(named);
  const isId = /^per_/i.test(named);
  if (isId && read?.type !== 'person') throw new Error(`${named} is not the id of a person; one looks like per_ and 26 letters and digits.`);
  const people = await transaction.query<NamedPerson>(
    `select id, coalesce(display_name, 'a person without a name') as name from person where ${isId ? 'id = $1' : 'lower(display_name) = lower($1)'} order by id`, [isId ? read?.key : named.trim()]);
  const [person, ...others] = people;
  if (person === undefined) throw new Error(`There is no person "${named}".`);
  if (others.length > 0) throw new Error(`${people.length} people are called ${named}. Name one by id: ${people.map(({ id }) => apiId('person', id)).join(', ')}.`);
  return person;
}

export async function institutionBySlug(transaction: Transaction, slug: string): Promise<NamedInstitution> {
  const [institution] = await transaction.query<NamedInstitution>('select id, slug, name, standing from institution where slug = $1', [slug]);
  if (institution !== undefined) return institution;
  const near = await transaction.query<{ slug: string }>(`select slug from institution where slug like '%' || $1 || '%' order by standing desc, length(slug), slug limit 3`, [slug.toLowerCase().replace(/[^a-z0-9-]/g, '')]);
  throw new Error(`There is no institution with the slug "${slug}".${near.length === 0 ? '' : ` Did you mean ${near.map((row) => row.slug).join(', ')}?`}`);
}
