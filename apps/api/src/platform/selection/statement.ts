/** One SQL statement under construction: text is ours, values are always parameters. */
export class Statement {
  readonly values: unknown[] = [];
  private readonly places = new Map<string, string>();
  private aliases = 0;

  /** Registers a value and returns its placeholder; equal values of the same type share one. */
  param(value: unknown, type: 'uuid' | 'text' | 'text[]' | 'uuid[]' | 'jsonb' | 'int' | 'timestamptz' = 'text'): string {
    const kept = withoutNul(value);
    const key = `${type}:${JSON.stringify(kept)}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.values.push(kept);
    const place = `$${this.values.length}::${type}`;
    this.places.set(key, place);
    return place;
  }

  /** The same so far; what is added to either stays its own. */
  copy(): Statement {
    const copy = new Statement();
    copy.values.push(...this.values);
    for (const [key, place] of this.places) copy.places.set(key, place);
    copy.aliases = this.aliases;
    return copy;
  }

  /** A table alias that no other part of the statement uses. */
  alias(stem: string): string {
    this.aliases += 1;
    return `${stem}${this.aliases}`;
  }
}

/** PostgreSQL keeps no NUL in text, so nothing there can equal one. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '\ufffd');
  return Array.isArray(value) ? value.map(withoutNul) : value;
}

/** A piece of trusted text as an SQL literal: response keys and names of our own, never values from outside. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
