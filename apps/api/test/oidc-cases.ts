/** Hostile answers over OpenID Connect, by class. Each is refused; its twin, the same answer without the one fault, is accepted. */
import type { AttributeFault } from '../src/identity/attributes/read-identity.js';
import type { OidcFaultCode } from '../src/identity/oidc/oidc-fault.js';
import type { Refusal } from '../src/identity/sign-in/sign-in.words.js';
import { CLIENT_ID, CLIENT_SECRET, type OidcForge, type Said } from './oidc-forge.js';

type Fault = OidcFaultCode | AttributeFault | Refusal;
export interface OidcCase {
  readonly class: string;
  readonly name: string;
  /** What is wrong with it, as it must stand on the record: a case that is refused for anything else shows nothing. */
  readonly fault: Fault;
  readonly forgery?: (said: Said, forge: OidcForge) => void;
  readonly twin?: (said: Said, forge: OidcForge) => void;
  /** Changes the address that the browser brings back. */
  readonly callback?: (address: URL) => void;
}

type Change = (said: Said, forge: OidcForge) => void;
const says = (kind: string, fault: Fault) => (name: string, forgery: Change, twin?: Change): OidcCase => ({ class: kind, name, fault, forgery, ...(twin ? { twin } : {}) });
const claim = (fault: Fault) => (name: string, key: string, value: unknown, twin?: unknown): OidcCase => says('claim', fault)(name, (said) => { if (value === undefined) delete said.claims[key]; else said.claims[key] = value; }, twin === undefined ? undefined : (said) => { said.claims[key] = twin; });
const brings = (fault: Fault) => (name: string, callback: (address: URL) => void): OidcCase => ({ class: 'callback', name, fault, callback });
const breaks = (endpoint: string, name: string, status: number, body: string, type = 'application/json', fault: Fault = 'PROVIDER_DOWN'): OidcCase => says('transport', fault)(`${endpoint}: ${name}`, (said) => {
  said.answers = (asked, response) => { if (asked !== endpoint) return false; response.writeHead(status, { 'content-type': type }).end(body); return true; };
});
const [elsewhere, undescribed] = [says('discovery', 'WRONG_ISSUER'), says('discovery', 'PROVIDER_DOWN')];
const [incomplete, unsupported] = [says('token', 'INCOMPLETE'), says('token', 'NOT_SUPPORTED')];
const [foreign, weak] = [says('signature', 'WRONG_KEY'), says('signature', 'WEAK_ALGORITHM')];
const [missing, otherIssuer, otherService, malformed, otherTenant] = [claim('INCOMPLETE'), claim('WRONG_ISSUER'), claim('WRONG_AUDIENCE'), claim('MALFORMED'), claim('WRONG_TENANT')];
const unasked = brings('NOT_BEGUN_HERE');
const now = (): number => Math.floor(Date.now() / 1000);

