// A rule is a condition written as data, so that memory and SQL read the same words.

type TextFact<Facts> = { [K in keyof Facts]: Facts[K] extends string | null ? K : never }[keyof Facts] & string;
type ClaimFact<Facts> = { [K in keyof Facts]: Facts[K] extends boolean | null ? K : never }[keyof Facts] & string;
type ListFact<Facts> = { [K in keyof Facts]: Facts[K] extends readonly string[] | null ? K : never }[keyof Facts] & string;

export type Always = { readonly op: 'always' };
export type Never = { readonly op: 'never' };

export type Rule<Facts> =
  | Always
  | Never
  | { readonly op: 'all'; readonly rules: readonly Rule<Facts>[] }
  | { readonly op: 'any'; readonly rules: readonly Rule<Facts>[] }
  | { readonly op: 'not'; readonly rule: Rule<Facts> }
  | { readonly op: 'is'; readonly fact: keyof Facts & string; readonly value: string | boolean }
  | { readonly op: 'oneOf'; readonly fact: keyof Facts & string; readonly values: readonly string[] }
  | { readonly op: 'overlaps'; readonly fact: keyof Facts & string; readonly values: readonly string[] };

/** Where a fact is found in SQL. The text is trusted: never build it from anything a person typed. */
export type RuleColumns<Facts> = {
  readonly [K in keyof Facts]: Facts[K] extends boolean | null ? string : string | ((placeholder: string) => string);
};

/** Registers a parameter that a fact is compared with, and returns the text that stands for it in the statement, such as `$3`. */
export type RegisterParameter = (value: string | readonly string[], fact: string) => string;

export type RuleWords<Facts> = {
  is<K extends TextFact<Facts> | ClaimFact<Facts>>(fact: K, value: NonNullable<Facts[K]> & (string | boolean)): Rule<Facts>;
  oneOf<K extends TextFact<Facts>>(fact: K, values: readonly (NonNullable<Facts[K]> & string)[]): Rule<Facts>;
  overlaps(fact: ListFact<Facts>, values: readonly string[]): Rule<Facts>;
};

/** The rule that admits everything. */
export const always: Always = { op: 'always' };

/** The rule that admits nothing. */
export const never: Never = { op: 'never' };

/** Holds when every rule holds; with no rules it is `always`. What another part already demands is left out. */
export function all<Facts>(...rules: readonly Rule<Facts>[]): Rule<Facts> {
  const flat = withoutRedundant(rules.flatMap((rule) => (rule.op === 'all' ? rule.rules : [rule])).filter((rule) => rule.op !== 'always'), 'any');
  if (flat.some((rule) => rule.op === 'never')) return never;
  return only(flat) ?? (flat.length === 0 ? always : { op: 'all', rules: flat });
}

/** Holds when at least one rule holds; with no rules it is `never`. What another part already admits is left out. */
export function any<Facts>(...rules: readonly Rule<Facts>[]): Rule<Facts> {
  const flat = withoutRedundant(rules.flatMap((rule) => (rule.op === 'any' ? rule.rules : [rule])).filter((rule) => rule.op !== 'never'), 'all');
  if (flat.some((rule) => rule.op === 'always')) return always;
  return only(flat) ?? (flat.length === 0 ? never : { op: 'any', rules: flat });
}

/** Holds exactly when the rule does not. A null fact equals nothing, so the negation of a comparison with it holds. */
export function not<Facts>(rule: Rule<Facts>): Rule<Facts> {
  if (rule.op === 'always') return never;
  if (rule.op === 'never') return always;
  return rule.op === 'not' ? rule.rule : { op: 'not', rule };
}

/**
 * The comparisons available for one set of facts; the compiler refuses a fact or a value that does not exist.
 * `oneOf` and `overlaps` with no values are `never`. A null fact never equals a value and overlaps nothing.
 */
export function rulesAbout<Facts>(): RuleWords<Facts> {
  return {
    is: (fact, value) => ({ op: 'is', fact, value }),
    oneOf: (fact, values) => (values.length === 0 ? never : { op: 'oneOf', fact, values }),
    overlaps: (fact, values) => (values.length === 0 ? never : { op: 'overlaps', fact, values }),
  };
}

/** The rule where some facts are known: what they settle is gone from it. */
export function assuming<Facts>(rule: Rule<Facts>, known: Partial<Facts>): Rule<Facts> {
  switch (rule.op) {
    case 'all':
      return all(...rule.rules.map((part) => assuming(part, known)));
    case 'any':
      return any(...rule.rules.map((part) => assuming(part, known)));
    case 'not':
      return not(assuming(rule.rule, known));
    case 'is':
    case 'oneOf':
    case 'overlaps':
      return !(rule.fact in known) ? rule : holds(rule, known as Facts) ? always : never;
    default:
      return rule;
  }
}

