/** Hostile answers over OpenID Connect, by class. Each is refused; its twin, the same answer without the one fault, is accepted. */
import { CLIENT_ID, CLIENT_SECRET, type OidcForge, type Said } from './oidc-forge.js';

export interface OidcCase {
  readonly class: string;
  readonly name: string;
  readonly forgery?: (said: Said, forge: OidcForge) => void;
  readonly twin?: (said: Said, forge: OidcForge) => void;
  /** Changes the address that the browser brings back. */
  readonly callback?: (address: URL) => void;
}

const says = (kind: string, name: string, forgery: NonNullable<OidcCase['forgery']>, twin?: OidcCase['twin']): OidcCase => ({ class: kind, name, forgery, ...(twin ? { twin } : {}) });
const claim = (name: string, key: string, value: unknown, twin?: unknown): OidcCase => says('claim', name, (said) => { if (value === undefined) delete said.claims[key]; else said.claims[key] = value; }, twin === undefined ? undefined : (said) => { said.claims[key] = twin; });
const brings = (name: string, callback: (address: URL) => void): OidcCase => ({ class: 'callback', name, callback });
const breaks = (endpoint: string, name: string, status: number, body: string, type = 'application/json'): OidcCase => says('transport', `${endpoint}: ${name}`, (said) => {
  said.answers = (asked, response) => { if (asked !== endpoint) return false; response.writeHead(status, { 'content-type': type }).end(body); return true; };
});
const now = (): number => Math.floor(Date.now() / 1000);

