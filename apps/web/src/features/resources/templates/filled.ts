/** Fills the patterns of a template with its example values; the rules are those of the record format. */
export type Values = Readonly<Record<string, string>>;

interface Variable { readonly name: string | null; readonly example: string | null; readonly default: string | null }

/** The example of every variable; the default where there is none. */
export function exampleValues(variables: readonly Variable[]): Values {
  return Object.fromEntries(variables.map(({ name, example, default: standard }) => [name ?? '', example ?? standard ?? '']));
}

/** A pattern with its variables replaced. An empty value takes the sign before it and the stop after it along. */
export function fill(pattern: string, values: Values): string {
  return pattern
    .replace(/[#@]?\{\{\s*(\w+)\s*\}\}[.,;]?/g, (found, name: string) => {
      const value = values[name];
      if (value === undefined) return found;
      return value === '' ? '' : found.replace(/\{\{.*\}\}/, () => value);
    })
    .replace(/ {2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
