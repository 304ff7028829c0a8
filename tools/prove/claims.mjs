// What is claimed, and how each claim is shown with its full count.
// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { inRoot } from '../paths.mjs';
import { DemoCommons } from './commons.mjs';
import { FULL_COUNT } from './counts.mjs';
import { allHold, propertiesIn, runSpecs } from './specs.mjs';

/**
 * @typedef {{ name: string, figure: string, isHeld: boolean }} Shown
 * @typedef {() => Promise<Shown[]>} Claim
 */

const TWIN = 'apps/api/src/library/resources/policy-twin.spec.ts';
const WALLS = 'apps/api/src/second-wall.spec.ts';
const CATALOG = 'apps/api/src/platform/database/walls.spec.ts';
const SIGN_INS = 'apps/api/src/identity/sign-in/concurrent-sign-in.spec.ts';
const HOSTILE = ['apps/api/src/identity/saml/saml-hostile.spec.ts', 'apps/api/src/identity/oidc/oidc-hostile.spec.ts'];
const VERSIONS = 'apps/api/src/library/redaction/published-versions.spec.ts';
const RECORDS = 'apps/api/src/library/interchange/interchange.spec.ts';
const AUTHOR = ['--as', 'northmoor', '--by', 'Nia Okafor'];
const CORPUS_FILES = 512;
const data = (/** @type {string[]} */ ...parts) => inRoot('..', 'shared', 'data', ...parts);

/** Properties of pure code, the twin test, the second wall and the records: everything that Jest shows. @type {Claim} */
export async function specs() {
  const properties = specFiles().filter((file) => file !== WALLS && file !== VERSIONS && propertiesIn(file) > 0);
  const found = await runSpecs([...new Set([...properties, TWIN, WALLS, VERSIONS, CATALOG, RECORDS])]);
  const sentences = (/** @type {string} */ file) => found.get(file) ?? [];
  const records = sentences(RECORDS).filter(({ title }) => title.startsWith('is the same record'));
  return [
    ...properties.map((file) => ({ name: `properties in ${file}`, figure: `${propertiesIn(file)} × ${FULL_COUNT.toLocaleString('en')} runs`, isHeld: allHold(sentences(file)) })),
    { name: 'the policy in PostgreSQL and in the program, every combination of facts', figure: `${sentences(TWIN).length} sentences`, isHeld: allHold(sentences(TWIN)) },
    { name: 'random operations of random viewers, and a canary for each institution', figure: `${FULL_COUNT.toLocaleString('en')} operations, ${sentences(WALLS).length + sentences(CATALOG).length} sentences`, isHeld: allHold(sentences(WALLS)) && allHold(sentences(CATALOG)) },
    { name: 'published versions to the byte, through any sequence of edits, saves, restores and redactions', figure: '60 × 100 steps', isHeld: allHold(sentences(VERSIONS)) },
    { name: 'record files in, out and in again', figure: `${records.filter(({ status }) => status === 'passed').length} of 24 records the same`, isHeld: records.length === 24 && allHold(sentences(RECORDS)) },
  ];
}

/** Sign-in under load and under attack. @type {Claim} */
export async function signIns() {
  const found = await runSpecs([SIGN_INS, ...HOSTILE]);
  const sentences = (/** @type {string} */ file) => found.get(file) ?? [];
  return [
    ...sentences(SIGN_INS).map(({ title, status }) => ({ name: 'signing in', figure: title, isHeld: status === 'passed' })),
    ...HOSTILE.map((file) => ({ name: `hostile answers in ${file}`, figure: `${sentences(file).filter(({ title }) => title.includes('legitimate twin')).length} refused beside their twins`, isHeld: allHold(sentences(file)) })),
  ];
}

/** Every file of the corpus becomes a sound document that Markdown can say again. @type {Claim} */
export async function corpusDocuments() {
  const name = 'corpus files as documents, to Markdown and back';
  const files = corpus();
  if (files === null) return [absent(name)];
  const { fromForeignMarkdown, fromMarkdown, toMarkdown, validateDocument } = await import('@passalong/prose');
  const broken = files.filter((file) => {
    const { document } = fromForeignMarkdown(readFileSync(file, 'utf8'));
    return !validateDocument(document).ok || JSON.stringify(fromMarkdown(toMarkdown(document))) !== JSON.stringify(document);
  });
  for (const file of broken) console.log(`  ${file}`);
  return [{ name, figure: `${files.length - broken.length} of ${CORPUS_FILES}`, isHeld: broken.length === 0 && files.length === CORPUS_FILES }];
}

