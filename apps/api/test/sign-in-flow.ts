/** Signs a demo person in over HTTP, as a browser without script would. */
import type { World } from './world.js';

/** A browser's cookies, by name; enough for one host. */
export class CookieJar {
  private readonly cookies = new Map<string, { value: string; path: string }>();

  header(path = '/'): string {
    return [...this.cookies].filter(([, cookie]) => path.startsWith(cookie.path)).map(([name, { value }]) => `${name}=${value}`).join('; ');
  }

  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const name = pair.slice(0, pair.indexOf('='));
      const of = (key: string): string | undefined => attributes.find((attribute) => attribute.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
      const expires = of('expires');
      if (of('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now())) this.cookies.delete(name);
      else this.cookies.set(name, { value: pair.slice(pair.indexOf('=') + 1), path: of('path') ?? '/' });
    }
  }
}

/** As a browser does that followed a link on a page of the same site, unless `from` says otherwise. */
export async function visit(jar: CookieJar, url: string, method = 'GET', from: 'same-origin' | 'cross-site' = 'same-origin'): Promise<Response> {
  const response = await fetch(url, { method, redirect: 'manual', headers: { cookie: jar.header(new URL(url).pathname), accept: 'text/html', 'sec-fetch-site': from } });
  jar.keep(response);
  return response;
}

/** Follows redirects until a page, or until the next address satisfies `stop`; returns where it ended. */
export async function follow(jar: CookieJar, url: string, stop: (next: string) => boolean = () => false, method = 'GET'): Promise<{ url: string; response: Response | null }> {
  let address = url;
  let verb = method;
  for (let hop = 0; hop < 15; hop += 1) {
    const response = await visit(jar, address, verb);
    const location = response.headers.get('location');
    if (location === null) return { url: address, response };
    address = new URL(location, address).href;
    verb = 'GET';
    if (stop(address)) return { url: address, response: null };
  }
  throw new Error(`Too many redirects from ${url}`);
}

/** Up to the callback address, which is returned and not yet visited. */
export async function reachCallback(jar: CookieJar, baseUrl: string, institutionSlug: string, subject: string, returnTo = '/'): Promise<string> {
  const chooser = await (await visit(jar, `${baseUrl}/auth/sign-in?institution=${institutionSlug}&return_to=${encodeURIComponent(returnTo)}`)).text();
  const link = new RegExp(`id="at-${institutionSlug}"><a class="[^"]*" href="([^"]+)"`).exec(chooser)?.[1]?.replaceAll('&amp;', '&');
  if (link === undefined) throw new Error(`No sign-in for ${institutionSlug} on the page.`);
  const who = await follow(jar, new URL(link, baseUrl).href);
  const html = (await who.response?.text()) ?? '';
  const action = `/people/${encodeURIComponent(subject)}"`;
  const button = [...html.matchAll(/formaction="([^"]+")/g)].map((match) => match[1] ?? '').find((candidate) => candidate.endsWith(action));
  if (button === undefined) throw new Error(`${subject} is not offered at ${who.url}.`);
  return (await follow(jar, new URL(button.slice(0, -1), baseUrl).href, (next) => next.includes('/callback?'), 'POST')).url;
}

/** The Cookie header of somebody signed in as this demo person. */
export async function signIn(baseUrl: string, institutionSlug: string, subject: string): Promise<string> {
  const jar = new CookieJar();
  const response = await visit(jar, await reachCallback(jar, baseUrl, institutionSlug, subject));
  if (response.status !== 303) throw new Error(`${subject} was not signed in: ${response.status} ${await response.text()}`);
  return jar.header();
}

/** The reference that a page of refusal shows. */
export async function referenceOf(refused: Response): Promise<string> {
  return /Reference:.*?<code>([^<]+)</s.exec(await refused.text())?.[1] ?? 'none';
}

/** Why this was refused, from the entry that its reference leads to. */
export async function faultOnRecord(world: World, refused: Response): Promise<string | undefined> {
  const [entry] = await world.rows<{ fault: string }>(`select coalesce(details ->> 'fault', details ->> 'reason') as fault from audit_entry where outcome = 'REFUSED' and reference = $1`, [await referenceOf(refused)]);
  return entry?.fault;
}
