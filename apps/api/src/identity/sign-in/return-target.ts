/** Where somebody wanted to be before they signed in. Only a path of this site will do. */
const LONGEST = 2_000;

/** The path, `/` where none was given, or null where it could lead elsewhere. */
export function readReturnTarget(value: unknown): string | null {
  if (value === undefined || value === '') return '/';
  if (typeof value !== 'string' || value.length > LONGEST) return null;
  // Browsers read a backslash as a slash and skip tabs and line ends, so `/\evil` and `/<tab>/evil` name another host.
  if (!/^\/(?!\/)/.test(value) || /[\\\p{Cc}]/u.test(value)) return null;
  const base = 'https://here.invalid';
  return URL.canParse(value, base) && new URL(value, base).origin === base ? value : null;
}
