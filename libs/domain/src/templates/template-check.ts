// Everything wrong with a template as its author wrote it, and the filled example that shows it works.

import type { ChannelProfile } from '../channels/channel-profile.js';
import { hashtagsIn } from '../lengths/hashtags.js';
import { type TemplateProblem, valueProblem, type VariableProblem } from './problem.js';
import { filledSize, limitProblems, overfull, renderVariant, textPlaces, type Values } from './render.js';
import { gapsOf, isVariableName, readTemplateText } from './template-text.js';
import type { Template, VariantText } from './template.js';
import { type Variable, valueFault } from './variable.js';

/** Profiles by the vocabulary id of their format. */
export type Profiles = ReadonlyMap<string, ChannelProfile>;

/**
 * The problems of declarations, of gaps, and of limits: with the example values, and with every variable left out that may be. Warnings: a
 * variable that no text uses, and a text that breaks a limit once every variable is as long as it may be.
 */
export function templateProblems(template: Template, profiles: Profiles): readonly TemplateProblem[] {
  return problemsOf(template, profiles, true);
}

/** What stands in the way, without the warnings, which take the longest to find. */
export function templateErrors(template: Template, profiles: Profiles): readonly TemplateProblem[] {
  return problemsOf(template, profiles, false).filter(({ isWarning }) => !isWarning);
}

/** Filled, all variants together; what lies beyond is named and not counted, so that no template keeps a server busy. */
const MOST_IN_ALL = 300_000;

function problemsOf(template: Template, profiles: Profiles, withLongest: boolean): readonly TemplateProblem[] {
  let room = MOST_IN_ALL;
  const examples = exampleValues(template);
  const sparse = { ...examples, ...Object.fromEntries(template.variables.filter(({ isRequired }) => !isRequired).map(({ name }) => [name, ''])) };
  const of = (format: string | null): ChannelProfile | null => profiles.get(format ?? '') ?? null;
  const inVariants = template.variants.flatMap((variant, at): TemplateProblem[] => {
    const profile = of(variant.format);
    const place = textPlaces(variant, at, profile);
    room -= filledSize(template, at, examples);
    if (room < 0) return [...overfull(variant, place).problems];
    const filled = renderVariant(template, at, examples, profile);
    const textsWith = (values: Values): readonly VariantText[] => renderVariant(template, at, values, null).texts;
    const isNew = (problem: TemplateProblem): boolean => !filled.problems.some((known) => isSameLimit(known, problem));
    const bare = limitProblems(variant, textsWith(sparse), place, profile, ' without what may be left out').filter(isNew);
    const longest = !withLongest ? [] : limitProblems(variant, textsWith(longestValues(template)), place, profile, ' when every variable is as long as it may be').filter(isNew).map((problem) => ({ ...problem, isWarning: true }));
    return [...filled.problems.filter(({ about }) => about !== 'VARIABLE'), ...bare, ...longest];
  });
  return [...declarationProblems(template), ...inVariants];
}

/** The values of the filled example: the example of each variable, or its default. */
export function exampleValues({ variables }: Pick<Template, 'variables'>): Values {
  return Object.fromEntries(variables.flatMap(({ name, example, default: preset }) => { const value = example ?? preset; return value === null ? [] : [[name, value]]; }));
}

/** One row of the stored example, as record files carry it. */
export interface ExampleRow {
  readonly format: string | null;
  readonly subject: string | null;
  readonly preheader: string | null;
  readonly title: string | null;
  readonly documentTitle: string | null;
  readonly caption: string | null;
  /** Of the main text, in `unit`. */
  readonly count: number;
  readonly unit: string;
  readonly limit: number | null;
  readonly hashtags: number;
}

