/** What somebody typed, kept in this tab until it is closed, so that a reload loses nothing. Sensitive values are kept nowhere. */
import type { Template, Values } from '@passalong/domain';

const place = (slug: string): string => `passalong-use:${slug}`;

export function keepValues(slug: string, { variables }: Template, values: Values): void {
  const secret = new Set(variables.filter(({ isSensitive }) => isSensitive).map(({ name }) => name));
  try {
    sessionStorage.setItem(place(slug), JSON.stringify(Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name)))));
  } catch { /* no room, or a browser that keeps nothing: what is typed still stands on the page */ }
}

/** Those of variables that the template still has. */
export function keptValues(slug: string, { variables }: Template): Values {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(slug)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(variables.flatMap(({ name, isSensitive }) => { const value = (kept as Record<string, unknown>)[name]; return typeof value === 'string' && !isSensitive ? [[name, value]] : []; }));
  } catch {
    return {};
  }
}

export function forgetValues(slug: string): void {
  try { sessionStorage.removeItem(place(slug)); } catch { /* nothing was kept */ }
}
