/** What a signed assertion says: for whom, for whose eyes, for how long, about whom. */
import type { AttributeFault } from '../../src/identity/attributes/read-identity.js';
import type { SamlFaultCode } from '../../src/identity/saml/saml-fault.js';
import type { SamlCase } from '../saml-cases.js';
import { type Answer, BEARER, ISO, SCOPED_AFFILIATION, SUBJECT_ID, type Party } from '../saml-forge.js';
import type { Provider } from '../saml-party.js';

type Said = Answer['assertion'];
type Change = (said: Said, party: Party, provider: Provider) => void;
const says = (kind: string, fault: SamlFaultCode | AttributeFault) => (name: string, change: Change, twin?: Change): SamlCase => ({
  class: kind, name, fault, hostile: { answer: (answer, party, provider) => change(answer.assertion, party, provider) },
  ...(twin ? { twin: { answer: (answer, party, provider) => twin(answer.assertion, party, provider) } } : {}),
});
const [audience, recipient, subject] = [says('audience', 'WRONG_AUDIENCE'), says('recipient', 'WRONG_RECIPIENT'), says('subject', 'NO_SUBJECT')];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
type Confirm = (confirmation: Said['confirmations'][number]) => void;
const confirmed = (fault: SamlFaultCode) => (name: string, change: Confirm, twin?: Confirm): SamlCase => says('confirmation', fault)(name, (said) => said.confirmations.forEach(change), twin && ((said) => said.confirmations.forEach(twin)));
const unconfirmed = confirmed('NOT_BEARER');
const releases = (fault: SamlFaultCode | AttributeFault, attribute: string) => (name: string, values: readonly string[], twin?: readonly string[]): SamlCase => {
  const set = (to: readonly string[]) => (said: Said): void => { said.attributes = said.attributes.map((each) => (each.name === attribute ? { ...each, values: to } : each)); };
  return says('attribute', fault)(name, set(values), twin && set(twin));
};
const [foreign, malformed, otherRole] = [releases('FOREIGN_SCOPE', SUBJECT_ID), releases('MALFORMED', SUBJECT_ID), releases('FOREIGN_SCOPE', SCOPED_AFFILIATION)];
const nameless = says('attribute', 'NO_SUBJECT');
const nameId = (attributes: string, value: string): string => `<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"${attributes}>${value}</saml:NameID>`;
const withoutSubject = (said: Said): void => { said.attributes = said.attributes.filter(({ name }) => name !== SUBJECT_ID); };

