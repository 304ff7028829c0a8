/** The seam to the web: the built server entry of apps/web, loaded by configured path, which renders a page from GraphQL answers. */
import type { OperatorWords } from '@passalong/domain';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface PageAnswer { readonly data?: unknown; readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[] }
export type Execute = (query: string, variables?: Record<string, unknown>) => Promise<PageAnswer>;
export interface PageRequest { readonly url: string; readonly method: 'GET' }
export interface PageContext { readonly nonce: string; readonly publicUrl: string; readonly isSignedIn: boolean; readonly mode: string; readonly operator: OperatorWords }
export interface PageResponse { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly html: string }
export type Render = (request: PageRequest, execute: Execute, page: PageContext) => Promise<PageResponse>;

/** The built renderer, or null where the web was not built. */
export async function loadRenderer(webFolder: string): Promise<Render | null> {
  const entry = join(webFolder, 'server', 'entry-server.js');
  const isBuilt = await access(entry).then(() => true, () => false);
  if (!isBuilt) return null;
  const module = (await import(pathToFileURL(entry).href)) as { render: Render };
  return module.render;
}
