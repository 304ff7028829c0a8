/** What a signed assertion says: for whom, for whose eyes, for how long, about whom. */
import type { SamlCase } from '../saml-cases.js';
import { type Answer, BEARER, ISO, SCOPED_AFFILIATION, SUBJECT_ID, type Party } from '../saml-forge.js';
import type { Provider } from '../saml-party.js';

type Said = Answer['assertion'];
type Change = (said: Said, party: Party, provider: Provider) => void;
const says = (kind: string, name: string, change: Change, twin?: Change): SamlCase => ({
  class: kind, name, hostile: { answer: (answer, party, provider) => change(answer.assertion, party, provider) },
  ...(twin ? { twin: { answer: (answer, party, provider) => twin(answer.assertion, party, provider) } } : {}),
});
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const confirmed = (name: string, change: (confirmation: Said['confirmations'][number]) => void, twin?: (confirmation: Said['confirmations'][number]) => void): SamlCase =>
  says('confirmation', name, (said) => said.confirmations.forEach(change), twin && ((said) => said.confirmations.forEach(twin)));
const releases = (name: string, attribute: string, values: readonly string[], twin?: readonly string[]): SamlCase => {
  const set = (to: readonly string[]) => (said: Said): void => { said.attributes = said.attributes.map((each) => (each.name === attribute ? { ...each, values: to } : each)); };
  return says('attribute', name, set(values), twin && set(twin));
};
const nameId = (attributes: string, value: string): string => `<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"${attributes}>${value}</saml:NameID>`;
const withoutSubject = (said: Said): void => { said.attributes = said.attributes.filter(({ name }) => name !== SUBJECT_ID); };