export const OIDC_CASES: readonly OidcCase[] = [
  elsewhere('another issuer', (said) => { said.discovery['issuer'] = 'https://evil.example'; }),
  elsewhere('an issuer with a slash more', (said) => { said.discovery['issuer'] += '/'; }),
  says('discovery', 'INCOMPLETE')('no issuer', (said) => { delete said.discovery['issuer']; }),
  undescribed('no address to sign in at', (said) => { delete said.discovery['authorization_endpoint']; }),
  undescribed('no address of the token', (said) => { delete said.discovery['token_endpoint']; }),
  undescribed('no address of the keys', (said) => { delete said.discovery['jwks_uri']; }),
  breaks('openid-configuration', 'broken', 500, '{}'),
  breaks('openid-configuration', 'a web page', 200, '<html></html>', 'text/html'),
  breaks('openid-configuration', 'half an object', 200, '{"issuer":'),
  breaks('token', 'an error', 400, '{"error":"invalid_grant"}', 'application/json', 'NO_TOKEN'),
  breaks('token', 'broken', 500, 'oops', 'text/plain'),
  breaks('token', 'a web page', 200, '<html></html>', 'text/html'),
  breaks('token', 'a list', 200, '[]', 'application/json', 'INCOMPLETE'),
  breaks('token', 'half an object', 200, '{"access_token":'),
  breaks('keys', 'broken', 500, '{}'),
  incomplete('no access token', (said) => { delete said.token['access_token']; }),
  unsupported('another kind of token', (said) => { said.token['token_type'] = 'mac'; }),
  incomplete('no ID token', (said) => { said.idToken = () => undefined; }),
  incomplete('an ID token that is none', (said) => { said.idToken = () => 'hello'; }),
  incomplete('an ID token of two parts', (said) => { said.idToken = (token) => token.split('.').slice(0, 2).join('.'); }),
  unsupported('an ID token of five parts', (said) => { said.idToken = (token) => `${token}.a.b`; }),
  weak('none at all', (said) => { said.header['alg'] = 'none'; said.signature = () => ''; }),
  weak('none, in capitals', (said) => { said.header['alg'] = 'NONE'; said.signature = () => ''; }),
  foreign('empty', (said) => { said.signature = () => ''; }),
  weak('with our secret', (said, forge) => { said.header['alg'] = 'HS256'; said.signature = (input) => forge.hmac(input, CLIENT_SECRET); }),
  weak('with the public key as a secret', (said, forge) => { said.header['alg'] = 'HS256'; said.signature = (input) => forge.hmac(input, forge.key.publicKey.export({ type: 'spki', format: 'pem' }).toString()); }),
  foreign('by another key', (said, forge) => { said.signature = (input) => forge.rsa(input, forge.otherKey.privateKey); }),
  foreign('by another key that comes along in the header', (said, forge) => { said.header['jwk'] = forge.otherKey.publicKey.export({ format: 'jwk' }); said.signature = (input) => forge.rsa(input, forge.otherKey.privateKey); }),
  foreign('by another key whose address is in the header', (said, forge) => { said.header['jku'] = 'https://evil.example/keys'; said.signature = (input) => forge.rsa(input, forge.otherKey.privateKey); }),
  foreign('of another token', (said, forge) => { said.signature = (input) => forge.rsa(`${input}x`); }),
  foreign('under the name of no key', (said) => { said.header['kid'] = 'k9'; }),
  says('signature', 'NOT_SUPPORTED')('with a rule that we do not know', (said) => { said.header['crit'] = ['evil']; said.header['evil'] = true; }),
  foreign('no keys', (said) => { said.keys = []; }),
  foreign('a key for encryption', (said) => { said.keys = said.keys.map((key) => ({ ...key, use: 'enc' })); }),
  otherIssuer('another issuer', 'iss', 'https://evil.example'),
  missing('no issuer', 'iss', undefined),
  otherService('another service', 'aud', 'somebody-else', [CLIENT_ID]),
  missing('no service', 'aud', undefined),
  otherService('other services without us', 'aud', ['a', 'b']),
  says('claim', 'WRONG_AUDIENCE')('several services, for another', (said) => { said.claims['aud'] = [CLIENT_ID, 'other']; said.claims['azp'] = 'other'; }, (said) => { said.claims['aud'] = [CLIENT_ID, 'other']; said.claims['azp'] = CLIENT_ID; }),
  otherService('for another service', 'azp', 'other', CLIENT_ID),
  claim('EXPIRED')('over', 'exp', now() - 600),
  missing('without an end', 'exp', undefined),
  missing('an end in words', 'exp', 'tomorrow'),
  claim('NOT_YET_VALID')('not yet', 'nbf', now() + 600, now() - 10),
  missing('without a beginning', 'iat', undefined),
  missing('no nonce', 'nonce', undefined),
  claim('WRONG_REQUEST')('another nonce', 'nonce', 'another'),
  missing('no subject', 'sub', undefined),
  malformed('an empty subject', 'sub', ''),
  missing('a subject that is a number', 'sub', 42),
  missing('two subjects', 'sub', ['wren-okafor', 'vc']),
  malformed('a subject with a letter that nobody sees', 'sub', 'wren\u200B-okafor'),
  malformed('a subject of three thousand letters', 'sub', 'w'.repeat(3000)),
  otherTenant('another tenant', 'tid', 'ffff'),
  otherTenant('no tenant', 'tid', undefined),
  claim('FOREIGN_SCOPE')('the affiliation of another university', 'eduperson_scoped_affiliation', ['staff@aberwen.example'], ['Staff@Stonebeck.example']),
  claim('STRANGE_CLAIM')('an affiliation that is an object', 'eduperson_scoped_affiliation', [{ staff: true }]),
  says('user info', 'WRONG_PERSON')('of another person', (said) => { delete said.claims['name']; said.userInfo['sub'] = 'vc'; }, (said) => { delete said.claims['name']; }),
  says('user info', 'INCOMPLETE')('of nobody', (said) => { delete said.claims['name']; delete said.userInfo['sub']; }, (said) => { delete said.claims['name']; }),
  brings('INCOMPLETE')('no code', (address) => address.searchParams.delete('code')),
  unasked('no state', (address) => address.searchParams.delete('state')),
  unasked('another state', (address) => address.searchParams.set('state', 'another')),
  unasked('two states', (address) => address.searchParams.append('state', 'another')),
  brings('INCOMPLETE')('two codes', (address) => address.searchParams.append('code', 'another')),
  brings('WRONG_ISSUER')('another issuer', (address) => address.searchParams.set('iss', 'https://evil.example')),
  brings('DECLINED')('an error beside the code', (address) => address.searchParams.set('error', 'access_denied')),
];
