/** Every way in which a test can fail: what happened, and what mends it, in words for whoever sets sign-in up. */
import type { AttributeFault } from '../attributes/read-identity.js';
import type { OidcFaultCode } from '../oidc/oidc-fault.js';
import type { SamlFaultCode } from '../saml/saml-fault.js';
import type { NotWelcome } from '../sign-in/entrance.js';

export type TestFault = AttributeFault | NotWelcome | SamlFaultCode | OidcFaultCode | 'BROKEN';
interface Words { readonly happened: string; readonly fix: string }

const CLOCK = 'Set the clock of your provider by a time service (NTP), then test again.';
const SERVICE = 'Give your provider our metadata again: it names the addresses that it must use.';
const RARE = 'Test again. If it comes back, send the reference of this test to whoever runs this installation.';
const UNSAFE: Words = { happened: 'The answer is not plain, well-formed SAML.', fix: 'Look whether something between your provider and the browser changes the answer. Then test again.' };
const tooOld = (happened: string): Words => ({ happened, fix: CLOCK });

export const TEST_FAULTS: Readonly<Record<TestFault, Words>> = {
  NO_SUBJECT: { happened: 'Your provider sent nothing that names the person for good.', fix: 'Release “subject-id” to Passalong; “pairwise-id” or eduPersonPrincipalName will do as well.' },
  FOREIGN_SCOPE: { happened: 'An identifier or a role came under a domain that is not on your list.', fix: 'If the domain is yours, add it under “Domains”. If not, release the value with your own domain.' },
  SEVERAL_VALUES: { happened: 'An identifier that must be single came with several values.', fix: 'Release exactly one value for it.' },
  MALFORMED: { happened: 'A value came in a form that no standard describes.', fix: 'Release it as value@your-domain, in plain letters and without blanks.' },
  NO_AFFILIATION: { happened: 'Your provider did not say what the person is at your university.', fix: 'Release eduPersonScopedAffiliation to Passalong. Without it nobody can be told from a student.' },
  STUDENT: { happened: 'Everything works, but whoever tested is a student.', fix: 'Let a member of staff test.' },
  NOT_STAFF: { happened: 'Everything works, but whoever tested is not staff, employee or faculty.', fix: 'Let a member of staff test, or look which affiliation your provider gives them.' },
  TOO_LARGE: { happened: 'The answer is larger than any sign-in needs.', fix: 'Release only the attributes that we ask for.' },
  TOO_DEEP: UNSAFE, NOT_BASE64: UNSAFE, NOT_XML: UNSAFE, FORBIDDEN_XML: UNSAFE, REPEATED_ID: UNSAFE, WRONG_VERSION: UNSAFE,
  NOT_A_RESPONSE: { happened: 'Your provider sent something that is no answer to a sign-in.', fix: SERVICE },
  NO_SUCCESS: { happened: 'Your provider answered that it did not sign the person in.', fix: 'Its own log says why: often it does not know our service yet, or the person may not use it.' },
  WRONG_ISSUER: { happened: 'The answer came from another provider than the one you set up.', fix: 'Use the metadata, or the issuer, of the provider that really signs people in. It must be the same to the letter.' },
  WRONG_DESTINATION: { happened: 'The answer was meant for another address than ours.', fix: SERVICE },
  WRONG_RECIPIENT: { happened: 'The answer was meant for another address than ours.', fix: SERVICE },
  WRONG_REQUEST: { happened: 'The answer belongs to another sign-in than the one that was begun here.', fix: 'Begin from this page, in this browser, and do not use a bookmark of your provider.' },
  WRONG_AUDIENCE: { happened: 'The answer was made for another service.', fix: 'Enter our entityID, or the client id, at your provider exactly as it stands under “What to enter there about us”.' },
  NOT_ONE_ASSERTION: { happened: 'The answer does not hold exactly one assertion.', fix: 'Let your provider send one assertion for one person.' },
  NOT_SIGNED: { happened: 'The answer is not signed.', fix: 'Let your provider sign the assertion, with RSA-SHA256 or better.' },
  WEAK_ALGORITHM: { happened: 'The answer is signed or encrypted in a way that is no longer safe.', fix: 'Let your provider sign with RSA-SHA256 or better, and not with SHA-1 or a shared secret.' },
  NOT_ENCRYPTED: { happened: 'The assertion came without encryption, which you asked for.', fix: 'Let your provider encrypt for the certificate in our metadata, or take the tick away above.' },
  NOT_DECRYPTED: { happened: 'We could not open the encrypted assertion.', fix: 'Give your provider our metadata again: it may hold another certificate of ours.' },
  NOT_VERIFIED: { happened: 'The answer was not signed by the certificate that we know of your provider.', fix: 'Paste the current metadata of your provider: it may have changed its certificate.' },
  NOT_BEARER: { happened: 'The assertion does not say whom it may be used by.', fix: 'Let your provider send a bearer confirmation, as for web browser sign-on.' },
  NO_CONDITIONS: { happened: 'The assertion states no conditions.', fix: 'Let your provider send Conditions with an audience and times.' },
  UNKNOWN_CONDITION: { happened: 'The assertion states a condition that we do not know, so we may not ignore it.', fix: 'Let your provider leave conditions of its own out for Passalong.' },
  NO_SIGN_IN_STATEMENT: { happened: 'The assertion does not say when the person signed in.', fix: 'Let your provider send an AuthnStatement.' },
  BAD_TIME: tooOld('A time in the answer cannot be read.'), EXPIRED: tooOld('The answer was too old when it arrived.'), NOT_YET_VALID: tooOld('The answer was made in the future, by our clock.'),
  STALE_SIGN_IN: { happened: 'The person signed in at your provider too long ago.', fix: 'Sign out at your provider, then test again.' },
  REPEATED_ATTRIBUTE: { happened: 'One attribute came twice, under two names.', fix: 'Release it once.' },
  STRANGE_ATTRIBUTE: { happened: 'An attribute came with something else than text.', fix: 'Release it as plain text.' },
  PROVIDER_DOWN: { happened: 'Your provider did not answer us, or not as OpenID Connect asks.', fix: 'Open the issuer’s address followed by /.well-known/openid-configuration: it must show a document, from outside your network too.' },
  NOT_SECURE: { happened: 'Your provider is not on https.', fix: 'Give the address that begins with https://.' },
  WRONG_SECRET: { happened: 'Your provider did not accept our client id and secret.', fix: 'Copy both again from your provider. A secret may have expired.' },
  NO_TOKEN: { happened: 'Your provider gave us no token for the code that it had sent.', fix: 'Its own log says why. Often the redirect address is not the one that it knows.' },
  INCOMPLETE: { happened: 'The answer lacks something that OpenID Connect demands, or says it in another form.', fix: 'Let your provider answer with an access token and an ID token, which holds at least iss, sub, aud, exp, iat and nonce.' },
  NOT_SUPPORTED: { happened: 'The answer uses a part of OpenID Connect that we do not know, so we may not ignore it.', fix: 'Let your provider send bearer tokens, and ID tokens that are signed and not encrypted.' },
  WRONG_KEY: { happened: 'The ID token is not signed by a key that your provider publishes.', fix: 'Look whether the key set of your provider (jwks_uri) holds the key with which it signs now.' },
  WRONG_PERSON: { happened: 'The user info is of another person than the ID token.', fix: 'Let your provider answer for the access token with which it is asked.' },
  WRONG_TENANT: { happened: 'The person belongs to another tenant than yours.', fix: 'Enter the id of your own tenant, and let one of its people test.' },
  STRANGE_CLAIM: { happened: 'A claim came with something else than text, or under two names.', fix: 'Release it once, as text or a list of texts.' },
  DECLINED: { happened: 'Your provider sent the browser back without signing the person in.', fix: 'Look into its log: perhaps somebody cancelled, or the person may not use this service.' },
  BROKEN: { happened: 'Something went wrong that we have no words for.', fix: RARE },
};

export const isTestFault = (code: string): code is TestFault => Object.hasOwn(TEST_FAULTS, code);
