// What invented records are made of: the shapes, sentences and tags of the demonstration records.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../tools/paths.mjs';

/** In no demonstration record; one invented record in eight has it. */
export const COMMON_WORD = 'noticeboard';

/**
 * @typedef {'PLAYBOOK' | 'CONTENT_TEMPLATE' | 'CASE_STUDY'} Kind
 * @typedef {Record<string, any>} Content
 *
 * @typedef {object} Words
 * @property {Record<Kind, Content[]>} shapes whole contents, ready to be varied
 * @property {string[]} sentences
 * @property {Record<string, string[]>} terms ids by scheme
 * @property {Record<Kind, Record<string, any>>} fields the descriptions of libs/domain
 * @property {(kind: Kind, content: Content) => string} searchText
 * @property {(content: Content) => string[]} classes
 */

/** The server must be built. @returns {Promise<Words>} */
export async function loadWords() {
  await import('reflect-metadata');
  const dist = (/** @type {string} */ path) => import(new URL(`../../apps/api/dist/library/${path}`, import.meta.url).href);
  const [{ contentOf, readRecordFile }, { prepareContent, classesOf }, { searchTextOf }, { CONTENT_FIELDS }] = await Promise.all([
    dist('index.js'), dist('kinds/prepare-content.js'), dist('kinds/search-text.js'), import('@passalong/domain'),
  ]);
  /** @type {Record<Kind, Content[]>} */
  const shapes = { PLAYBOOK: [], CONTENT_TEMPLATE: [], CASE_STUDY: [] };
  const sentences = new Set();
  const folder = inRoot('apps', 'api', 'seeds', 'records');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md')).sort()) {
    const reading = readRecordFile(readFileSync(`${folder}/${file}`, 'utf8'));
    if (!reading.ok) throw new Error(`${file}: ${reading.problem}`);
    const { kind, content } = contentOf(reading.record);
    const prepared = prepareContent(kind, content, () => null);
    if (!prepared.ok) throw new Error(`${file} is not whole.`);
    shapes[/** @type {Kind} */ (kind)].push(prepared.content);
    for (const line of searchTextOf(kind, prepared.content).split('\n')) {
      for (const sentence of line.match(/[A-Z][^.!?]{30,200}[.!?]/g) ?? []) sentences.add(sentence);
    }
  }
  return { shapes, sentences: [...sentences], terms: termsByScheme(), fields: CONTENT_FIELDS, searchText: searchTextOf, classes: classesOf };
}

/** @returns {Record<string, string[]>} */
function termsByScheme() {
  const { schemes } = JSON.parse(readFileSync(inRoot('apps', 'api', 'seeds', 'vocabularies.json'), 'utf8'));
  return Object.fromEntries(schemes.map((/** @type {{ id: string, terms: { id: string }[] }} */ { id, terms }) => [id, terms.map((term) => term.id)]));
}
