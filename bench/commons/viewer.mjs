// A signed-in member, and what they will ask for.
// @ts-check
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { inRoot } from '../../tools/paths.mjs';

const DETAILS = 64;
const SAVED = 'playbook-commuter-micro-drop-ins.md';

/** @typedef {{ port: number, cookie: string }} Server */

/** @param {string} superuserUrl @param {import('./places.mjs').Institution} institution */
export async function signIn(superuserUrl, { id, people }) {
  const token = randomBytes(32).toString('base64url');
  await querying(superuserUrl, (query) => query(
    `insert into session (id, token_hash, person_id, acting_institution_id, expires_at) values ($1, $2, $3, $4, now() + interval '3 hours')`,
    [randomUUID(), createHash('sha256').update(token).digest(), people[1]?.id, id]));
  return `passalong=${token}`;
}

/** Slugs of resources that any member reads, from all over the commons. @param {string} superuserUrl @returns {Promise<string[]>} */
export function readableSlugs(superuserUrl) {
  return querying(superuserUrl, async (query) => (await query(
    `select slug from resource where published_version_id is not null and archived_at is null and hidden_at is null and visibility in ('PUBLIC', 'MEMBERS') order by hashtext(slug) limit $1`, [DETAILS])).map(({ slug }) => slug));
}

/** The most frequent topic. @param {string} superuserUrl @returns {Promise<string>} */
export function usualTopic(superuserUrl) {
  return querying(superuserUrl, async (query) => (await query(
    `select term_id from resource_term where term_id like 'topic:%' group by term_id order by count(*) desc limit 1`)).map(({ term_id: id }) => id)[0]);
}

/** @param {Server} server @param {string} query @param {object} [variables] @returns {Promise<any>} */
export async function ask({ port, cookie }, query, variables = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) });
  const answer = await response.json();
  if (answer.errors) throw new Error(`The server answered ${JSON.stringify(answer.errors[0]).slice(0, 500)} to ${query.slice(0, 60)}…`);
  return answer;
}

/** The cursor after which page `page` of that size begins; walked in steps of 100, as nobody can jump. @param {Server} server @param {number} page @param {number} size @returns {Promise<string>} */
export async function cursorOfPage(server, page, size) {
  let after = null;
  for (let rest = (page - 1) * size; rest > 0; rest -= 100) {
    const { data } = await ask(server, 'query Walk($first: Int!, $after: String) { resources(first: $first, after: $after) { pageInfo { endCursor hasNextPage } edges { cursor } } }', { first: Math.min(100, rest), after });
    if (!data.resources.pageInfo.hasNextPage) throw new Error(`The commons has no page ${page}; take more --resources.`);
    after = data.resources.pageInfo.endCursor;
  }
  return after;
}

/** Drafts of the signed-in person, one for each connection. @param {Server} server @param {number} count @returns {Promise<{ id: string, slug: string }[]>} */
export async function startDrafts(server, count) {
  const drafts = [];
  for (let number = 1; number <= count; number += 1) {
    const { data } = await ask(server, 'mutation Start($input: CreateResourceInput!) { createResource(input: $input) { resource { id slug } errors { message } } }', { input: { kind: 'PLAYBOOK', title: `A draft to be saved often, ${number}`, summary: '' } });
    drafts.push(data.createResource.resource);
  }
  return drafts;
}

/** The content of a demonstration playbook as a client sends it. @returns {Promise<object>} */
export async function wholePlaybook() {
  const { contentOf, readRecordFile } = await import(new URL('../../apps/api/dist/library/index.js', import.meta.url).href);
  const reading = readRecordFile(readFileSync(inRoot('apps', 'api', 'seeds', 'records', SAVED), 'utf8'));
  return contentOf(reading.record).content;
}

/** @template T @param {string} url @param {(query: (text: string, values?: unknown[]) => Promise<any[]>) => Promise<T>} work @returns {Promise<T>} */
async function querying(url, work) {
  const client = new pg.Client({ connectionString: url, application_name: 'bench' });
  await client.connect();
  try {
    return await work(async (text, values) => (await client.query(text, values)).rows);
  } finally {
    await client.end();
  }
}
