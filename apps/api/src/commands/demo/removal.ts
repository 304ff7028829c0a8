/** Deletes rows with everything that hangs on them, as the foreign keys of the database say, so that a new table is never forgotten. */
import type { Client } from 'pg';

interface ForeignKey { readonly child: string; readonly columns: readonly string[]; readonly parent: string; readonly references: readonly string[]; readonly nullable: readonly string[] }

export class Removal {
  /** Rows deleted, by table. */
  readonly counts = new Map<string, number>();

  private constructor(private readonly client: Client, private readonly keys: readonly ForeignKey[], private readonly owned: ReadonlySet<string>) {}

  static async of(client: Client): Promise<Removal> {
    const { rows: keys } = await client.query<ForeignKey>(
      `select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
              (select array_agg(quote_ident(a.attname) order by k.position) from unnest(c.conkey) with ordinality k(number, position) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as columns,
              (select array_agg(quote_ident(a.attname) order by k.position) from unnest(c.confkey) with ordinality k(number, position) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as "references",
              array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey) and not a.attnotnull) as nullable
         from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by c.conname`);
    const { rows: owned } = await client.query<{ name: string }>(
      `select attrelid::regclass::text as name from pg_attribute a join pg_class t on t.oid = a.attrelid where a.attname = 'institution_id' and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and not a.attisdropped`);
    return new Removal(client, keys, new Set(owned.map(({ name }) => name)));
  }

  /** @param condition SQL about the columns of the table */
  async run(table: string, condition: string, above: readonly string[] = []): Promise<void> {
    await this.refuseReal(table, condition);
    for (const key of this.keys.filter(({ parent }) => parent === table)) {
      const hanging = `(${key.columns.map((column) => `${key.child}.${column}`).join(', ')}) in (select ${key.references.map((column) => `${table}.${column}`).join(', ')} from ${table} where ${condition})`;
      if (key.child !== table && !above.includes(key.child)) await this.run(key.child, hanging, [...above, table]);
      else if (key.nullable.length > 0) await this.client.query(`update ${key.child} set ${key.nullable.map((column) => `${column} = null`).join(', ')} where ${hanging}`);
    }
    const { rowCount } = await this.client.query(`delete from ${table} where ${condition}`);
    if (rowCount !== null && rowCount > 0) this.counts.set(table, (this.counts.get(table) ?? 0) + rowCount);
  }

  /** Whatever hangs on demo work and belongs to a real institution stops it all. */
  private async refuseReal(table: string, condition: string): Promise<void> {
    if (!this.owned.has(table)) return;
    const { rows } = await this.client.query<{ name: string }>(`select distinct owner.name from ${table} join institution owner on owner.id = ${table}.institution_id where ${condition} and not owner.is_fictional order by owner.name limit 5`);
    if (rows.length > 0) throw new Error(`Nothing was removed: ${table} has rows of ${rows.map(({ name }) => name).join(', ')} that build on demo work.`);
  }
}
