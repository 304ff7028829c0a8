/** What the operator takes along: works that are published and neither archived nor hidden, whoever may read them. Only for the system's own statements. */
import type { Transaction } from '../../platform/database/database.js';
import type { ChosenWork, ChosenWorks } from './chosen-works.js';

export interface PublishedWork { readonly slug: string; readonly institutionId: string; readonly isPublic: boolean }

/** All of them where no slugs are given; in the order of their addresses. */
export function publishedWorks(transaction: Transaction, slugs: readonly string[] | null): Promise<readonly PublishedWork[]> {
  return transaction.query<PublishedWork>(
    `select r.slug, r.institution_id as "institutionId", r.visibility = 'PUBLIC' as "isPublic" from resource r
      where r.published_version_id is not null and r.archived_at is null and r.hidden_at is null and ($1::text[] is null or r.slug = any($1)) order by r.slug`, [slugs]);
}

/** A collection with all that is published in it; null where there is none. */
export async function chosenByOperator(transaction: Transaction, slug: string, publicUrl: string): Promise<ChosenWorks | null> {
  const [collection] = await transaction.query<Omit<ChosenWorks, 'works' | 'url'> & { id: string }>(
    'select c.id, c.slug, c.title, c.introduction, i.name as institution, c.updated_at::text as "updatedAt" from collection c join institution i on i.id = c.institution_id where c.slug = $1', [slug]);
  if (collection === undefined) return null;
  const { id, ...said } = collection;
  const works = await transaction.query<ChosenWork>(
    `select r.id, r.slug, v.content ->> 'title' as title, item.note from collection_item item join resource r on r.id = item.resource_id join resource_version v on v.id = r.published_version_id where item.collection_id = $1 order by item.position`, [id]);
  return { ...said, url: `${publicUrl}/collections/${said.slug}`, works };
}
