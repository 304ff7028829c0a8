// The workload: what is asked, and which one statement would answer it without the application.
// @ts-check
import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { inRoot } from '../tools/paths.mjs';
import { COMMON_WORD } from './commons/words.mjs';

/**
 * @typedef {{ text: string, values: unknown[] }} Recorded
 *
 * @typedef {object} Operation
 * @property {string} name
 * @property {string} query
 * @property {Record<string, unknown>[]} variants the variables of one request each, taken in turn
 * @property {'same' | 'statement' | 'write'} bare what the bare server sends: the same answer; what the same statement brings; or its own answer to one UPDATE
 * @property {(recorded: Recorded, answer: any) => string} wrap the text of the bare server's statement
 * @property {number} [least] of the bare server's requests a second
 */

const schema = buildSchema(readFileSync(inRoot('libs', 'contract', 'schema.graphql'), 'utf8'));
const PAGE = 20;

/** What the schema offers of `field` without arguments, or nothing where it has no such field yet. @param {string} typeName @param {string} field */
function all(typeName, field) {
  const type = schema.getType(typeName);
  const definition = type && 'getFields' in type ? type.getFields()[field] : undefined;
  if (definition === undefined || !('args' in definition) || definition.args.some(isRequiredArgument)) return '';
  const named = getNamedType(definition.type);
  if (isLeafType(named)) return field;
  const leaves = isObjectType(named) ? Object.values(named.getFields()).filter((inner) => isLeafType(getNamedType(inner.type)) && !inner.args.some(isRequiredArgument)) : [];
  return leaves.length === 0 ? '' : `${field} { ${leaves.map(({ name }) => name).join(' ')} }`;
}

const COUNTS = ['adaptationCount', 'runSummary'].map((field) => all('Resource', field)).join(' ');
const TERM = '{ id label }';

const ENTRY = `id slug url kind title summary language publishedAt attributedTo { name isAnonymised country sizeBand type } terms ${TERM} licence ${TERM} version { number publishedAt } ${COUNTS}`;
const HEAD = `id slug url kind state visibility title summary language attributedTo { name isAnonymised country sizeBand type } institution { slug name isFictional }
  contributors { name role ${TERM} } terms ${TERM} licence ${TERM} attribution version { number label publishedAt changeNote } adaptedFrom { number title resourceSlug } reviewBy publishedAt updatedAt ${COUNTS}`;
const content = (/** @type {string} */ text, /** @type {(name: string) => string} */ rich) => `
  ... on Playbook { content { ${rich('problem')} channels ${TERM} evidenceLevel ${TERM} timeline roles { role ${TERM} people hoursPerWeek paid skills } resources { staffHours studentHours directCost { amount currency } equipment note }
    steps { id order week title ${rich('instruction')} ownerRole ${TERM} duration dependsOn outputs doneWhen } measures { metric ${TERM} target collection reviewPoint } risks { risk likelihood severity mitigation } variations { name change } ${rich('whatDidNotWork')} } }
  ... on ContentTemplate { content { formatFamily ${TERM} variants { format ${TERM} } ${text} } }
  ... on CaseStudy { content { resultDirection ${TERM} limitsSummary cost { currency money staffHours studentHours } ${text} } }`;

const FEED = `query Feed($after: String, $filter: ResourceFilter) { resources(first: ${PAGE}, after: $after, filter: $filter) { edges { node { ${ENTRY} } } pageInfo { hasNextPage endCursor } } }`;
const DETAIL = `query Detail($slug: String!) { resource(slug: $slug) { ${HEAD} ${content('', () => '')} } }`;
const READING = `query Reading($slug: String!) { resource(slug: $slug) { ${HEAD} ${content('body { html }', (name) => `${name} { html }`)} } }`;
const SEARCH = `query Search($query: String!, $filter: ResourceFilter) { search(query: $query, first: ${PAGE}, filter: $filter) { total isAnyWord kinds { id label count } tags { id label count } edges { highlight { text isHit } node { ${ENTRY} } } pageInfo { hasNextPage endCursor } } }`;
const SAVE = 'mutation Save($input: SaveDraftInput!) { saveDraft(input: $input) { resource { id draft { revision } } errors { message path } } }';

