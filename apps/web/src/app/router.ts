/** Finds the page of an address. Patterns are literal segments and `:name`. */
import type { Address, AnyPage } from './page';

export interface Route {
  readonly pattern: string;
  readonly page: AnyPage;
}

export interface Match {
  readonly page: AnyPage | null;
  readonly at: Address;
}

/** The first route whose pattern fits; a page of null where none does. `url` is an absolute path with its query. */
export function matchRoute(routes: readonly Route[], url: string): Match {
  const { pathname, search, searchParams } = new URL(url, 'https://here.invalid');
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname;
  for (const { pattern, page } of routes) {
    const params = paramsOf(pattern, path);
    if (params !== null) return { page, at: { path, full: `${path}${search}`, params, search: searchParams } };
  }
  return { page: null, at: { path, full: `${path}${search}`, params: {}, search: searchParams } };
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (!segment.startsWith(':')) {
      if (segment !== value) return null;
      continue;
    }
    const decoded = decode(value);
    if (decoded === null || decoded === '') return null;
    params[segment.slice(1)] = decoded;
  }
  return params;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
