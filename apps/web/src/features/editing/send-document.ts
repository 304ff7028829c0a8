/** Sends a document, with which a draft begins. */
import type { ResourceKind } from '@passalong/domain';
import { msg } from '@lingui/core/macro';

export const LARGEST_DOCUMENT = 20 * 1024 * 1024;
const SLOWEST_MS = 120_000;

/** Stand in place of words where nobody at the other end has said any. */
export const NOT_SENT = {
  OFFLINE: msg`Nothing came back, so nothing was started. Try again when you are back online.`,
  TOO_LARGE: msg`This file is larger than 20 MB. Take the pictures out, or send it in parts.`,
  UNAUTHENTICATED: msg`You were signed out. Sign in again in another tab, then send the file once more.`,
} as const;
export type NotSent = keyof typeof NOT_SENT;

export interface SentProblem { readonly code: string; readonly message: string }
export type Sent = { readonly id: string; readonly problems: readonly [] } | { readonly id: null; readonly problems: readonly SentProblem[] };

const refused = (code: NotSent): Sent => ({ id: null, problems: [{ code, message: '' }] });

/** Never throws: what went wrong is a problem. */
export async function sendDocument(file: File, kind: ResourceKind, actingInstitutionId: string): Promise<Sent> {
  if (file.size > LARGEST_DOCUMENT) return refused('TOO_LARGE');
  const place = new URLSearchParams({ kind, name: file.name.slice(-200), acting: actingInstitutionId });
  try {
    const response = await fetch(`/documents?${place.toString()}`, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/octet-stream' }, body: file, signal: AbortSignal.timeout(SLOWEST_MS) });
    return (await response.json()) as Sent;
  } catch {
    return refused('OFFLINE');
  }
}
