// Reads a content as two helpful readers would: one asks whether everybody can take it in, the other whether it is useful and fair.

import type { Content, ResourceKind } from '../content/content.js';
import { itemsIn, textIn, textsIn } from '../content/parts.js';
import type { Profiles } from '../templates/template-check.js';
import { accessibleText, hashtagRemark } from './accessible-text.js';
import { accessibleVariant } from './accessible-variant.js';
import { deficitRemarks } from './deficit.js';
import { type MarkdownOf, type Passage, passagesOf } from './passages.js';
import { promotionRemarks } from './promotion.js';
import { type Remark, remarksOf } from './remark.js';

/** Of each reader: nobody mends a thousand things one by one; the rest is noticed when these are done. */
export const MOST_REMARKS = 50;

export interface ReadersKnow {
  /** Profiles of channels, as far as they are known. */
  readonly profiles: Profiles;
  readonly markdownOf: MarkdownOf;
}

/** What both readers noticed, the accessible one first, at most {@link MOST_REMARKS} of each. */
export function readContent(kind: ResourceKind, content: Content, { profiles, markdownOf }: ReadersKnow): readonly Remark[] {
  const passages = passagesOf(kind, content, markdownOf);
  const variants = itemsIn(content['variants']);
  const language = textIn(content['language']);
  const hasTranscript = textsIn(content['accessibility']).includes('accessibility-feature:transcript');
  const hasEmail = variants.some(({ format }) => (textIn(format) ?? '').startsWith('format:email-'));
  const accessible = [
    ...variants.flatMap((variant, at) => accessibleVariant(variant, `variants.${at}`, profiles.get(textIn(variant['format']) ?? '') ?? null, hasTranscript)),
    ...hashtagVariables(content),
    ...passages.flatMap((passage) => accessibleText(passage, language)),
  ];
  const useful = [
    ...purposeRemarks(content, variants),
    ...variants.flatMap((variant, at) => promotionRemarks(variant, `variants.${at}`, within(passages, `variants.${at}.`), hasEmail)),
    ...passages.flatMap(deficitRemarks),
  ];
  return [...accessible.slice(0, MOST_REMARKS), ...useful.slice(0, MOST_REMARKS)];
}

/** Their values are hashtags without the sign. */
function hashtagVariables(content: Content): readonly Remark[] {
  return itemsIn(content['variables']).flatMap((variable, at) => (variable['type'] !== 'hashtag' ? [] : (['default', 'example'] as const).flatMap((field) => hashtagRemark(`variables.${at}.${field}`, textIn(variable[field]) ?? '') ?? [])));
}

/** Of the whole, or of every variant by itself. */
function purposeRemarks(content: Content, variants: readonly Content[]): readonly Remark[] {
  const isStated = textsIn(content['purposes']).length > 0 || (variants.length > 0 && variants.every(({ purpose }) => textIn(purpose) !== null));
  return isStated ? [] : [remarksOf('USEFUL', 'purposes')('NO_PURPOSE', '', 'Nothing says what this is for. A stated purpose keeps a piece useful, and lets colleagues find it: inform, guide, inspire or another.')];
}

function within(passages: readonly Passage[], start: string): readonly Passage[] {
  return passages.filter(({ path }) => path.startsWith(start));
}
