// Where a channel that shortens links finds them in plain text.

export interface Span {
  /** UTF-16 units from the start of the text. */
  readonly start: number;
  /** The first unit that no longer belongs to it. */
  readonly end: number;
}

/** Letters that an address may hold unescaped; other scripts end it, as they do on X. */
const PATH = String.raw`[/?][\p{Script=Latin}\p{Script=Cyrillic}0-9!*'();:=+,.$/%#\[\]–_~@|&?-]*`;
/** Every repetition has a bound and begins where no word goes on, so that no text takes the square of its length. */
const WITH_SCHEME = String.raw`https?:\/\/(?:[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]{0,62}\.){1,12}\p{L}[\p{L}\p{M}]{1,62}`;
const ALONE = String.raw`(?<![a-z0-9@＠$#＃_./-])(?<host>(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,12}[a-z]{2,24})(?![a-z0-9@+-])`;
const LINK = new RegExp(String.raw`(?:${WITH_SCHEME}|${ALONE})(?::\d{1,5})?(?<path>${PATH})?`, 'giu');
/** What ends a sentence does not belong to the address, nor does a bracket that was opened before it. */
const CLOSING = /[.,;:!?'()[\]]$/;
/**
 * Endings that make a link without a scheme; a country code does so with two names before it, or with a path after it. X knows every ending
 * there is; these are the ones that careers services write. A name with another ending counts letter by letter here.
 */
const ENDINGS: ReadonlySet<string> = new Set(['com', 'org', 'net', 'edu', 'gov', 'int', 'info', 'biz', 'name', 'pro', 'jobs', 'careers', 'career', 'app', 'dev', 'cymru', 'wales', 'scot', 'london', 'academy', 'education', 'university', 'college', 'school', 'online', 'site', 'website', 'blog', 'link', 'page', 'news', 'social', 'work', 'training', 'events', 'community', 'agency', 'cloud', 'tech', 'store', 'shop', 'live', 'video']);
const SHORT_HOSTS: ReadonlySet<string> = new Set(['t.co']);

/**
 * The links of a text, in order. After http:// or https:// every host of at least two names is one. Source: the twitter-text library with its
 * conformance tests (`extract.yml`, `validate.yml`), but for its list of all endings. Takes time in proportion to the text.
 */
export function linksIn(text: string): readonly Span[] {
  if (!text.includes('.')) return [];
  return [...text.matchAll(LINK)].filter(({ groups }) => isLink(groups?.['host']?.toLowerCase(), groups?.['path'] !== undefined))
    .map(({ 0: link, index }) => ({ start: index, end: index + withoutClosing(link).length }));
}

/** @param host the host of a link without a scheme; nothing where there is one */
function isLink(host: string | undefined, hasPath: boolean): boolean {
  if (host === undefined) return true;
  const names = host.split('.');
  const ending = names.at(-1) ?? '';
  return ENDINGS.has(ending) || SHORT_HOSTS.has(host) || (ending.length === 2 && (hasPath || names.length > 2));
}

function withoutClosing(link: string): string {
  let unopened = -[...link].reduce((depth, character) => depth + (character === '(' ? 1 : character === ')' ? -1 : 0), 0);
  let end = link.length;
  while (CLOSING.test(link.slice(end - 1, end)) && !(link[end - 1] === ')' && unopened <= 0)) {
    if (link[end - 1] === ')') unopened -= 1;
    end -= 1;
  }
  return link.slice(0, end);
}
