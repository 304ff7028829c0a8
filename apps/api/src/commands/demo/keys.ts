/** Keys of the demo commons: the same name always makes the same key, so that a second run finds the rows of the first. */
import { createHash } from 'node:crypto';

export function keyFor(name: string): string {
  const hex = createHash('sha256').update(`passalong demo ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
