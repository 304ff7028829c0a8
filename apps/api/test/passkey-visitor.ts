/** Somebody with a browser and a passkey before pages of ours. */
import { CookieJar, visit } from './sign-in-flow.js';
import { SoftwarePasskey } from './software-passkey.js';

export interface Heard { readonly status: number; readonly refusal?: string; readonly reference?: string; readonly to?: string; readonly ticket?: string; readonly options?: { readonly challenge: string } }
export interface Page { readonly status: number; readonly path: string; readonly html: string; readonly secret: string; readonly options: { readonly challenge: string } }

const UNESCAPED: Readonly<Record<string, string>> = { '&quot;': '"', '&amp;': '&', '&#39;': "'", '&lt;': '<', '&gt;': '>' };

export class PasskeyVisitor {
  readonly jar = new CookieJar();
  passkey: SoftwarePasskey;

  /** `origin` is where the server listens, `publicUrl` where it believes to be. */
  constructor(readonly origin: string, private readonly publicUrl: string) {
    this.passkey = new SoftwarePasskey(publicUrl);
  }

  async open(path: string): Promise<Page> {
    const response = await visit(this.jar, `${this.origin}${path}`);
    const html = await response.text();
    const options = /data-options="([^"]*)"/.exec(html)?.[1]?.replace(/&[^;]+;/g, (sign) => UNESCAPED[sign] ?? sign) ?? '{}';
    return { status: response.status, path, html, secret: (/id="secret">([^<]+)</.exec(html)?.[1] ?? '').replaceAll(' ', ''), options: JSON.parse(options) as { challenge: string } };
  }

  async send(path: string, body: object, headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' }): Promise<Heard> {
    const response = await fetch(`${this.origin}${path}`, { method: 'POST', redirect: 'manual', headers: { cookie: this.jar.header(), 'content-type': 'application/json', origin: this.publicUrl, ...headers }, body: JSON.stringify(body) });
    this.jar.keep(response);
    return { status: response.status, ...((await response.json()) as object) };
  }

  /** What `path` asks of a passkey. */
  async askedAt(path: string, body: object = {}): Promise<{ challenge: string }> {
    return (await this.send(path, body)).options ?? { challenge: '' };
  }
}
