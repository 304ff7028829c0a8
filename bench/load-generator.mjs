// Sends requests over a few kept connections for a given time, in a process of its own, and says how long each took.
// @ts-check
import { Agent, request } from 'node:http';
import { answerTo } from './control.mjs';

/**
 * @typedef {object} Sent
 * @property {string} path
 * @property {string} body
 *
 * @typedef {object} Round
 * @property {number} port
 * @property {Record<string, string>} headers
 * @property {Sent[]} requests taken in turn; with `revises` each connection keeps to one
 * @property {boolean} revises the body names the revision it builds on, which the next takes from the answer
 * @property {number} connections
 * @property {number} milliseconds
 * @property {number} least requests, however long they take
 */

/** Kept between rounds, as browsers and proxies keep theirs. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** @param {Round} round @param {Sent} sent @returns {Promise<string>} */
function send({ port, headers }, { path, body }) {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (answer) => {
      const chunks = /** @type {Buffer[]} */ ([]);
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200 && !text.includes('"errors":[{')) resolve(text);
        else reject(new Error(`${answer.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** @type {Map<string, string>} by port and path: the body that follows */
const revised = new Map();

/** @param {Round} round */
async function run(round) {
  const { requests, connections, milliseconds, least, revises, port } = round;
  const took = /** @type {number[]} */ ([]);
  const began = performance.now();
  let next = 0;
  const connection = async (/** @type {number} */ place) => {
    while (performance.now() - began < milliseconds || took.length < least) {
      const sent = /** @type {Sent} */ (requests[(revises ? place : (next += 1)) % requests.length]);
      const key = `${port} ${place} ${sent.path}`;
      const body = revises ? (revised.get(key) ?? sent.body) : sent.body;
      const at = performance.now();
      const answer = await send(round, { ...sent, body });
      took.push(performance.now() - at);
      if (revises) revised.set(key, body.replace(/"expectedRevision":\d+/, `"expectedRevision":${/"revision" ?: ?(\d+)/.exec(answer)?.[1] ?? 0}`));
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, place) => connection(place)));
  return { took, milliseconds: performance.now() - began };
}

answerTo({ run: (round) => run(round).catch((error) => ({ error: error instanceof Error ? error.message : String(error) })) });
