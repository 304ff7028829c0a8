/** The response around the assertion: its kind, status, issuer, destination and the request it answers. */
import type { SamlFaultCode } from '../../src/identity/saml/saml-fault.js';
import type { SamlCase } from '../saml-cases.js';
import { type Answer, ISO, type Party } from '../saml-forge.js';
import type { Provider } from '../saml-party.js';

const says = (kind: string, fault: SamlFaultCode) => (name: string, answer: (answer: Answer, party: Party, provider: Provider) => void, twin?: (answer: Answer) => void): SamlCase => ({ class: kind, name, fault, hostile: { answer }, ...(twin ? { twin: { answer: twin } } : {}) });
const [version, issuer, destination, request] = [says('version', 'WRONG_VERSION'), says('issuer', 'WRONG_ISSUER'), says('destination', 'WRONG_DESTINATION'), says('request', 'WRONG_REQUEST')];
const [late, early, timeless] = [says('time', 'EXPIRED'), says('time', 'NOT_YET_VALID'), says('time', 'BAD_TIME')];
const turned = (name: string, message: (xml: string) => string): SamlCase => ({ class: 'root', name, fault: 'NOT_A_RESPONSE', hostile: { message } });
const status = (name: string, xml: string): SamlCase => says('status', 'NO_SUCCESS')(name, (answer) => { answer.status = xml; });
const code = (value: string, inner = ''): string => `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${value}">${inner}</samlp:StatusCode>`;
const MINUTE = 60_000;

export const MESSAGE_CASES: readonly SamlCase[] = [
  turned('a logout response', (xml) => xml.replaceAll('samlp:Response', 'samlp:LogoutResponse')),
  turned('a request', (xml) => xml.replaceAll('samlp:Response', 'samlp:AuthnRequest')),
  turned('an artifact response', (xml) => xml.replaceAll('samlp:Response', 'samlp:ArtifactResponse')),
  turned('the protocol of SAML 1.1', (xml) => xml.replace('SAML:2.0:protocol', 'SAML:1.0:protocol')),
  turned('no namespace', (xml) => xml.replace('<samlp:Response xmlns:samlp', '<Response xmlns:samlp').replace('</samlp:Response>', '</Response>')),
  turned('the assertion alone', (xml) => /<saml:Assertion.*<\/saml:Assertion>/s.exec(xml)?.[0] ?? ''),
  turned('the response inside another element', (xml) => `<soap xmlns="urn:soap">${xml}</soap>`),
  version('a response of version 1.1', (answer) => { answer.version = '1.1'; }),
  version('a response of no version', (answer) => { answer.version = null; }),
  status('the requester failed', `<samlp:Status>${code('Requester')}</samlp:Status>`),
  status('the responder failed', `<samlp:Status>${code('Responder', code('AuthnFailed'))}</samlp:Status>`),
  status('nobody was there', `<samlp:Status>${code('Responder', code('NoPassive'))}</samlp:Status>`),
  status('success only within a failure', `<samlp:Status>${code('Responder', code('Success'))}</samlp:Status>`),
  status('success in other letters', `<samlp:Status>${code('success')}</samlp:Status>`),
  status('success and failure', `<samlp:Status>${code('Success')}${code('Requester')}</samlp:Status>`),
  status('two statuses', `<samlp:Status>${code('Success')}</samlp:Status><samlp:Status>${code('Success')}</samlp:Status>`),
  status('no status', ''),
  status('a status without a code', '<samlp:Status/>'),
  issuer('a response of another issuer', (answer) => { answer.responseIssuer = 'https://idp.evil.example/'; }, (answer) => { answer.responseIssuer = null; }),
  issuer('a response issuer with a slash more', (answer) => { answer.responseIssuer += '/'; }),
  issuer('an assertion of another issuer', (answer) => { answer.assertion.issuer = '<saml:Issuer>https://idp.evil.example/</saml:Issuer>'; }),
  issuer('an assertion issuer in capitals', (answer, { issuer }) => { answer.assertion.issuer = `<saml:Issuer>${issuer.toUpperCase()}</saml:Issuer>`; }),
  issuer('an assertion issuer with a space', (answer, { issuer }) => { answer.assertion.issuer = `<saml:Issuer> ${issuer}</saml:Issuer>`; }),
  issuer('two assertion issuers', (answer) => { answer.assertion.issuer += '<saml:Issuer>https://idp.evil.example/</saml:Issuer>'; }),
  issuer('an issuer that is a person', (answer, { issuer }) => { answer.assertion.issuer = `<saml:Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">${issuer}</saml:Issuer>`; }, (answer) => { answer.assertion.issuer = answer.assertion.issuer.replace('<saml:Issuer>', '<saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">'); }),
  issuer('an issuer with an element in it', (answer, { issuer }) => { answer.assertion.issuer = `<saml:Issuer>${issuer}<b/></saml:Issuer>`; }),
  issuer('an issuer qualified by another', (answer, { issuer }) => { answer.assertion.issuer = `<saml:Issuer NameQualifier="evil">${issuer}</saml:Issuer>`; }),
  destination('no destination', (answer) => { answer.destination = null; }),
  destination('another site', (answer) => { answer.destination = 'https://evil.example/acs'; }),
  destination('another university at this site', (answer, _party, { id }) => { answer.destination = answer.destination?.replace(id, id.replace(/^./, 'f')) ?? null; }),
  destination('a slash more', (answer) => { answer.destination += '/'; }),
  destination('a query more', (answer) => { answer.destination += '?x=1'; }),
  destination('https instead of http', (answer) => { answer.destination = answer.destination?.replace('http:', 'https:') ?? null; }),
  request('an answer that nobody asked for', (answer) => { answer.inResponseTo = null; }),
  request('a request that we never made', (answer) => { answer.inResponseTo = '_0123456789abcdef'; }),
  request('a response to one request, an assertion to another', (answer) => { answer.assertion.confirmations.forEach((each) => { each.inResponseTo = '_0123456789abcdef'; }); }),
  request('an assertion that answers nothing', (answer) => { answer.assertion.confirmations.forEach((each) => { each.inResponseTo = null; }); }),
  request('an empty request id', (answer) => { answer.inResponseTo = ''; }),
  late('a response of ten minutes ago', (answer) => { answer.instant = ISO(-10 * MINUTE); }, (answer) => { answer.instant = ISO(-2 * MINUTE); }),
  early('a response of the future', (answer) => { answer.instant = ISO(4 * MINUTE); }, (answer) => { answer.instant = ISO(2 * MINUTE); }),
  timeless('a response without a time', (answer) => { answer.instant = null; }),
  timeless('a response time in words', (answer) => { answer.instant = 'now'; }),
  timeless('a response time of another zone', (answer) => { answer.instant = ISO().replace('Z', '+01:00'); }),
  timeless('a month of thirteen', (answer) => { answer.instant = ISO().replace(/-\d\d-/, '-13-'); }),
];
