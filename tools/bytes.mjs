// Weighs what a browser must fetch, as gzip, against the budgets of the design. Needs the built web.
// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from './paths.mjs';

/**
 * @typedef {object} ManifestEntry
 * @property {string} file
 * @property {boolean} [isEntry]
 * @property {boolean} [isDynamicEntry]
 * @property {string[]} [imports]
 * @property {string[]} [dynamicImports]
 * @property {string[]} [css]
 * @property {string[]} [assets]
 *
 * @typedef {object} Budget
 * @property {string} what
 * @property {number} most in kB of 1,000 bytes
 * @property {(web: Web) => number} bytes the heaviest of what it speaks of; 0 where there is nothing yet
 */

/** What the page itself is given beside its files. */
const DOCUMENT = 20_000;
const KIB = 1.024;

/** Screens, by the name of their module below `apps/web/src/screens`. A name that no other row claims counts as the last. */
const SCREENS = { find: /find/, home: /home/, editor: /edit|write/, explorer: /explore/, other: /./ };

/** @type {Budget[]} */
const BUDGETS = [
  { what: 'JavaScript of a public page', most: 125, bytes: (web) => web.script() },
  { what: 'JavaScript of find', most: 190, bytes: (web) => web.screen(SCREENS.find) },
  { what: 'JavaScript of the signed-in home', most: 200, bytes: (web) => web.screen(SCREENS.home) },
  { what: 'JavaScript of the editor', most: 380, bytes: (web) => web.screen(SCREENS.editor) },
  { what: 'JavaScript of the query explorer, with all that it loads later', most: 485, bytes: (web) => web.screen(SCREENS.explorer, { isWhole: true }) },
  { what: 'JavaScript of queue, administration and any other screen', most: 220, bytes: (web) => web.screen(SCREENS.other) },
  { what: 'CSS of every page', most: 15, bytes: (web) => web.css() },
  { what: 'fonts for English', most: 75, bytes: (web) => web.fonts() },
  { what: 'public page in all', most: 250 * KIB, bytes: (web) => web.script() + web.css() + web.fonts() + DOCUMENT },
];

const ENTRY = 'src/app/entry-client.tsx';
/** Loads first wherever a screen is asked for. */
const MOUNT = 'src/app/mount-screen.tsx';

/** The built web, read through Vite's manifest. */
class Web {
  /** @param {Record<string, ManifestEntry>} manifest @param {(file: string) => number} weigh */
  constructor(manifest, weigh) {
    this.manifest = manifest;
    this.weigh = weigh;
  }

  /**
   * The entry and everything it imports before it can run, and what the modules named need on top; with `isWhole`, also what these load later.
   * @param {string[]} modules @param {{ isWhole?: boolean }} [how]
   */
  chunks(modules = [], { isWhole = false } = {}) {
    /** @type {Map<string, ManifestEntry>} */
    const found = new Map();
    /** @param {string} name @param {boolean} isLater */
    const add = (name, isLater) => {
      const chunk = this.manifest[name];
      if (chunk === undefined) throw new Error(`The manifest of the web names no ${name}.`);
      if (found.has(name)) return;
      found.set(name, chunk);
      for (const imported of chunk.imports ?? []) add(imported, isLater);
      if (isLater) for (const imported of chunk.dynamicImports ?? []) add(imported, true);
    };
    add(ENTRY, false);
    if (modules.length > 0 && MOUNT in this.manifest) add(MOUNT, false);
    for (const name of modules) add(name, isWhole);
    return [...found.values()];
  }

  /** @param {string[]} [modules] @param {{ isWhole?: boolean }} [how] */
  script(modules, how) {
    return sum([...new Set(this.chunks(modules, how).map(({ file }) => file))].map(this.weigh));
  }

  /** The heaviest screen whose first claim in the table is this one. @param {RegExp} claim @param {{ isWhole?: boolean }} [how] */
  screen(claim, how) {
    const claims = Object.values(SCREENS);
    const screens = Object.keys(this.manifest).filter((name) => {
      const module = /^src\/screens\/(.+)$/.exec(name)?.[1];
      return module !== undefined && this.manifest[name]?.isDynamicEntry === true && claims.find((each) => each.test(module)) === claim;
    });
    return Math.max(0, ...screens.map((name) => this.script([name], how)));
  }

  /** Of every page; what a screen brings with it comes on top there alone. */
  css() {
    return sum((this.manifest[ENTRY]?.css ?? []).map(this.weigh));
  }

  /** The Latin files; the browser fetches the extended ones only where a page has such letters. */
  fonts() {
    return sum((this.manifest[ENTRY]?.assets ?? []).filter((file) => /-latin-wght-[^/]*\.woff2$/.test(file)).map(this.weigh));
  }
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((left, right) => left + right, 0);

/** @param {string} file below `apps/web/dist/client`; fonts are compressed already and sent as they are */
function weigh(file) {
  const bytes = readFileSync(inRoot('apps', 'web', 'dist', 'client', file));
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

function main() {
  const path = inRoot('apps', 'web', 'dist', 'client', '.vite', 'manifest.json');
  if (!existsSync(path)) throw new Error('The web is not built. Run npm test -- --only=build,bytes.');
  const web = new Web(JSON.parse(readFileSync(path, 'utf8')), weigh);
  for (const { what, most, bytes } of BUDGETS) {
    const weight = bytes(web) / 1000;
    const isKept = weight <= most;
    console.log(`${isKept ? 'ok    ' : 'FAILED'} ${what}: ${weight === 0 ? 'none yet' : `${weight.toFixed(1)} kB`}, at most ${Math.round(most)} kB`);
    if (!isKept) process.exitCode = 1;
  }
}

main();
