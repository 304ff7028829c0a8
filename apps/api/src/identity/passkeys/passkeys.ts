/** What is asked of a passkey and how its answer is checked (WebAuthn). The site is the host of PUBLIC_URL, and the person must have been verified by their device. */
import {
  type AuthenticationResponseJSON, generateAuthenticationOptions, generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON, verifyAuthenticationResponse, verifyRegistrationResponse, type WebAuthnCredential,
} from '@simplewebauthn/server';

/** The browser's own limit; how long we wait is a matter of the challenge. */
const ASKED_FOR_MS = 5 * 60_000;

export interface Passkey { readonly id: string; readonly publicKey: Buffer; readonly counter: number }

/** One passkey a handle and site: made again on the same device, it replaces the one before. The handle stays there, and says nothing of anybody. */
export function askForNewPasskey(publicUrl: string, { handle, name }: { readonly handle: string; readonly name: string }): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: 'Passalong', rpID: new URL(publicUrl).hostname, userID: new Uint8Array(Buffer.from(handle)), userName: name, userDisplayName: name, timeout: ASKED_FOR_MS,
    attestationType: 'none', authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  });
}

/** Names nobody: the device offers the passkeys it has for the site. */
export function askForPasskey(publicUrl: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({ rpID: new URL(publicUrl).hostname, allowCredentials: [], timeout: ASKED_FOR_MS, userVerification: 'required' });
}

/** @throws where the answer is not to this challenge, site and kind of question, or the device verified nobody */
export async function checkNewPasskey(publicUrl: string, answer: unknown, challenge: string): Promise<Passkey> {
  const response = answer as RegistrationResponseJSON;
  const { verified, registrationInfo } = await verifyRegistrationResponse({ response, expectedChallenge: challenge, ...siteOf(publicUrl), requireUserVerification: true });
  if (!verified) throw new Error('the attestation does not hold');
  if (response.clientExtensionResults?.credProps?.rk === false) throw new Error('the device kept no passkey');
  const { id, publicKey, counter } = registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey), counter };
}

/** What the device counts now. @throws as above, and where it counts backwards: then there is a copy of it */
export async function checkPasskey(publicUrl: string, answer: unknown, { challenge, passkey }: { readonly challenge: string; readonly passkey: Passkey }): Promise<number> {
  const credential: WebAuthnCredential = { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter };
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({ response: answer as AuthenticationResponseJSON, expectedChallenge: challenge, credential, ...siteOf(publicUrl), requireUserVerification: true });
  if (!verified) throw new Error('the signature does not hold');
  return authenticationInfo.newCounter;
}

/** Which challenge an answer claims to be to; an empty text where it is no answer at all. */
export function challengeIn(answer: unknown): string {
  try {
    const { response: { clientDataJSON } } = answer as { response: { clientDataJSON: string } };
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}

/** Which passkey an answer claims to be of. */
export function passkeyIn(answer: unknown): string {
  const { id } = (answer ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : '';
}

function siteOf(publicUrl: string): { expectedOrigin: string; expectedRPID: string } {
  const { origin, hostname } = new URL(publicUrl);
  return { expectedOrigin: origin, expectedRPID: hostname };
}