/** The same files through the operator's command, twice. @type {Claim} */
export async function corpusImport() {
  const name = 'corpus files imported as drafts, and not twice';
  if (corpus() === null) return [absent(name)];
  return onDemoCommons(name, 'import', async (commons) => {
    const first = await commons.report('import', data('corpus'), ...AUTHOR);
    const second = await commons.report('import', data('corpus'), ...AUTHOR);
    const { CREATED: created = 0, UNCHANGED: same = 0 } = first.totals;
    return { figure: `${created} drafts, then ${second.totals.UNCHANGED} unchanged`, isHeld: created + same === CORPUS_FILES && second.totals.UNCHANGED === CORPUS_FILES && second.totals.CREATED === 0 };
  });
}

/** The Word files of the corpus are read whole, and what they lose is what is in them. @type {Claim} */
export async function corpusWord() {
  const name = 'Word files of the corpus, with what they lose';
  if (corpus() === null) return [absent(name)];
  const { readDocument } = await import(pathToFileURL(inRoot('apps', 'api', 'dist', 'library', 'documents', 'read-document.js')).href);
  const figures = [];
  for (const [file, kept, lost] of WORD_FILES) {
    const reading = await readDocument(file, readFileSync(data('corpus', 'word', file)));
    const told = reading.ok ? { kept: counted(reading.document.kept), lost: counted(reading.document.lost) } : {};
    figures.push({ file, isHeld: isDeepStrictEqual(told, { kept, lost }), told });
  }
  const broken = figures.filter(({ isHeld }) => !isHeld);
  return [{ name, figure: broken.length === 0 ? `${figures.length} of ${WORD_FILES.length}` : JSON.stringify(broken), isHeld: broken.length === 0 }];
}

/** Counted in their XML by another program: the pictures, the links to `http:///h`, and the lists with ids of their own that touch. */
const WORD_FILES = /** @type {const} */ ([
  ['Contentdesigners-generic.docx', { PARAGRAPH: 21, LIST: 7, HEADING: 2 }, { LIST_JOINED: 1 }],
  ['DigitalCommsLead.docx', { PARAGRAPH: 50, HEADING: 5, LINK: 4, LIST: 13 }, { LIST_JOINED: 7, IMAGE: 1, UNSAFE_LINK: 6, HEADING_LEVEL: 3 }],
]);

/** @param {readonly { part: string, count: number }[]} rows @returns {Record<string, number>} */
const counted = (rows) => Object.fromEntries(rows.map(({ part, count }) => [part, count]));

const INSTITUTIONS = `select count(*)::int as count, md5(string_agg(i::text, '|' order by i.id)) as content from institution i`;

/** Both public lists, twice: the second time nothing changes. @type {Claim} */
export async function institutionLists() {
  const shown = [];
  for (const file of ['universities.json', 'uk-providers.json']) {
    const name = `institutions of ${file}, twice`;
    const path = data('institutions', file);
    shown.push(...(existsSync(path) ? await onDemoCommons(name, 'institutions import', async (commons) => {
      await commons.command('institutions', 'import', path);
      const first = await commons.row(INSTITUTIONS);
      await commons.command('institutions', 'import', path);
      const second = await commons.row(INSTITUTIONS);
      return { figure: `${first.count} institutions, then ${second.count}`, isHeld: first.content === second.content };
    }) : [absent(name)]));
  }
  return shown;
}

/** @param {string} name @returns {Shown} */
const absent = (name) => ({ name, figure: 'the folder ../shared/data is not here', isHeld: false });

/** @type {Promise<DemoCommons> | undefined} */
let demo;

/** @param {string} name @param {string} command @param {(commons: DemoCommons) => Promise<{ figure: string, isHeld: boolean }>} work @returns {Promise<Shown[]>} */
async function onDemoCommons(name, command, work) {
  demo ??= DemoCommons.create();
  const commons = await demo;
  if (!(await commons.knows(command))) return [{ name, figure: `the command line has no ${command} yet`, isHeld: false }];
  return [{ name, ...(await work(commons)) }];
}

/** @returns {string[] | null} */
function corpus() {
  if (!existsSync(data('corpus'))) return null;
  return readdirSync(data('corpus'), { recursive: true }).map(String).filter((file) => file.endsWith('.md')).sort().map((file) => join(data('corpus'), file));
}

/** @returns {string[]} below the checkout */
function specFiles() {
  return ['libs', 'apps'].flatMap((top) => readdirSync(inRoot(top)).flatMap((project) => {
    const folder = join(top, project, 'src');
    return existsSync(inRoot(folder)) ? readdirSync(inRoot(folder), { recursive: true }).map((file) => join(folder, String(file))) : [];
  })).filter((file) => file.endsWith('.spec.ts')).sort();
}
