/** Finds the files of an import and reads them as text. What cannot be read is told, each with its reason. */
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { MOST_BYTES, type SourceFile } from '../../library/index.js';

export interface Unread { readonly path: string; readonly reason: string; readonly isRefused: boolean }
export interface FoundFiles { readonly files: readonly SourceFile[]; readonly unread: readonly Unread[] }

const MARKDOWN = /\.(md|markdown)$/i;

export async function findFiles(start: string): Promise<FoundFiles> {
  const path = resolve(start);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Error(`There is no file or folder ${start}.`);
  const root = await realpath(path);
  const search = new Search(found.isDirectory() ? root : dirname(root));
  if (found.isDirectory()) await search.folder(root, new Set([root]));
  else await search.file(root);
  return search;
}

class Search {
  readonly files: SourceFile[] = [];
  readonly unread: Unread[] = [];

  constructor(private readonly root: string) {}

  /** `above` are the real folders on the way here. */
  async folder(path: string, above: ReadonlySet<string>): Promise<void> {
    const names = await readdir(path).catch((error: unknown) => { this.refuse(path, `The folder cannot be read: ${codeOf(error)}.`); return []; });
    for (const name of names.sort()) if (!name.startsWith('.')) await this.entry(join(path, name), above);
  }

  async file(path: string): Promise<void> {
    const size = (await stat(path)).size;
    if (size === 0) return this.refuse(path, 'The file is empty.');
    if (size > MOST_BYTES) return this.refuse(path, `The file has ${(size / 1024 / 1024).toFixed(1)} MB; at most ${MOST_BYTES / 1024 / 1024} MB are read.`);
    const bytes = await readFile(path).catch((error: unknown) => { this.refuse(path, `The file cannot be read: ${codeOf(error)}.`); return null; });
    if (bytes === null) return;
    const text = textOf(bytes);
    if (typeof text !== 'string') return this.refuse(path, text.problem);
    if (text.trim() === '') return this.refuse(path, 'The file holds nothing but blanks.');
    this.files.push({ path: this.shown(path), place: `${basename(this.root)}/${this.shown(path)}`, text });
  }

  private async entry(path: string, above: ReadonlySet<string>): Promise<void> {
    const link = await lstat(path);
    const real = link.isSymbolicLink() ? await realpath(path).catch(() => null) : path;
    if (real === null) return this.refuse(path, 'A link that leads nowhere, or in a circle.');
    if (link.isSymbolicLink() && real !== this.root && !real.startsWith(`${this.root}${sep}`)) return this.refuse(path, 'A link that leads out of the folder; it was not followed.');
    const found = await stat(real);
    if (found.isDirectory()) {
      if (MARKDOWN.test(path)) this.skip(path, 'A folder with the name of a Markdown file; what is in it was read.');
      if (link.isSymbolicLink()) return this.skip(path, above.has(real) ? 'A link back to a folder above it: a circle; it was not followed.' : 'A link to a folder that is read anyway.');
      return this.folder(path, new Set([...above, real]));
    }
    if (!found.isFile()) return this.refuse(path, 'Neither a file nor a folder.');
    if (!MARKDOWN.test(path)) return this.skip(path, 'Not Markdown: its name does not end in .md.');
    return link.isSymbolicLink() ? this.skip(path, 'A link to a file that is read anyway.') : this.file(path);
  }

  private shown(path: string): string {
    return relative(this.root, path).split(sep).join('/');
  }

  private refuse(path: string, reason: string): void {
    this.unread.push({ path: this.shown(path), reason, isRefused: true });
  }

  private skip(path: string, reason: string): void {
    this.unread.push({ path: this.shown(path), reason, isRefused: false });
  }
}

function textOf(bytes: Buffer): string | { problem: string } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { problem: 'The file is UTF-16; save it as UTF-8.' };
  if (bytes.includes(0)) return { problem: 'The file is binary, whatever its name says.' };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { problem: `The file is not UTF-8: the ${badByte(bytes)}.` };
  }
}

function badByte(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  return `letter in line ${line} is none`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
