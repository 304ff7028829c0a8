/** Asks an address that somebody typed: https only, on the public internet only, small, soon, and without being led elsewhere. */
import { lookup } from 'node:dns/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

export interface OutsideLimits { readonly milliseconds: number; readonly bytes: number }
export interface OutsideRequest { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | null }
export interface OutsideAnswer { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }

/** Addresses that are not of the public internet: this machine, local networks, the cloud's own services. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]] as const) PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [['::', 128], ['::1', 128], ['64:ff9b::', 96], ['100::', 64], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) PRIVATE.addSubnet(network, prefix, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPublicAddress(mapped);
  return family !== 0 && !PRIVATE.check(address, family === 4 ? 'ipv4' : 'ipv6') && !/^::ffff:/i.test(address);
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

async function publicAddress(host: string): Promise<{ address: string; family: number }> {
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true }).catch(() => []);
  const [first] = found;
  if (first === undefined) throw new Error(`Nobody knows the host ${host}.`);
  if (!found.every((each) => isPublicAddress(each.address))) throw new Error(`${host} is not on the public internet.`);
  return first;
}

/** Why nothing may be asked of this address, in words for the person who typed it; null where it may. */
export async function hostProblem(url: URL): Promise<string | null> {
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return 'The address must begin with https:// and name nobody.';
  return publicAddress(hostOf(url)).then(() => null, (error: unknown) => (error instanceof Error ? error.message : 'It cannot be reached.'));
}

/**
 * What an address answers, whatever its status. The host is looked up once, and the address that was looked at is the one that is used: a
 * name could be answered differently a moment later.
 * @throws Error in words for the person who typed it.
 */
export async function askOutside(address: string, asked: OutsideRequest, { milliseconds, bytes }: OutsideLimits): Promise<OutsideAnswer> {
  if (!URL.canParse(address)) throw new Error('That is not a web address.');
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') throw new Error('The address must begin with https:// and name nobody.');
  const host = hostOf(url);
  const first = await publicAddress(host);
  const pinned: LookupFunction = (_host, options, done) => { if (options.all === true) done(null, [first]); else done(null, first.address, first.family); };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: asked.method ?? 'GET', lookup: pinned, signal: AbortSignal.timeout(milliseconds), headers: { ...asked.headers, 'accept-encoding': 'identity' } }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > bytes) sent.destroy(new Error(`${host} sent more than ${Math.ceil(bytes / 1_000_000)} MB.`));
        else chunks.push(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
      response.on('error', reject);
    });
    sent.on('error', (error) => reject(error.name === 'AbortError' || error.name === 'TimeoutError' ? new Error(`${host} did not answer in time.`) : error));
    sent.end(asked.body ?? undefined);
  });
}

/**
 * The text at an address.
 * @throws Error in words for the person who typed it.
 */
export async function fetchOutside(address: string, limits: OutsideLimits): Promise<string> {
  const { status, text } = await askOutside(address, { headers: { accept: 'application/samlmetadata+xml, application/xml, application/json' } }, limits);
  if (status !== 200) throw new Error(`${new URL(address).hostname} answered ${status}.`);
  return text;
}
