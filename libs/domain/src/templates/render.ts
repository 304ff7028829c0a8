// Fills a variant with values, counts every part as its channel counts it, and names what stands in the way.

import type { ChannelProfile, Limit, LimitUnit, Sourced } from '../channels/channel-profile.js';
import { hashtagsIn } from '../lengths/hashtags.js';
import { lengthOf } from '../lengths/length.js';
import { filledText } from './fill.js';
import { gapProblem, limitProblem, notTaken, tooMuch, type TextPlace, type TemplateProblem, textProblem, valueProblem } from './problem.js';
import { readTemplateText, type TemplateText } from './template-text.js';
import type { Template, Variant, VariantText } from './template.js';
import { type Variable, valueFault } from './variable.js';
import { valueWords } from './value-words.js';

/** Values by the name of their variable; a list is one item a line. What is not there is not given; '' is given as nothing. */
export type Values = Readonly<Record<string, string>>;

export interface Count extends Sourced {
  readonly field: TextPlace['field'];
  readonly position: number | null;
  readonly unit: LimitUnit;
  readonly actual: number;
  readonly limit: number | null;
  readonly isAdvice: boolean;
}

export interface VariantRendering {
  readonly format: string | null;
  readonly texts: readonly VariantText[];
  /** Every part that has a limit, and the main text with or without one. Approximate: a close reading of what the channels publish. */
  readonly counts: readonly Count[];
  readonly problems: readonly TemplateProblem[];
}

/** Filled, nothing that anybody posts has so many characters; and counting more would keep everybody else waiting. */
export const MOST_FILLED = 60_000;

/** How many characters the variant has once it is filled, reckoned without filling it. */
export function filledSize(template: Template, at: number, values: Values): number {
  const resolve = resolverOf(template, values);
  return (template.variants[at]?.texts ?? []).reduce((sum, { text }) => sum + sizeOf(readTemplateText(text), resolve), 0);
}

const sizeOf = ({ parts }: TemplateText, resolve: Resolver): number => parts.reduce((sum, part) => sum + ('gap' in part ? resolve(part.gap).words?.length ?? 0 : part.text.length), 0);

/**
 * The variant at this place filled with values. An unknown name and a value that is missing leave the gap as it is written, and are named; a value that
 * breaks its own limit is put in all the same, and named. More than `MOST_FILLED` characters are neither filled in nor counted. Without a profile nothing but the main text is counted, in UTF-16 units.
 */
export function renderVariant(template: Template, at: number, values: Values, profile: ChannelProfile | null): VariantRendering {
  const variant = template.variants[at];
  if (variant === undefined) return { format: null, texts: [], counts: [], problems: [] };
  const resolve = resolverOf(template, values);
  const place = textPlaces(variant, at, profile);
  const read = variant.texts.map((text) => ({ text, written: readTemplateText(text.text) }));
  if (read.reduce((sum, { written }) => sum + sizeOf(written, resolve), 0) > MOST_FILLED) return overfull(variant, place);
  const texts = read.map(({ text, written }): VariantText => ({ ...text, text: filledText(written.parts, (name) => resolve(name).words) }));
  const gaps = read.flatMap(({ text, written }) => gapProblems(place(text), written, resolve));
  const used = new Set(read.flatMap(({ written }) => written.parts.flatMap((part) => ('gap' in part ? [part.gap] : []))));
  const measures = profile === null ? [] : measuresOf(variant, texts, profile);
  return { format: variant.format, texts, counts: countsOf(texts, profile, measures), problems: [...gaps, ...valueProblems(template, values, used), ...problemsIn(measures, texts, place, profile)] };
}

/** The variant as it is written, with the one problem that it is too much to fill. */
export function overfull({ format, texts }: Variant, place: (of: Pick<TextPlace, 'field' | 'position'>) => TextPlace): VariantRendering {
  const { field, position } = texts.reduce((longest, text) => (text.text.length > longest.text.length ? text : longest), texts[0] ?? { field: 'caption', position: null, text: '' });
  return { format, texts, counts: [], problems: [tooMuch(place({ field, position }), MOST_FILLED)] };
}

/** The problems of limits alone, as the texts stand. @param when what they were filled with, where they are not what will be posted */
export function limitProblems(variant: Variant, texts: readonly VariantText[], place: (of: Pick<TextPlace, 'field' | 'position'>) => TextPlace, profile: ChannelProfile | null, when = ''): readonly TemplateProblem[] {
  return profile === null ? [] : problemsIn(measuresOf(variant, texts, profile), texts, place, profile, when);
}