/** The compiled statement names the type of every object for the program; a hand-written one would not. @param {string} text */
const withoutTypeNames = (text) => text.replaceAll(/'__typename', '\w+', /g, '');

/** @type {Operation['wrap']} */
const wrapPage = ({ text }, answer) => {
  const [sort, hash] = JSON.parse(Buffer.from(answer.data.resources.pageInfo.endCursor, 'base64url').toString());
  const cursor = `translate(rtrim(encode(convert_to('["${sort}","${hash}","' || key || '","' || id || '"]', 'UTF8'), 'base64'), '='), E'+/\\n', '-_')`;
  return `with page as materialized (${withoutTypeNames(text)}), placed as (select *, row_number() over () as place, count(*) over () as n from page)
    select json_build_object('data', json_build_object('resources', json_build_object(
      'edges', (select coalesce(json_agg(json_build_object('node', answer) order by place), '[]') from placed where place <= ${PAGE}),
      'pageInfo', (select json_build_object('hasNextPage', n > ${PAGE}, 'endCursor', ${cursor}) from placed where place = least(n, ${PAGE})))))::text as body`;
};
/** @type {Operation['wrap']} */
const wrapDetail = ({ text }) => `select json_build_object('data', json_build_object('resource', (select answer from (${withoutTypeNames(text)}) found)))::text as body`;
/** @type {Operation['wrap']} */
const wrapWhole = ({ text }) => `select row_to_json(found)::text as body from (${withoutTypeNames(text)}) found`;
const UPDATE = `update resource_draft d set content = ($2::json #> '{variables,input,content,playbook}')::jsonb, revision = revision + 1, updated_at = now() from resource r where r.id = d.resource_id and r.slug = $1
  returning json_build_object('data', json_build_object('saveDraft', json_build_object('resource', json_build_object('id', r.slug, 'draft', json_build_object('revision', d.revision)), 'errors', json_build_array())))::text as body`;

/**
 * @param {{ slugs: string[], pageCursor: string, topic: string, drafts: { id: string, slug: string }[], playbook: object }} found
 * @returns {Operation[]}
 */
export function operations({ slugs, pageCursor, topic, drafts, playbook }) {
  const filter = { kind: 'PLAYBOOK', terms: [topic] };
  const details = slugs.map((slug) => ({ slug }));
  return [
    { name: `feed of ${PAGE}`, query: FEED, variants: [{}], bare: 'same', wrap: wrapPage, least: 0.35 },
    { name: 'feed, page 500', query: FEED, variants: [{ after: pageCursor }], bare: 'same', wrap: wrapPage },
    { name: 'feed, a kind and a tag', query: FEED, variants: [{ filter }], bare: 'same', wrap: wrapPage },
    { name: 'detail', query: DETAIL, variants: details, bare: 'same', wrap: wrapDetail, least: 0.35 },
    { name: 'reading page (rich text)', query: READING, variants: details, bare: 'statement', wrap: wrapDetail },
    { name: 'search, one in eight', query: SEARCH, variants: [{ query: COMMON_WORD }], bare: 'statement', wrap: wrapWhole },
    { name: 'search, a kind and a tag', query: SEARCH, variants: [{ query: COMMON_WORD, filter }], bare: 'statement', wrap: wrapWhole },
    { name: 'search, any word', query: SEARCH, variants: [{ query: `${COMMON_WORD} xylophone` }], bare: 'statement', wrap: wrapWhole },
    { name: 'saveDraft', query: SAVE, variants: drafts.map(({ id }) => ({ input: { id, expectedRevision: 1, content: { playbook } } })), bare: 'write', wrap: () => UPDATE },
  ];
}
