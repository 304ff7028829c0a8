// Invents the rows of one resource after the other: published and not, of every audience, adapted, anonymised, archived, hidden.
// @ts-check
import { ContentMaker } from './content.mjs';

const KINDS = /** @type {const} */ ({ PLAYBOOK: 0.4, CONTENT_TEMPLATE: 0.35, CASE_STUDY: 0.25 });
const AUDIENCES = { PUBLIC: 0.55, MEMBERS: 0.3, INSTITUTION: 0.09, GROUP: 0.02, PRIVATE: 0.04 };
const SHARES = { unpublished: 0.04, revising: 0.03, anonymised: 0.05, adapted: 0.15, archived: 0.03, hidden: 0.005, secondVersion: 0.2 };
const YEARS = 3;
const DAY = 86_400_000;

/**
 * @typedef {object} Invented
 * @property {string} id
 * @property {import('./words.mjs').Kind} kind
 * @property {import('./places.mjs').Institution} institution
 * @property {string} visibility
 * @property {string} slug
 * @property {import('./words.mjs').Content} content
 * @property {string} words
 * @property {string[]} terms
 * @property {string[]} team ids of people
 * @property {string} createdAt
 * @property {{ ids: string[], at: string, isAnonymised: boolean, credit: string } | null} published its last id is the current version
 * @property {{ id: string, revision: number } | null} draft
 * @property {string | null} adaptedFrom the id of a version
 * @property {string | null} archivedAt
 * @property {string | null} hiddenAt
 */

/**
 * @param {import('./words.mjs').Words} words
 * @param {import('../random.mjs').Random} random
 * @param {{ institutions: import('./places.mjs').Institution[], count: number, end: number }} commons
 * @returns {Generator<Invented>}
 */
export function* inventResources(words, random, { institutions, count, end }) {
  const maker = new ContentMaker(words, random);
  /** @type {Record<import('./words.mjs').Kind, string[]>} versions that others may have adapted, by kind */
  const originals = { PLAYBOOK: [], CONTENT_TEMPLATE: [], CASE_STUDY: [] };
  const members = institutions.filter(({ standing }) => standing === 'MEMBER');
  for (let number = 0; number < count; number += 1) {
    const time = Math.floor(end - YEARS * 365 * DAY * (1 - number / count));
    const at = new Date(time).toISOString();
    const kind = random.lot(KINDS);
    const institution = random.pickSkewed(members);
    const content = maker.make(kind, number);
    const visibility = random.lot(AUDIENCES);
    const isPublished = !random.happens(SHARES.unpublished);
    const isAnonymised = random.happens(SHARES.anonymised);
    const ids = Array.from({ length: random.happens(SHARES.secondVersion) ? 2 : 1 }, () => random.key(time));
    const adaptedFrom = random.happens(SHARES.adapted) && originals[kind].length > 0 ? random.pickSkewed(originals[kind]) : null;
    yield {
      id: random.key(time), kind, institution, visibility, content, adaptedFrom,
      slug: `${String(content['title']).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${random.key(time).slice(-6)}`,
      words: words.searchText(kind, content), terms: words.classes(content),
      team: institution.people.slice(1, 2 + random.below(3)).map(({ id }) => id),
      createdAt: new Date(time - 20 * DAY).toISOString(),
      published: isPublished ? { ids, at, isAnonymised, credit: `“${content['title']}” by ${isAnonymised ? 'A university' : institution.name}, {url}` } : null,
      draft: !isPublished || random.happens(SHARES.revising) ? { id: random.key(time), revision: 1 + random.below(20) } : null,
      archivedAt: random.happens(SHARES.archived) ? at : null,
      hiddenAt: random.happens(SHARES.hidden) ? at : null,
    };
    if (isPublished && (visibility === 'PUBLIC' || visibility === 'MEMBERS')) originals[kind].push(/** @type {string} */ (ids.at(-1)));
  }
}
