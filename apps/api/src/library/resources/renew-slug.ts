/** Gives a resource another address when the words of its title changed; the old one leads to it for ever. */
import type { Transaction } from '../../platform/database/database.js';
import { slugOf } from './new-draft.js';

interface Named { readonly slug: string; readonly institution: string; readonly institution_slug: string; readonly older: string[] }
export interface Renewal {
  readonly resourceId: string;
  readonly title: string;
  readonly isAnonymised: boolean;
  /** Not released yet: a moderator reads the new address, and the institution itself still gets there by the old one until the release. */
  readonly isForModeration?: boolean;
}

/** Words of a name that give nobody away. */
const GENERIC: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'at', 'in', 'university', 'college', 'institute', 'school']);

/** A record without a name has no word of the institution's name in its address, and no older address that has one. */
export async function renewSlug(transaction: Transaction, { resourceId, title, isAnonymised, isForModeration = false }: Renewal): Promise<void> {
  const [named] = await transaction.query<Named>(
    `select r.slug, i.name as institution, i.slug as institution_slug, array(select older.slug from resource_slug older where older.resource_id = r.id) as older
       from resource r join institution i on i.id = r.institution_id where r.id = $1`, [resourceId]);
  if (named === undefined) return;
  const untold = isAnonymised ? tellingWords(named) : new Set<string>();
  const telling = isForModeration ? [] : [named.slug, ...named.older].filter((slug) => wordsOf(slug).some((word) => untold.has(word)));
  if (telling.length > 0) await transaction.query('delete from resource_slug where slug = any ($1)', [telling]);
  const wanted = wordsOf(slugOf(title)).filter((word) => !untold.has(word)).join(' ');
  if (wanted === wordsOf(named.slug).join(' ')) return;
  await transaction.query('update resource set slug = $2 where id = $1', [resourceId, slugOf(wanted)]);
  if (!telling.includes(named.slug)) await transaction.query('insert into resource_slug (slug, resource_id) values ($1, $2) on conflict (slug) do nothing', [named.slug, resourceId]);
}

/** The words of an address, without its random end. */
function wordsOf(slug: string): readonly string[] {
  return slug.split('-').slice(0, -1);
}

function tellingWords({ institution, institution_slug: slug }: Named): ReadonlySet<string> {
  const words = [...wordsOf(slugOf(institution)), ...slug.split('-')];
  return new Set(words.filter((word) => word.length > 2 && !GENERIC.has(word)));
}
