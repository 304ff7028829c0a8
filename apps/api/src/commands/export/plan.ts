/** Which works are exported, and under which names. */
import { chosenByOperator, type ChosenWorks, orderedName, publishedWorks } from '../../library/index.js';
import type { Transaction } from '../../platform/database/database.js';

export interface Asked {
  /** All that is published where none is named. */
  readonly slugs: readonly string[];
  readonly collection: string | null;
  readonly isPublicOnly: boolean;
}

export interface PlannedWork { readonly slug: string; readonly institutionId: string; readonly name: string }
export interface Plan { readonly works: readonly PlannedWork[]; readonly chosen: ChosenWorks | null }

export async function planOf(transaction: Transaction, publicUrl: string, { slugs, collection, isPublicOnly }: Asked): Promise<Plan> {
  const isWanted = ({ isPublic }: { readonly isPublic: boolean }): boolean => isPublic || !isPublicOnly;
  if (collection === null) {
    const works = await publishedWorks(transaction, slugs.length === 0 ? null : slugs);
    if (slugs.length > works.length) throw new Error(`Of ${slugs.length} named resources ${works.length} are published.`);
    return { chosen: null, works: works.filter(isWanted).map((work) => ({ ...work, name: work.slug })) };
  }
  const whole = await chosenByOperator(transaction, collection, publicUrl);
  if (whole === null) throw new Error(`There is no collection with the slug "${collection}".`);
  const offered = new Map((await publishedWorks(transaction, whole.works.map(({ slug }) => slug))).filter(isWanted).map((work) => [work.slug, work]));
  const chosen = { ...whole, works: whole.works.filter(({ slug }) => offered.has(slug)) };
  return { chosen, works: chosen.works.flatMap(({ slug }) => { const work = offered.get(slug); return work === undefined ? [] : [{ ...work, name: orderedName(chosen, slug) }]; }) };
}
