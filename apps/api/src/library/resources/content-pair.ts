/** Two contents of one resource, and what leads from the one to the other, made when it is asked for and no more than once. */
import { comparedContents, type Content, CONTENT_FIELDS, type Json, type OutsideSpeech, type ResourceKind, type ToldChange, toldChanges, type ToldItem, wholeContent, type WordMark } from '@passalong/domain';
import { type ProseDocument, toMarkdown, toPlain } from '@passalong/prose';
import { LINK_FIELDS } from '../kinds/linked-resources.js';
import { AnswerTypeEnum, ChangedItem, ChangedText, ChangeKindEnum, ContentChange, ContentField, WordRun, WordRunKindEnum } from './version-comparison.type.js';

/** As the statement answers it. */
export interface PairRow {
  readonly kind: ResourceKind;
  readonly before: Content;
  readonly after: Content;
  /** Titles, by key, of the linked resources that the viewer may see. */
  readonly works: Readonly<Record<string, string>>;
}

export class ContentPair {
  private made: readonly ContentChange[] | undefined;

  constructor(private readonly row: PairRow, private readonly termLabel: (id: string) => string) {}

  get changes(): readonly ContentChange[] {
    this.made ??= this.compared().map(changeShown);
    return this.made;
  }

  private compared(): readonly ToldChange[] {
    const { kind, works } = this.row;
    const [before, after] = [seenContent(kind, this.row.before, works), seenContent(kind, this.row.after, works)];
    return toldChanges(kind, before, after, comparedContents(kind, before, after, plainOf), speechFor(works, this.termLabel));
  }
}

export const plainOf = (value: Json): string => toPlain(value as unknown as ProseDocument);

/** What changed between two contents as they are kept, for words that name places alone: what is linked has no title here. */
export function toldBetween(kind: ResourceKind, ...pair: readonly [before: Content, after: Content]): readonly ToldChange[] {
  const [before, after] = pair.map((content) => wholeContent(CONTENT_FIELDS[kind], content)) as [Content, Content];
  return toldChanges(kind, before, after, comparedContents(kind, before, after, plainOf), { ...speechFor({}, (id) => id), link: (key) => key });
}

/** How to say what stands outside a content. */
export function speechFor(works: PairRow['works'], term: (id: string) => string): OutsideSpeech {
  return { prose: (value) => ({ plain: plainOf(value), marked: toMarkdown(value as unknown as ProseDocument) }), term, link: (key) => works[key] ?? '' };
}

/** The whole content without links to what the viewer may not see: that one came or went is not told either. */
export function seenContent(kind: ResourceKind, written: Content, works: PairRow['works']): Content {
  const content = wholeContent(CONTENT_FIELDS[kind], written);
  const isSeen = (key: Json): boolean => Object.hasOwn(works, String(key));
  return { ...content, ...Object.fromEntries(LINK_FIELDS[kind].map((name): [string, Json] => {
    const value = content[name] ?? null;
    return [name, Array.isArray(value) ? value.filter(isSeen) : isSeen(value) ? value : null];
  })) };
}

export function changeShown({ is, section, item, other, texts }: ToldChange): ContentChange {
  return Object.assign(new ContentChange(), {
    kind: ChangeKindEnum[is], section: Object.assign(new ContentField(), section), item: itemShown(item), other: itemShown(other),
    texts: texts.map(({ fields, place, type, marks }) => Object.assign(new ChangedText(), {
      place, type: AnswerTypeEnum[type.toUpperCase() as keyof typeof AnswerTypeEnum], fields: fields.map((field) => Object.assign(new ContentField(), field)), runs: marks.map(runShown),
    })),
  });
}

function itemShown(item: ToldItem | null): ChangedItem | null {
  return item === null ? null : Object.assign(new ChangedItem(), item);
}

function runShown({ is, text }: WordMark): WordRun {
  return Object.assign(new WordRun(), { kind: is === 'SAME' ? WordRunKindEnum.KEPT : WordRunKindEnum[is], text });
}
