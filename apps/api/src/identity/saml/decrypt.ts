/** Opens an encrypted assertion, to look at what is in it before anybody trusts it, and says which of our keys fits. */
import type { Element } from '@xmldom/xmldom';
import { promisify } from 'node:util';
import { decrypt as decryptXml } from 'xml-encryption';
import { refuseWeakAlgorithms } from './algorithms.js';
import { refuseIncomplete } from './response-gate.js';
import { SamlFault } from './saml-fault.js';
import { childrenNamed, descendants, is, NS, parseXml } from './saml-xml.js';

const open = promisify(decryptXml as (xml: string, options: object, done: (error: Error | null, result?: string) => void) => void);

/** The key that opens it. One fault for every way of failing: an answer that told them apart would help to guess. */
export async function decrypt(encrypted: Element, keys: readonly string[]): Promise<string> {
  if (descendants(encrypted).filter((part) => is(part, NS.encryption, 'EncryptedKey')).length !== 1 || childrenNamed(encrypted, NS.encryption, 'EncryptedData').length !== 1) throw new SamlFault('NOT_DECRYPTED');
  for (const key of keys) {
    const plain = await open(encrypted.toString(), { key, disallowDecryptionWithInsecureAlgorithm: true, warnInsecureAlgorithm: false }).catch(() => undefined);
    if (plain === undefined) continue;
    const assertion = parseOrRefuse(plain);
    if (!is(assertion, NS.assertion, 'Assertion')) throw new SamlFault('NOT_DECRYPTED');
    refuseWeakAlgorithms(assertion);
    refuseIncomplete(assertion);
    return key;
  }
  throw new SamlFault('NOT_DECRYPTED');
}

function parseOrRefuse(plain: string): Element {
  try {
    return parseXml(plain);
  } catch (error) {
    // What was never text is the wrong key or a changed message; what is text, and forbidden, is named.
    throw error instanceof SamlFault && error.code !== 'NOT_XML' ? error : new SamlFault('NOT_DECRYPTED');
  }
}