function problemsIn(measures: readonly Measure[], texts: readonly VariantText[], place: (of: Pick<TextPlace, 'field' | 'position'>) => TextPlace, profile: ChannelProfile | null, when = ''): readonly TemplateProblem[] {
  if (profile === null) return [];
  const over = measures.flatMap(({ limit, field, position, actual }) => limitProblem(place({ field, position }), limit, actual, profile, when) ?? []);
  const described = texts.filter(({ field }) => field === 'altText').length;
  return profile.takesAltText === false && described > 0 ? [...over, notTaken(place({ field: 'altText', position: null }), described, profile)] : over;
}

export function textPlaces({ format }: Variant, variant: number, profile: ChannelProfile | null): (of: Pick<TextPlace, 'field' | 'position'>) => TextPlace {
  return ({ field, position }) => ({ channel: profile?.channel ?? null, format, variant, field, position });
}

interface Resolved { readonly variable: Variable | null; readonly words: string | null }
type Resolver = (name: string) => Resolved;

function resolverOf({ variables, language }: Template, values: Values): Resolver {
  const resolved = new Map(variables.map((variable): [string, Resolved] => {
    const value = valueFor(variable, values);
    return [variable.name, { variable, words: value === null ? null : valueWords(variable, value, language) }];
  }));
  return (name) => resolved.get(name) ?? { variable: null, words: null };
}

/** What is given; the default where nothing is; nothing where nothing need be. Null where something must be. */
function valueFor({ name, isRequired, default: preset }: Variable, values: Values): string | null {
  const given = Object.hasOwn(values, name) ? values[name] ?? '' : preset ?? '';
  return given.trim() !== '' ? given : isRequired ? null : '';
}

function gapProblems(place: TextPlace, written: TemplateText, resolve: Resolver): readonly TemplateProblem[] {
  const names = [...new Set(written.parts.flatMap((part) => ('gap' in part ? [part.gap] : [])))];
  return [
    ...written.faults.map((fault) => textProblem(place, fault)),
    ...names.flatMap((name) => {
      const { variable, words } = resolve(name);
      return variable === null ? [gapProblem(place, 'UNKNOWN', name)] : words === null ? [gapProblem(place, 'UNRESOLVED', name)] : [];
    }),
  ];
}

function valueProblems({ variables }: Template, values: Values, used: ReadonlySet<string>): readonly TemplateProblem[] {
  return variables.flatMap((variable, position) => {
    const value = used.has(variable.name) ? valueFor(variable, values) : null;
    const fault = value === null || value === '' ? null : valueFault(variable, value);
    return fault === null ? [] : [valueProblem(variable.name, position, 'value', fault)];
  });
}

interface Measure { readonly limit: Limit; readonly field: TextPlace['field']; readonly position: number | null; readonly actual: number }

function measuresOf(variant: Variant, texts: readonly VariantText[], profile: ChannelProfile): readonly Measure[] {
  return profile.limits.flatMap((limit): Measure[] => {
    const { field, unit } = limit;
    if (field === 'durationSeconds' || field === 'slides') {
      const actual = variant[field];
      return actual === null ? [] : [{ limit, field, position: null, actual }];
    }
    return texts.filter((text) => text.field === field).map(({ position, text }) => ({ limit, field, position, actual: amountOf(text, unit, profile) }));
  });
}

function countsOf(texts: readonly VariantText[], profile: ChannelProfile | null, measures: readonly Measure[]): readonly Count[] {
  const { checkedOn = null, confidence = null, source = null } = profile ?? {};
  const measured = measures.map(({ limit: { unit, atMost, isAdvice }, field, position, actual }): Count => ({ field, position, unit, actual, limit: atMost, isAdvice, checkedOn, confidence, source }));
  const caption = texts.find(({ field }) => field === 'caption');
  const unit = profile?.lengthUnit ?? 'utf16';
  if (caption === undefined || measured.some((count) => count.field === 'caption' && count.unit === unit)) return measured;
  return [{ field: 'caption', position: null, unit, actual: amountOf(caption.text, unit, profile), limit: null, isAdvice: false, checkedOn, confidence, source }, ...measured];
}

function amountOf(text: string, unit: LimitUnit, profile: ChannelProfile | null): number {
  if (unit === 'hashtags') return hashtagsIn(text).length;
  if (unit === 'seconds' || unit === 'items') return 0; // never of a text
  return lengthOf(text, unit, profile === null ? {} : { linkWeight: profile.linkWeight });
}
