/** The names under which the browser's build wrote its files. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SiteAssets {
  readonly script: string;
  readonly stylesheets: readonly string[];
  /** The Latin files of both faces, which every page needs. */
  readonly fonts: readonly string[];
}

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

const ENTRY = 'src/app/entry-client.tsx';
let known: SiteAssets | null = null;

/** Read once, from `client/` beside the folder of the server entry. */
export function siteAssets(): SiteAssets {
  known ??= readAssets(join(dirname(fileURLToPath(import.meta.url)), '..', 'client', '.vite', 'manifest.json'));
  return known;
}

function readAssets(path: string): SiteAssets {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, ManifestEntry>>;
  const entry = manifest[ENTRY];
  if (entry === undefined) throw new Error(`The manifest ${path} does not name ${ENTRY}; build the web again.`);
  return {
    script: `/${entry.file}`,
    stylesheets: (entry.css ?? []).map((file) => `/${file}`),
    fonts: (entry.assets ?? []).filter((file) => /-latin-wght-normal[^/]*\.woff2$/.test(file)).map((file) => `/${file}`),
  };
}