/** Whether the facts satisfy the rule. Always true or false, whatever is null; it has no errors. */
export function holds<Facts>(rule: Rule<Facts>, facts: Facts): boolean {
  switch (rule.op) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'all':
      return rule.rules.every((part) => holds(part, facts));
    case 'any':
      return rule.rules.some((part) => holds(part, facts));
    case 'not':
      return !holds(rule.rule, facts);
    case 'is':
      return facts[rule.fact] === rule.value;
    case 'oneOf':
      return rule.values.some((value) => facts[rule.fact] === value);
    case 'overlaps':
      return overlap(facts[rule.fact], rule.values);
  }
}

/**
 * The rule as a PostgreSQL condition that selects exactly the rows for which `holds` is true.
 * Surprise: where a fact is null the condition may be NULL and not FALSE, which WHERE treats alike; wrap it in `IS TRUE` to show it.
 * True-or-false facts become bare conditions, so partial indexes stay usable; every other value goes through `param`, lists as one
 * array. A column given as a function always receives an array placeholder, and must be true where the fact has any of its values.
 * Throws TypeError when a true-or-false fact is given a function, and when the rule asks for a fact that has no column.
 */
export function toSql<Facts>(rule: Rule<Facts>, columns: Partial<RuleColumns<Facts>>, param: RegisterParameter): string {
  switch (rule.op) {
    case 'always':
      return 'TRUE';
    case 'never':
      return 'FALSE';
    case 'all':
      return joined(rule.rules, 'AND', 'TRUE', columns, param);
    case 'any':
      return joined(rule.rules, 'OR', 'FALSE', columns, param);
    case 'not':
      return `(${toSql(rule.rule, columns, param)}) IS NOT TRUE`;
    case 'is':
      return equality(columnOf(columns, rule.fact), rule.fact, rule.value, param);
    case 'oneOf':
      return membership(columnOf(columns, rule.fact), '= ANY', rule.fact, rule.values, param);
    case 'overlaps':
      return membership(columnOf(columns, rule.fact), '&&', rule.fact, rule.values, param);
  }
}

type Column = string | ((placeholder: string) => string);

function only<Facts>(rules: readonly Rule<Facts>[]): Rule<Facts> | undefined {
  return rules.length === 1 ? rules[0] : undefined;
}

/** Drops what stands twice, and every part that another one makes needless: `a or (a and b)` is `a`, `a and (a or b)` is `a`. */
function withoutRedundant<Facts>(rules: readonly Rule<Facts>[], inner: 'all' | 'any'): readonly Rule<Facts>[] {
  if (rules.length < 2) return rules;
  const parts = rules.map((rule) => new Set((rule.op === inner ? rule.rules : [rule]).map((part) => JSON.stringify(part))));
  return rules.filter((_, at) => !parts.some((other, index) => index !== at && contains(parts[at], other) && (index < at || !contains(other, parts[at]))));
}

function contains(whole: ReadonlySet<string> | undefined, part: ReadonlySet<string> | undefined): boolean {
  return whole !== undefined && part !== undefined && [...part].every((text) => whole.has(text));
}

function columnOf<Facts>(columns: Partial<RuleColumns<Facts>>, fact: keyof Facts & string): Column {
  const column: Column | undefined = columns[fact];
  if (column === undefined) throw new TypeError(`No column is given for the fact ${fact}`);
  return column;
}

function overlap(fact: unknown, values: readonly string[]): boolean {
  return Array.isArray(fact) && values.some((value) => fact.includes(value));
}

function joined<Facts>(
  rules: readonly Rule<Facts>[],
  word: 'AND' | 'OR',
  empty: string,
  columns: Partial<RuleColumns<Facts>>,
  param: RegisterParameter,
): string {
  if (rules.length === 0) return empty;
  return `(${rules.map((rule) => toSql(rule, columns, param)).join(` ${word} `)})`;
}

function equality(column: Column, fact: string, value: string | boolean, param: RegisterParameter): string {
  if (typeof value === 'string') {
    return typeof column === 'function' ? column(param([value], fact)) : `${wrapped(column)} = ${param(value, fact)}`;
  }
  if (typeof column === 'function') throw new TypeError(`The true-or-false fact ${fact} needs an expression, not a function`);
  return value ? wrapped(column) : `NOT ${wrapped(column)}`;
}

function membership(column: Column, operator: '= ANY' | '&&', fact: string, values: readonly string[], param: RegisterParameter): string {
  const placeholder = param(values, fact);
  if (typeof column === 'function') return column(placeholder);
  return operator === '&&' ? `${wrapped(column)} && ${placeholder}` : `${wrapped(column)} = ANY(${placeholder})`;
}

function wrapped(expression: string): string {
  return /^[\w."]+$/.test(expression) ? expression : `(${expression})`;
}
