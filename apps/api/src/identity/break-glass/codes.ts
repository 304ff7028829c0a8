/** One-time codes of an authenticator app (RFC 6238): six digits, a new one every half minute. */
import { Secret, TOTP } from 'otpauth';
import type { Place } from '../../platform/sealing/sealer.js';

const SECONDS = 30;
/** A code of the half minute before or after is accepted too: clocks differ, and typing takes time. */
const STEPS_ASIDE = 1;
/** 160 bits, as the RFC recommends. */
const SECRET_BYTES = 20;

/** Where the secret of a person is kept, also while they enrol. */
export const codesAt = (personId: string): Place => ({ purpose: 'break-glass codes', row: personId });

/** A new secret, in base 32. */
export const newCodeSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator app reads: from a link, or from a picture of it. */
export const codeAddress = (secret: string, label: string): string => totp(secret, label).toString();

/** The half minute, counted from 1970, whose code this is; null where it is none of those that are accepted at `now` (milliseconds). */
export function stepOfCode(secret: string, code: string, now: number = Date.now()): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const aside = totp(secret).validate({ token: digits, timestamp: now, window: STEPS_ASIDE });
  return aside === null ? null : Math.floor(now / (SECONDS * 1000)) + aside;
}

const totp = (secret: string, label = ''): TOTP => new TOTP({ issuer: 'Passalong', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: SECONDS });
