/** Changes of somebody else held against one's own, told and ready to be made: worked out when asked for, and no more than once. */
import { appliedChanges, type Change, changeKey, type Content, type Json, mergedText, type ProseHands, type ToldChange, toldChanges, type UpstreamChange as Found, upstreamChanges, withOwnAnswers } from '@passalong/domain';
import { fromMarkdown, type ProseDocument, toMarkdown, validateDocument } from '@passalong/prose';
import { isDeepStrictEqual } from 'node:util';
import { changeShown, plainOf, seenContent, speechFor } from '../resources/content-pair.js';
import type { Sides } from './upstream.source.js';
import { UpstreamChange, UpstreamStandingEnum } from './upstream.type.js';

/** A change that somebody can be told of. */
export interface Tellable extends Found { readonly key: string }

/** The sides of an offer: the original's authors are the ones who decide. */
export interface OfferedSides extends Sides { /** Which of the changes are offered. */ readonly keys: readonly string[] }

const HANDS: ProseHands = { plain: plainOf, merged: mergedProse };

export class UpstreamChanges {
  private made: readonly Tellable[] | undefined;
  private readonly base: Content;
  private readonly theirs: Content;
  /** Mine without links that the viewer may not see: what changes are made to. */
  readonly mine: Content;

  constructor(private readonly sides: Sides, private readonly termLabel: (id: string) => string) {
    const seen = (content: Content): Content => seenContent(sides.kind, withOwnAnswers(sides.mine, content), sides.works);
    [this.base, this.mine, this.theirs] = [seen(sides.base), seen(sides.mine), seen(sides.theirs)];
  }

  get all(): readonly Tellable[] {
    this.made ??= this.tellable();
    return this.made;
  }

  /** How many somebody has to decide. */
  get waiting(): number {
    return this.all.filter(({ standing }) => standing !== 'MADE').length;
  }

  /** Those of them that were offered. */
  offered(keys: readonly string[]): readonly Tellable[] {
    return this.all.filter(({ key }) => keys.includes(key));
  }

  /** The base once these are decided about: what they changed is no news any more, whatever was decided. */
  settled(decided: readonly Tellable[]): Content {
    return appliedChanges(this.sides.kind, this.base, decided.map(({ change }) => change));
  }

  /** As the API shows them. */
  shown(found: readonly Tellable[] = this.all): UpstreamChange[] {
    const theirs = this.told(this.base, this.theirs, found.map(({ change }) => change));
    const mine = this.told(this.base, this.mine, [...new Set(found.flatMap((one) => one.mine))]);
    const shownOf = (told: ReadonlyMap<Change, ToldChange>, change: Change) => [told.get(change) ?? []].flat().map(changeShown);
    return found.flatMap(({ key, change, standing, merged, ...one }) => shownOf(theirs, change).map((shown) => Object.assign(new UpstreamChange(), {
      id: key, change: shown, standing: UpstreamStandingEnum[standing], mine: one.mine.flatMap((own) => shownOf(mine, own)), merged: merged === null ? null : this.mergedShown(merged),
    })));
  }

  private tellable(): readonly Tellable[] {
    const found = upstreamChanges(this.sides.kind, this.base, this.mine, this.theirs, HANDS);
    const told = this.told(this.base, this.theirs, found.map(({ change }) => change));
    return found.flatMap((one) => (told.has(one.change) ? [{ ...one, key: changeKey(one.change) }] : []));
  }

  private mergedShown(merged: Change): UpstreamChange['merged'] {
    const [told] = this.told(this.mine, appliedChanges(this.sides.kind, this.mine, [merged]), [merged]).values();
    return told === undefined ? null : changeShown(told);
  }

  private told(before: Content, after: Content, changes: readonly Change[]): ReadonlyMap<Change, ToldChange> {
    return new Map(toldChanges(this.sides.kind, before, after, changes, speechFor(this.sides.works, this.termLabel)).map((told) => [told.change, told]));
  }
}

/** Merged as Markdown, where that loses nothing of any of the three. */
function mergedProse(...documents: [base: Json, mine: Json, theirs: Json]): Json | null {
  const [base, mine, theirs] = documents.map(losslessMarkdown);
  const text = typeof base === 'string' && typeof mine === 'string' && typeof theirs === 'string' ? mergedText(base, mine, theirs) : null;
  if (text === null) return null;
  const merged = fromMarkdown(text);
  return validateDocument(merged).ok && toMarkdown(merged).trim() === text.trim() ? (merged as unknown as Json) : null;
}

function losslessMarkdown(document: Json): string | null {
  const text = toMarkdown(document as unknown as ProseDocument);
  return isDeepStrictEqual(fromMarkdown(text), document) ? text : null;
}
