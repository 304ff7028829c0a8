/** Who owns and who signs what is imported: the institution that a record names, else the one that the operator names. */
import type { Owner, RecordParts } from '../../library/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { institutionBySlug, personNamed } from '../named.js';

export interface Named { readonly as: string | null; readonly by: string | null; readonly mayChooseAuthors: boolean }
interface Member { readonly id: string; readonly name: string; readonly people: readonly string[] }

const NOBODY: Owner = { ok: false, problem: 'Say whose work this is: --as <institution-slug> --by <person>.' };

export class Owners {
  private constructor(private readonly members: ReadonlyMap<string, Member>, private readonly fallback: Member | null, private readonly person: { id: string; name: string } | null, private readonly mayChooseAuthors: boolean) {}

  static async find(transaction: Transaction, { as, by, mayChooseAuthors }: Named): Promise<Owners> {
    const rows = await transaction.query<Member>(
      `select i.id, i.name, coalesce((select array_agg(m.person_id::text order by ('PRACTITIONER' = any(m.roles) and not 'APPROVER' = any(m.roles)) desc, m.person_id) from membership m join person p on p.id = m.person_id
          where m.institution_id = i.id and m.roles <> '{}' and (m.valid_until is null or m.valid_until > now()) and p.disabled_at is null), '{}') as people
         from institution i where i.standing = 'MEMBER'`);
    const members = new Map(rows.map((row) => [row.id, row]));
    const institution = as === null ? null : await institutionBySlug(transaction, as);
    if (institution !== null && !members.has(institution.id)) throw new Error(`${institution.name} is only listed here; work belongs to members.`);
    const fallback = institution === null ? null : (members.get(institution.id) ?? null);
    const person = by === null ? null : await personNamed(transaction, by);
    if (fallback !== null && person !== null && !fallback.people.includes(person.id)) throw new Error(`${person.name} is no member of ${fallback.name}.`);
    return new Owners(members, fallback, person, mayChooseAuthors);
  }

  ofMarkdown(): Owner {
    return this.fallback === null ? NOBODY : this.at(this.fallback);
  }

  ofRecord({ placement }: RecordParts): Owner {
    const name = placement.institution?.name;
    const named = [...this.members.values()].filter((member) => member.name === name);
    const [home] = named;
    if (home !== undefined && named.length === 1) return this.at(home);
    if (this.fallback === null) return { ok: false, problem: name === undefined ? 'The file names no institution; say whose work this is: --as <institution-slug>.' : `${name} is no member here; say whose work this is: --as <institution-slug>.` };
    const owner = this.at(this.fallback);
    return owner.ok && name !== undefined ? { ...owner, note: `${name} is no member here; the work belongs to ${this.fallback.name}.` } : owner;
  }

  private at({ id, name, people }: Member): Owner {
    if (this.person !== null && people.includes(this.person.id)) return { ok: true, institutionId: id, authorId: this.person.id };
    const [first] = people;
    if (this.mayChooseAuthors && first !== undefined) return { ok: true, institutionId: id, authorId: first };
    return { ok: false, problem: this.person === null ? `Say who signs for ${name}: --by <person>.` : `${this.person.name} is no member of ${name}.` };
  }
}
