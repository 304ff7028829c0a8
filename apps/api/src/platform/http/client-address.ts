/** The address for which a request counts. */
import type { Request } from 'express';
import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';

/** What cannot be read counts as one client, so that a strange address gains nothing. */
const UNREADABLE = 'unreadable';
/** Some proxies add the port. */
const WITH_PORT = /^(?:\[([^\]]+)\]|([\d.]+)):\d{1,5}$/;

/** As far as the trusted proxies say (TRUSTED_PROXIES); otherwise of whoever connects. */
export const clientAddress = (request: Pick<Request, 'ip'>): string => addressOfClient(request.ip ?? '');

/** An IPv4 address as it is. Of an IPv6 address the first 64 bits: one household or one rented machine has all the others to choose from. */
export function addressOfClient(text: string): string {
  const [, six, four] = WITH_PORT.exec(text) ?? [];
  const bare = six ?? four ?? text;
  if (isIP(bare) === 0) return UNREADABLE;
  const address = ipaddr.process(bare);
  return address instanceof ipaddr.IPv6 ? `${address.parts.slice(0, 4).map((part) => part.toString(16)).join(':')}::/64` : address.toString();
}
