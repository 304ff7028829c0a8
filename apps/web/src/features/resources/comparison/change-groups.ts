/** Changes as a page shows them: by section in the order of the content, and within a list by the item that they are about. Pure. */
import type { Change_ItemFragment } from '../../../graphql/generated/graphql';

export type Change = Change_ItemFragment;
export type Text = Change['texts'][number];
export type Run = Text['runs'][number];
type Item = NonNullable<Change['item']>;

export interface ChangedItem {
  readonly item: Item;
  readonly kinds: ReadonlySet<Change['kind']>;
  /** What it was split from or joined into. */
  readonly other: Change['other'];
  /** Its name, where that was edited or came or went with it. */
  readonly name: readonly Run[];
  readonly texts: readonly Text[];
}

export interface ChangedSection {
  readonly key: string;
  readonly label: string;
  /** Of the section itself. */
  readonly texts: readonly Text[];
  readonly items: readonly ChangedItem[];
}

export function changedSections(changes: readonly Change[]): readonly ChangedSection[] {
  return grouped(changes, ({ section }) => section.key).map(([key, within]) => ({
    key, label: within[0]?.section.label ?? key,
    texts: within.flatMap(({ item, texts }) => (item === null ? texts : [])),
    items: grouped(within.filter(({ item }) => item !== null), ({ item }) => item?.id ?? '').flatMap(([, about]) => itemOf(about)).toSorted((a, b) => placeOf(a) - placeOf(b)),
  }));
}

/** In the order in which each key comes first. */
function grouped(changes: readonly Change[], keyOf: (change: Change) => string): readonly (readonly [string, readonly Change[]])[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(keyOf(change));
    if (group === undefined) groups.set(keyOf(change), [change]);
    else group.push(change);
  }
  return [...groups];
}

function itemOf(about: readonly Change[]): readonly ChangedItem[] {
  const item = about[0]?.item ?? null;
  if (item === null) return [];
  const texts = about.filter(({ kind }) => kind !== 'RENAMED').flatMap((change) => change.texts);
  const isName = ({ runs }: Text): boolean => runs.length === 1 && runs[0]?.kind !== 'KEPT' && runs[0]?.text === item.name;
  const [renamed, whole] = [about.find(({ kind }) => kind === 'RENAMED')?.texts[0], item.placeBefore === null || item.placeAfter === null ? texts.find(isName) : undefined];
  return [{
    item, kinds: new Set(about.map(({ kind }) => kind)), other: about.find(({ other }) => other !== null)?.other ?? null,
    name: renamed?.runs ?? whole?.runs ?? [{ kind: 'KEPT', text: item.name ?? '' }], texts: texts.filter((text) => text !== whole),
  }];
}

/** Items that are gone stand where they stood, before those that took their place. */
function placeOf({ item: { placeAfter, placeBefore } }: ChangedItem): number {
  return placeAfter ?? (placeBefore ?? 0) - 0.5;
}
