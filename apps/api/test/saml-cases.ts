/** Hostile answers by class. Each is refused; its twin, the same answer without the one fault, is accepted. */
import { ENCODING_CASES } from './saml-cases/encoding.js';
import { MESSAGE_CASES } from './saml-cases/message.js';
import { SEALED_CASES } from './saml-cases/sealed.js';
import { SIGNATURE_CASES } from './saml-cases/signature.js';
import { STATEMENT_CASES } from './saml-cases/statement.js';
import type { SamlFaultCode } from '../src/identity/saml/saml-fault.js';
import type { AttributeFault } from '../src/identity/attributes/read-identity.js';
import type { Forgery } from './saml-party.js';

export interface SamlCase {
  readonly class: string;
  readonly name: string;
  /** What is wrong with it, as it must stand on the record: a case that is refused for anything else shows nothing. */
  readonly fault: SamlFaultCode | AttributeFault;
  readonly hostile: Forgery;
  /** The plain good answer, where none is given. */
  readonly twin?: Forgery;
  /** At a provider that asks for encryption. */
  readonly isSealed?: true;
}

export const SAML_CASES: readonly SamlCase[] = [...ENCODING_CASES, ...MESSAGE_CASES, ...STATEMENT_CASES, ...SIGNATURE_CASES, ...SEALED_CASES];