/** The filled example of every variant, in order; generated, never typed. */
export function exampleRows(template: Template, profiles: Profiles): readonly ExampleRow[] {
  const examples = exampleValues(template);
  return template.variants.map(({ format }, at) => {
    const profile = profiles.get(format ?? '') ?? null;
    const { texts, counts } = renderVariant(template, at, examples, profile);
    const said = (field: VariantText['field']): string | null => texts.find((text) => text.field === field)?.text ?? null;
    const unit = profile?.lengthUnit ?? 'utf16';
    const count = counts.find((found) => found.field === 'caption' && found.unit === unit);
    return {
      format, subject: said('subject'), preheader: said('preheader'), title: said('title'), documentTitle: said('documentTitle'), caption: said('caption'),
      count: count?.actual ?? 0, unit, limit: count?.limit ?? null, hashtags: hashtagsIn(said('caption') ?? '').length,
    };
  });
}

function declarationProblems({ variables, variants }: Template): readonly VariableProblem[] {
  const used = new Set(variants.flatMap(({ texts }) => texts.flatMap(({ text }) => gapsOf(readTemplateText(text)))));
  const first = new Map<string, number>();
  return variables.flatMap((variable, position) => {
    const { name } = variable;
    const isAgain = first.has(name);
    if (!isAgain) first.set(name, position);
    const say = (code: VariableProblem['code'], field: VariableProblem['field'], message: string, isWarning = false): VariableProblem => ({ about: 'VARIABLE', code, variable: name, position, field, limit: null, actual: null, isWarning, message });
    return [
      ...(isVariableName(name) ? [] : [say('BAD_NAME', 'name', name === '' ? 'A variable has no name.' : `A variable is called “${name.slice(0, 60)}”; write its name in snake_case, beginning with a letter.`)]),
      ...(isAgain && name !== '' ? [say('NAMED_TWICE', 'name', `Two variables are called ${name}.`)] : []),
      ...limitsCrossed(variable).map((field) => say('LIMITS_CROSSED', field, `The lower limit of ${name} lies above its upper one.`)),
      ...(variable.type === 'choice' && variable.choices.length === 0 ? [say('NO_CHOICES', 'choices', `${name} is a choice, but nothing can be chosen.`)] : []),
      ...(['default', 'example'] as const).flatMap((field) => {
        const value = variable[field] ?? '';
        const fault = value === '' ? null : valueFault(variable, value);
        return fault === null ? [] : [valueProblem(name, position, field, fault)];
      }),
      ...((variable.example ?? variable.default ?? '') === '' ? [say('NO_EXAMPLE', 'example', `${name} has no example, so the filled example would have a gap.`)] : []),
      ...(used.has(name) || !isVariableName(name) ? [] : [say('UNUSED', 'name', `No text uses ${name}.`, true)]),
    ];
  });
}

function limitsCrossed({ minLength, maxLength, minValue, maxValue, earliest, latest }: Variable): readonly ('minLength' | 'minValue' | 'earliest')[] {
  return [
    ...(minLength !== null && maxLength !== null && minLength > maxLength ? ['minLength' as const] : []),
    ...(minValue !== null && maxValue !== null && minValue > maxValue ? ['minValue' as const] : []),
    ...(earliest !== null && latest !== null && earliest > latest ? ['earliest' as const] : []),
  ];
}

/** No limit of a channel is reached by one longer value that would not be by several of these. */
const LONGEST_VALUE = 5000;

/** Every text as long as its limit allows; what has another form keeps its example. */
function longestValues({ variables }: Template): Values {
  return Object.fromEntries(variables.map(({ name, type, maxLength: most, example, default: preset }) => {
    const value = example ?? preset ?? '';
    const maxLength = most === null ? null : Math.min(most, LONGEST_VALUE);
    if (maxLength === null || type === 'date' || type === 'time' || type === 'number' || type === 'choice' || type === 'list') return [name, value];
    const head = type === 'url' ? value.slice(0, maxLength) : '';
    return [name, head.padEnd(maxLength, 'x')];
  }));
}

/** One limit is named once, however many fillings break it. */
function isSameLimit(first: TemplateProblem, second: TemplateProblem): boolean {
  return first.about === 'LIMIT' && second.about === 'LIMIT' && first.field === second.field && first.position === second.position && first.unit === second.unit && first.isAdvice === second.isAdvice;
}