export const STATEMENT_CASES: readonly SamlCase[] = [
  says('audience', 'no restriction', (said) => { said.audiences = []; }),
  says('audience', 'another service', (said) => { said.audiences = [['https://evil.example/sp']]; }),
  says('audience', 'another university of ours', (said, _party, { id }) => { said.audiences = [[said.audiences[0]?.[0]?.replace(id, id.replace(/^./, 'f')) ?? '']]; }),
  says('audience', 'us and another', (said, { audience }) => { said.audiences = [[audience, 'https://evil.example/sp']]; }),
  says('audience', 'us, and in a second restriction another', (said, { audience }) => { said.audiences = [[audience], ['https://evil.example/sp']]; }, (said, { audience }) => { said.audiences = [[audience], [audience]]; }),
  says('audience', 'an empty restriction', (said) => { said.audiences = [[]]; }),
  says('audience', 'our name in capitals', (said, { audience }) => { said.audiences = [[audience.toUpperCase()]]; }),
  says('audience', 'our name and more', (said, { audience }) => { said.audiences = [[`${audience}.evil.example`]]; }),
  says('recipient', 'none', (said) => { said.confirmations.forEach((each) => { each.recipient = null; }); }),
  says('recipient', 'another site', (said) => { said.confirmations.forEach((each) => { each.recipient = 'https://evil.example/acs'; }); }),
  says('recipient', 'another university of ours', (said, _party, { id }) => { said.confirmations.forEach((each) => { each.recipient = each.recipient?.replace(id, id.replace(/^./, 'f')) ?? null; }); }),
  says('recipient', 'a slash more', (said) => { said.confirmations.forEach((each) => { each.recipient += '/'; }); }),
  says('confirmation', 'none', (said) => { said.confirmations = []; }),
  confirmed('holder of key', (each) => { each.method = 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key'; }),
  confirmed('sender vouches', (each) => { each.method = 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches'; }),
  confirmed('bearer in capitals', (each) => { each.method = BEARER.toUpperCase(); }),
  confirmed('bearer without data', (each) => { each.hasData = false; }),
  confirmed('without an end', (each) => { each.until = null; }),
  confirmed('over for four minutes', (each) => { each.until = ISO(-4 * MINUTE); }, (each) => { each.until = ISO(-2 * MINUTE); }),
  confirmed('from four minutes on', (each) => { each.notBefore = ISO(4 * MINUTE); }, (each) => { each.notBefore = ISO(2 * MINUTE); }),
  says('confirmation', 'two that are half right each', (said) => { const [first] = said.confirmations; if (first) said.confirmations = [{ ...first, recipient: 'https://evil.example/' }, { ...first, inResponseTo: '_other' }]; }, (said) => { const [first] = said.confirmations; if (first) said.confirmations = [{ ...first, method: 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches' }, first]; }),
  says('subject', 'none', (said) => { said.subject = null; }),
  says('subject', 'two names', (said) => { said.subject += said.subject ?? ''; }),
  says('subject', 'two subjects', (said) => { said.more = '<saml:Subject><saml:NameID>other</saml:NameID></saml:Subject>'; }),
  says('time', 'an assertion of ten minutes ago', (said) => { said.instant = ISO(-10 * MINUTE); }, (said) => { said.instant = ISO(-4 * MINUTE); }),
  says('time', 'an assertion of the future', (said) => { said.instant = ISO(4 * MINUTE); }, (said) => { said.instant = ISO(2 * MINUTE); }),
  says('time', 'an assertion without a time', (said) => { said.instant = null; }),
  says('version', 'an assertion of version 1.1', (said) => { said.version = '1.1'; }),
  says('conditions', 'none', (said) => { said.conditions = null; }),
  says('conditions', 'twice', (said) => { said.conditions = `<saml:Conditions NotOnOrAfter="${ISO(HOUR)}"/>`; }),
  says('conditions', 'without an end', (said) => { said.conditionsUntil = null; }),
  says('conditions', 'over for four minutes', (said) => { said.conditionsUntil = ISO(-4 * MINUTE); }, (said) => { said.conditionsUntil = ISO(-2 * MINUTE); }),
  says('conditions', 'from four minutes on', (said) => { said.conditionsFrom = ISO(4 * MINUTE); }, (said) => { said.conditionsFrom = ISO(2 * MINUTE); }),
  says('conditions', 'one that nobody knows', (said) => { said.moreConditions = '<saml:OnlyOnMondays/>'; }, (said) => { said.moreConditions = '<saml:OneTimeUse/>'; }),
  says('conditions', 'one of another namespace', (said) => { said.moreConditions = '<x:OneTimeUse xmlns:x="urn:x"/>'; }),
  says('sign-in statement', 'none', (said) => { said.authn = null; }),
  says('sign-in statement', 'twice', (said) => { said.authn = `<saml:AuthnStatement AuthnInstant="${ISO()}"/>`; }),
  says('sign-in statement', 'without a time', (said) => { said.authnInstant = null; }),
  says('sign-in statement', 'of yesterday', (said) => { said.authnInstant = ISO(-24 * HOUR); }, (said) => { said.authnInstant = ISO(-8 * HOUR); }),
  says('sign-in statement', 'of the future', (said) => { said.authnInstant = ISO(4 * MINUTE); }),
  says('sign-in statement', 'of a session that is over', (said) => { said.sessionUntil = ISO(-4 * MINUTE); }, (said) => { said.sessionUntil = ISO(HOUR); }),
  releases('two subjects in one attribute', SUBJECT_ID, ['w.okafor@stonebeck.example', 'vc@stonebeck.example']),
  says('attribute', 'a subject attribute twice', (said) => { said.attributes.push({ name: SUBJECT_ID, values: ['vc@stonebeck.example'] }); }),
  says('attribute', 'a subject attribute twice, by another of its names', (said) => { said.attributes.push({ name: 'subject_id', values: ['vc@stonebeck.example'] }); }),
  releases('the scope of another university', SUBJECT_ID, ['w.okafor@aberwen.example']),
  releases('a scope under ours', SUBJECT_ID, ['w.okafor@evil.stonebeck.example']),
  releases('a scope that ends like ours', SUBJECT_ID, ['w.okafor@evilstonebeck.example']),
  releases('a scope that looks like ours', SUBJECT_ID, ['w.okafor@stоnebeck.example'], ['W.Okafor@Stonebeck.EXAMPLE']),
  releases('a scope with a dot more', SUBJECT_ID, ['w.okafor@stonebeck.example.']),
  releases('two scopes', SUBJECT_ID, ['w.okafor@stonebeck.example@evil.example']),
  releases('no scope', SUBJECT_ID, ['w.okafor']),
  releases('an empty subject', SUBJECT_ID, ['']),
  releases('a subject of a space', SUBJECT_ID, [' ']),
  releases('a subject with a space around it', SUBJECT_ID, [' w.okafor@stonebeck.example']),
  releases('a subject with a letter that nobody sees', SUBJECT_ID, ['w.okafor\u200B@stonebeck.example']),
  releases('a subject that holds an element', SUBJECT_ID, ['w.okafor@stonebeck.example<b/>']),
  releases('a subject of three thousand letters', SUBJECT_ID, [`${'w'.repeat(3000)}@stonebeck.example`]),
  releases('an affiliation with another university', SCOPED_AFFILIATION, ['staff@aberwen.example'], ['Staff@STONEBECK.example']),
  releases('one foreign affiliation among ours', SCOPED_AFFILIATION, ['staff@stonebeck.example', 'staff@aberwen.example'], ['staff@stonebeck.example', 'member@stonebeck.example']),
  says('attribute', 'no subject at all', withoutSubject),
  says('attribute', 'only a name that changes with every visit', (said) => { withoutSubject(said); said.subject = '<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_x</saml:NameID>'; }),
  says('attribute', 'only an email address', (said) => { withoutSubject(said); said.subject = '<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">w.okafor@stonebeck.example</saml:NameID>'; said.attributes.push({ name: 'urn:oid:0.9.2342.19200300.100.1.3', values: ['w.okafor@stonebeck.example'] }); }),
  says('attribute', 'a persistent name for another service', (said) => { withoutSubject(said); said.subject = nameId(' SPNameQualifier="https://other.example/sp"', 'p1'); }, (said, { audience }) => { withoutSubject(said); said.subject = nameId(` SPNameQualifier="${audience}"`, 'p1'); }),
  says('attribute', 'a persistent name of another provider', (said) => { withoutSubject(said); said.subject = nameId(' NameQualifier="https://idp.evil.example/"', 'p1'); }, (said, { issuer }) => { withoutSubject(said); said.subject = nameId(` NameQualifier="${issuer}"`, 'p1'); }),
];