export const OIDC_CASES: readonly OidcCase[] = [
  says('discovery', 'another issuer', (said) => { said.discovery['issuer'] = 'https://evil.example'; }),
  says('discovery', 'an issuer with a slash more', (said) => { said.discovery['issuer'] += '/'; }),
  says('discovery', 'no issuer', (said) => { delete said.discovery['issuer']; }),
  says('discovery', 'no address to sign in at', (said) => { delete said.discovery['authorization_endpoint']; }),
  says('discovery', 'no address of the token', (said) => { delete said.discovery['token_endpoint']; }),
  says('discovery', 'no address of the keys', (said) => { delete said.discovery['jwks_uri']; }),
  breaks('openid-configuration', 'broken', 500, '{}'),
  breaks('openid-configuration', 'a web page', 200, '<html></html>', 'text/html'),
  breaks('openid-configuration', 'half an object', 200, '{"issuer":'),
  breaks('token', 'an error', 400, '{"error":"invalid_grant"}'),
  breaks('token', 'broken', 500, 'oops', 'text/plain'),
  breaks('token', 'a web page', 200, '<html></html>', 'text/html'),
  breaks('token', 'a list', 200, '[]'),
  breaks('token', 'half an object', 200, '{"access_token":'),
  breaks('keys', 'broken', 500, '{}'),
  says('token', 'no access token', (said) => { delete said.token['access_token']; }),
  says('token', 'another kind of token', (said) => { said.token['token_type'] = 'mac'; }),
  says('token', 'no ID token', (said) => { said.idToken = () => undefined; }),
  says('token', 'an ID token that is none', (said) => { said.idToken = () => 'hello'; }),
  says('token', 'an ID token of two parts', (said) => { said.idToken = (token) => token.split('.').slice(0, 2).join('.'); }),
  says('token', 'an ID token of five parts', (said) => { said.idToken = (token) => `${token}.a.b`; }),
  says('signature', 'none at all', (said) => { said.header['alg'] = 'none'; said.signature = () => ''; }),
  says('signature', 'none, in capitals', (said) => { said.header['alg'] = 'NONE'; said.signature = () => ''; }),
  says('signature', 'empty', (said) => { said.signature = () => ''; }),
  says('signature', 'with our secret', (said, forge) => { said.header['alg'] = 'HS256'; said.signature = (input) => forge.hmac(input, CLIENT_SECRET); }),
  says('signature', 'with the public key as a secret', (said, forge) => { said.header['alg'] = 'HS256'; said.signature = (input) => forge.hmac(input, forge.key.publicKey.export({ type: 'spki', format: 'pem' }).toString()); }),
  says('signature', 'by another key', (said, forge) => { said.signature = (input) => forge.rsa(input, forge.otherKey.privateKey); }),
  says('signature', 'by another key that comes along in the header', (said, forge) => { said.header['jwk'] = forge.otherKey.publicKey.export({ format: 'jwk' }); said.signature = (input) => forge.rsa(input, forge.otherKey.privateKey); }),
  says('signature', 'by another key whose address is in the header', (said, forge) => { said.header['jku'] = 'https://evil.example/keys'; said.signature = (input) => forge.rsa(input, forge.otherKey.privateKey); }),
  says('signature', 'of another token', (said, forge) => { said.signature = (input) => forge.rsa(`${input}x`); }),
  says('signature', 'under the name of no key', (said) => { said.header['kid'] = 'k9'; }),
  says('signature', 'with a rule that we do not know', (said) => { said.header['crit'] = ['evil']; said.header['evil'] = true; }),
  says('signature', 'no keys', (said) => { said.keys = []; }),
  says('signature', 'a key for encryption', (said) => { said.keys = said.keys.map((key) => ({ ...key, use: 'enc' })); }),
  claim('another issuer', 'iss', 'https://evil.example'),
  claim('no issuer', 'iss', undefined),
  claim('another service', 'aud', 'somebody-else', [CLIENT_ID]),
  claim('no service', 'aud', undefined),
  claim('other services without us', 'aud', ['a', 'b']),
  says('claim', 'several services, for another', (said) => { said.claims['aud'] = [CLIENT_ID, 'other']; said.claims['azp'] = 'other'; }, (said) => { said.claims['aud'] = [CLIENT_ID, 'other']; said.claims['azp'] = CLIENT_ID; }),
  claim('for another service', 'azp', 'other', CLIENT_ID),
  claim('over', 'exp', now() - 600),
  claim('without an end', 'exp', undefined),
  claim('an end in words', 'exp', 'tomorrow'),
  claim('not yet', 'nbf', now() + 600, now() - 10),
  claim('without a beginning', 'iat', undefined),
  claim('no nonce', 'nonce', undefined),
  claim('another nonce', 'nonce', 'another'),
  claim('no subject', 'sub', undefined),
  claim('an empty subject', 'sub', ''),
  claim('a subject that is a number', 'sub', 42),
  claim('two subjects', 'sub', ['wren-okafor', 'vc']),
  claim('a subject with a letter that nobody sees', 'sub', 'wren\u200B-okafor'),
  claim('a subject of three thousand letters', 'sub', 'w'.repeat(3000)),
  claim('another tenant', 'tid', 'ffff'),
  claim('no tenant', 'tid', undefined),
  claim('the affiliation of another university', 'eduperson_scoped_affiliation', ['staff@aberwen.example'], ['Staff@Stonebeck.example']),
  claim('an affiliation that is an object', 'eduperson_scoped_affiliation', [{ staff: true }]),
  says('user info', 'of another person', (said) => { delete said.claims['name']; said.userInfo['sub'] = 'vc'; }, (said) => { delete said.claims['name']; }),
  says('user info', 'of nobody', (said) => { delete said.claims['name']; delete said.userInfo['sub']; }, (said) => { delete said.claims['name']; }),
  brings('no code', (address) => address.searchParams.delete('code')),
  brings('no state', (address) => address.searchParams.delete('state')),
  brings('another state', (address) => address.searchParams.set('state', 'another')),
  brings('two states', (address) => address.searchParams.append('state', 'another')),
  brings('two codes', (address) => address.searchParams.append('code', 'another')),
  brings('another issuer', (address) => address.searchParams.set('iss', 'https://evil.example')),
  brings('an error beside the code', (address) => address.searchParams.set('error', 'access_denied')),
];
