/** Breaks a rule or an expression in one place at a time, so that a test can demand that somebody notices. */
import type { ResourceFacts, Rule } from '@passalong/domain';

type ResourceRule = Rule<ResourceFacts>;

export interface Mutant { readonly sentence: string; readonly rule: ResourceRule }
export type Words = (value: string) => string;

/** The rule with each of its conditions in turn taken for granted, and then ruled out. `words` names the ids in it. */
export function ruleMutants(rule: ResourceRule, words: Words): readonly Mutant[] {
  switch (rule.op) {
    case 'always':
    case 'never':
      return [];
    case 'not':
      return ruleMutants(rule.rule, words).map((mutant) => ({ sentence: `not ${mutant.sentence}`, rule: { op: 'not', rule: mutant.rule } }));
    case 'all':
    case 'any':
      return rule.rules.flatMap((part, at) => ruleMutants(part, words).map((mutant) => ({
        sentence: `${mutant.sentence}${beside(rule, at, words)}`, rule: { op: rule.op, rules: rule.rules.with(at, mutant.rule) },
      })));
    default: {
      const sentence = conditionOf(rule, words);
      return [{ sentence: `${sentence}, taken for granted`, rule: { op: 'always' } }, { sentence: `${sentence}, ruled out`, rule: { op: 'never' } }];
    }
  }
}

type Condition = Extract<ResourceRule, { fact: string }>;

function conditionOf(rule: Condition, words: Words): string {
  const values = 'values' in rule ? rule.values : [String(rule.value)];
  return `${rule.fact} ${rule.op === 'is' ? 'is' : rule.op === 'oneOf' ? 'is one of' : 'has one of'} ${[...new Set(values.map(words))].join(', ')}`;
}

/** The conditions that stand beside one and must hold with it: the same words in another place are another condition. */
function beside(rule: Extract<ResourceRule, { rules: unknown }>, at: number, words: Words): string {
  const others = rule.op === 'all' ? rule.rules.filter((part, index) => index !== at && 'fact' in part) : [];
  return others.length === 0 ? '' : ` (beside ${others.map((part) => conditionOf(part as Condition, words)).join(' and ')})`;
}

const COMPARISON = /\w+\.\w+ is not null|\w+\.\w+ is null|\w+\.\w+(?:::text)? [=>] (?:any\([^)]*\)|now\(\)|[\w.]+)/g;
const COALESCE = /coalesce\(([^,()]+), ([^()]+)\)/;

/** The expression as a whole replaced by `wholes`, each comparison in it by true and by false, and a coalesce by either side. */
export function expressionMutants(expression: string, wholes: readonly string[]): readonly string[] {
  const inside = [...expression.matchAll(COMPARISON)].flatMap(({ 0: found, index }) =>
    ['true', 'false'].map((constant) => `${expression.slice(0, index)}${constant}${expression.slice(index + found.length)}`));
  const [whole, first = '', second = ''] = COALESCE.exec(expression) ?? [];
  return [...new Set([...wholes, ...inside, ...(whole === undefined ? [] : [expression.replace(whole, first), expression.replace(whole, second)])])].filter((mutant) => mutant !== expression);
}
