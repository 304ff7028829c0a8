/** The letter that a careers service sends to its IT colleagues: everything they need, in the order in which they need it. */
import { ATTRIBUTES, type AttributeName } from '../attributes/attribute-names.js';
import type { ServiceDetails } from './set-up.type.js';

export interface LetterFacts {
  readonly institution: string;
  readonly protocol: 'SAML' | 'OIDC';
  readonly service: ServiceDetails;
  readonly publicUrl: string;
  readonly operator: Readonly<Record<string, string>>;
  readonly testAddress: string;
}

/** What is asked for, and why: data protection officers read this. */
const ASKED: readonly { readonly names: readonly AttributeName[]; readonly why: string }[] = [
  { names: ['subjectId', 'pairwiseId'], why: 'one of them, to know the same person again; never shown to anybody' },
  { names: ['eduPersonScopedAffiliation'], why: 'to let staff in, and nobody else' },
  { names: ['displayName'], why: 'so that colleagues see whose work they read (may be left out)' },
];

export function letterToIt({ institution, protocol, service, publicUrl, operator, testAddress }: LetterFacts): string {
  const contact = operator['contact'];
  return [
    `Subject: Sign-in to Passalong for the careers service of ${institution}`, '',
    'Dear colleagues,', '',
    'our careers service would like to take part in Passalong, where university careers services share how they work. Its people sign in through your identity provider; Passalong never sees a password. We need about an hour of your time.', '',
    ...(protocol === 'SAML' ? SAML(service) : OIDC(service)), '',
    '2. Please release these attributes to it, and no others:',
    ...ASKED.map(({ names, why }) => `   - ${names.map((name) => named(name, protocol)).join(' or ')}: ${why}`), '',
    '3. What happens to them: the identifier and the name are kept while the person has an account; the affiliation is looked at once and not kept. Nothing is passed on.',
    `   Privacy notice: ${publicUrl}/privacy`, '',
    '4. Then try it out. The page shows what came and what was expected, and names the fix; nobody is signed in by a test:',
    `   ${publicUrl}${testAddress}`,
    '   It opens in a browser that has followed the set-up link we send you separately, or for an administrator of ours.', '',
    ...(contact === undefined ? [] : [`Questions about Passalong itself: ${contact}`, '']),
    'With kind regards', '',
  ].join('\n');
}

const SAML = ({ entityId, answerAddress, metadataAddress }: ServiceDetails): string[] => [
  '1. Please add this service to your SAML 2.0 identity provider:',
  `   Metadata: ${metadataAddress ?? ''}`, `   entityID: ${entityId ?? ''}`, `   Assertion consumer service (HTTP-POST): ${answerAddress ?? ''}`,
  '   Assertions must be signed with RSA-SHA256 or better; encryption is welcome. Then send us your metadata, or its address.',
];

const OIDC = ({ redirectAddress }: ServiceDetails): string[] => [
  '1. Please register an application at your OpenID Connect provider:',
  '   Type: web, authorisation code with PKCE (S256), client secret', `   Redirect address: ${redirectAddress ?? ''}`,
  '   Then send us the issuer, the client id and the secret, the secret by a safe way.',
];

function named(attribute: AttributeName, protocol: 'SAML' | 'OIDC'): string {
  const names: readonly string[] = ATTRIBUTES[attribute].names;
  return protocol === 'SAML' ? `${attribute} (${names[0] ?? ''})` : (names.at(-1) ?? attribute);
}