export const STATEMENT_CASES: readonly SamlCase[] = [
  audience('no restriction', (said) => { said.audiences = []; }),
  audience('another service', (said) => { said.audiences = [['https://evil.example/sp']]; }),
  audience('another university of ours', (said, _party, { id }) => { said.audiences = [[said.audiences[0]?.[0]?.replace(id, id.replace(/^./, 'f')) ?? '']]; }),
  audience('us and another', (said, { audience }) => { said.audiences = [[audience, 'https://evil.example/sp']]; }),
  audience('us, and in a second restriction another', (said, { audience }) => { said.audiences = [[audience], ['https://evil.example/sp']]; }, (said, { audience }) => { said.audiences = [[audience], [audience]]; }),
  audience('an empty restriction', (said) => { said.audiences = [[]]; }),
  audience('our name in capitals', (said, { audience }) => { said.audiences = [[audience.toUpperCase()]]; }),
  audience('our name and more', (said, { audience }) => { said.audiences = [[`${audience}.evil.example`]]; }),
  recipient('none', (said) => { said.confirmations.forEach((each) => { each.recipient = null; }); }),
  recipient('another site', (said) => { said.confirmations.forEach((each) => { each.recipient = 'https://evil.example/acs'; }); }),
  recipient('another university of ours', (said, _party, { id }) => { said.confirmations.forEach((each) => { each.recipient = each.recipient?.replace(id, id.replace(/^./, 'f')) ?? null; }); }),
  recipient('a slash more', (said) => { said.confirmations.forEach((each) => { each.recipient += '/'; }); }),
  says('confirmation', 'NOT_BEARER')('none', (said) => { said.confirmations = []; }),
  unconfirmed('holder of key', (each) => { each.method = 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key'; }),
  unconfirmed('sender vouches', (each) => { each.method = 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches'; }),
  unconfirmed('bearer in capitals', (each) => { each.method = BEARER.toUpperCase(); }),
  unconfirmed('bearer without data', (each) => { each.hasData = false; }),
  confirmed('BAD_TIME')('without an end', (each) => { each.until = null; }),
  confirmed('EXPIRED')('over for four minutes', (each) => { each.until = ISO(-4 * MINUTE); }, (each) => { each.until = ISO(-2 * MINUTE); }),
  confirmed('NOT_YET_VALID')('from four minutes on', (each) => { each.notBefore = ISO(4 * MINUTE); }, (each) => { each.notBefore = ISO(2 * MINUTE); }),
  says('confirmation', 'WRONG_RECIPIENT')('two that are half right each', (said) => { const [first] = said.confirmations; if (first) said.confirmations = [{ ...first, recipient: 'https://evil.example/' }, { ...first, inResponseTo: '_other' }]; }, (said) => { const [first] = said.confirmations; if (first) said.confirmations = [{ ...first, method: 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches' }, first]; }),
  subject('none', (said) => { said.subject = null; }),
  subject('two names', (said) => { said.subject += said.subject ?? ''; }),
  subject('two subjects', (said) => { said.more = '<saml:Subject><saml:NameID>other</saml:NameID></saml:Subject>'; }),
  says('time', 'EXPIRED')('an assertion of ten minutes ago', (said) => { said.instant = ISO(-10 * MINUTE); }, (said) => { said.instant = ISO(-4 * MINUTE); }),
  says('time', 'NOT_YET_VALID')('an assertion of the future', (said) => { said.instant = ISO(4 * MINUTE); }, (said) => { said.instant = ISO(2 * MINUTE); }),
  says('time', 'BAD_TIME')('an assertion without a time', (said) => { said.instant = null; }),
  says('version', 'WRONG_VERSION')('an assertion of version 1.1', (said) => { said.version = '1.1'; }),
  says('conditions', 'NO_CONDITIONS')('none', (said) => { said.conditions = null; }),
  says('conditions', 'NO_CONDITIONS')('twice', (said) => { said.conditions = `<saml:Conditions NotOnOrAfter="${ISO(HOUR)}"/>`; }),
  says('conditions', 'BAD_TIME')('without an end', (said) => { said.conditionsUntil = null; }),
  says('conditions', 'EXPIRED')('over for four minutes', (said) => { said.conditionsUntil = ISO(-4 * MINUTE); }, (said) => { said.conditionsUntil = ISO(-2 * MINUTE); }),
  says('conditions', 'NOT_YET_VALID')('from four minutes on', (said) => { said.conditionsFrom = ISO(4 * MINUTE); }, (said) => { said.conditionsFrom = ISO(2 * MINUTE); }),
  says('conditions', 'UNKNOWN_CONDITION')('one that nobody knows', (said) => { said.moreConditions = '<saml:OnlyOnMondays/>'; }, (said) => { said.moreConditions = '<saml:OneTimeUse/>'; }),
  says('conditions', 'UNKNOWN_CONDITION')('one of another namespace', (said) => { said.moreConditions = '<x:OneTimeUse xmlns:x="urn:x"/>'; }),
  says('sign-in statement', 'NO_SIGN_IN_STATEMENT')('none', (said) => { said.authn = null; }),
  says('sign-in statement', 'NO_SIGN_IN_STATEMENT')('twice', (said) => { said.authn = `<saml:AuthnStatement AuthnInstant="${ISO()}"/>`; }),
  says('sign-in statement', 'BAD_TIME')('without a time', (said) => { said.authnInstant = null; }),
  says('sign-in statement', 'STALE_SIGN_IN')('of yesterday', (said) => { said.authnInstant = ISO(-24 * HOUR); }, (said) => { said.authnInstant = ISO(-8 * HOUR); }),
  says('sign-in statement', 'NOT_YET_VALID')('of the future', (said) => { said.authnInstant = ISO(4 * MINUTE); }),
  says('sign-in statement', 'STALE_SIGN_IN')('of a session that is over', (said) => { said.sessionUntil = ISO(-4 * MINUTE); }, (said) => { said.sessionUntil = ISO(HOUR); }),
  releases('SEVERAL_VALUES', SUBJECT_ID)('two subjects in one attribute', ['w.okafor@stonebeck.example', 'vc@stonebeck.example']),
  says('attribute', 'REPEATED_ATTRIBUTE')('a subject attribute twice', (said) => { said.attributes.push({ name: SUBJECT_ID, values: ['vc@stonebeck.example'] }); }),
  says('attribute', 'REPEATED_ATTRIBUTE')('a subject attribute twice, by another of its names', (said) => { said.attributes.push({ name: 'subject_id', values: ['vc@stonebeck.example'] }); }),
  foreign('the scope of another university', ['w.okafor@aberwen.example']),
  foreign('a scope under ours', ['w.okafor@evil.stonebeck.example']),
  foreign('a scope that ends like ours', ['w.okafor@evilstonebeck.example']),
  malformed('a scope that looks like ours', ['w.okafor@stоnebeck.example'], ['W.Okafor@Stonebeck.EXAMPLE']),
  malformed('a scope with a dot more', ['w.okafor@stonebeck.example.']),
  malformed('two scopes', ['w.okafor@stonebeck.example@evil.example']),
  malformed('no scope', ['w.okafor']),
  malformed('an empty subject', ['']),
  malformed('a subject of a space', [' ']),
  malformed('a subject with a space around it', [' w.okafor@stonebeck.example']),
  malformed('a subject with a letter that nobody sees', ['w.okafor\u200B@stonebeck.example']),
  releases('STRANGE_ATTRIBUTE', SUBJECT_ID)('a subject that holds an element', ['w.okafor@stonebeck.example<b/>']),
  malformed('a subject of three thousand letters', [`${'w'.repeat(3000)}@stonebeck.example`]),
  otherRole('an affiliation with another university', ['staff@aberwen.example'], ['Staff@STONEBECK.example']),
  otherRole('one foreign affiliation among ours', ['staff@stonebeck.example', 'staff@aberwen.example'], ['staff@stonebeck.example', 'member@stonebeck.example']),
  nameless('no subject at all', withoutSubject),
  nameless('only a name that changes with every visit', (said) => { withoutSubject(said); said.subject = '<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_x</saml:NameID>'; }),
  nameless('only an email address', (said) => { withoutSubject(said); said.subject = '<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">w.okafor@stonebeck.example</saml:NameID>'; said.attributes.push({ name: 'urn:oid:0.9.2342.19200300.100.1.3', values: ['w.okafor@stonebeck.example'] }); }),
  nameless('a persistent name for another service', (said) => { withoutSubject(said); said.subject = nameId(' SPNameQualifier="https://other.example/sp"', 'p1'); }, (said, { audience }) => { withoutSubject(said); said.subject = nameId(` SPNameQualifier="${audience}"`, 'p1'); }),
  nameless('a persistent name of another provider', (said) => { withoutSubject(said); said.subject = nameId(' NameQualifier="https://idp.evil.example/"', 'p1'); }, (said, { issuer }) => { withoutSubject(said); said.subject = nameId(` NameQualifier="${issuer}"`, 'p1'); }),
];
