/** The bytes of a whole signed document, or none. */
import type { Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { refuseWeakAlgorithms } from './algorithms.js';
import { SamlFault } from './saml-fault.js';
import { attributeOf, childrenNamed, NS } from './saml-xml.js';

/**
 * What the signature of the root covers, which must be the root itself.
 * @throws SamlFault NOT_SIGNED, WEAK_ALGORITHM or NOT_VERIFIED.
 */
export function verifiedRoot(text: string, root: Element, signers: readonly string[]): string {
  const [signature, ...more] = childrenNamed(root, NS.signature, 'Signature');
  if (signature === undefined || more.length > 0) throw new SamlFault('NOT_SIGNED');
  refuseWeakAlgorithms(signature);
  const id = attributeOf(root, 'ID');
  for (const publicCert of signers) {
    const signed = new SignedXml({ publicCert });
    try {
      signed.loadSignature(signature.toString());
      const [reference, ...others] = signed.getReferences();
      if (reference === undefined || others.length > 0 || (reference.uri !== '' && (id === null || reference.uri !== `#${id}`))) continue;
      if (!signed.checkSignature(text.replace(/\r\n?/g, '\n'))) continue;
      const [bytes, ...rest] = signed.getSignedReferences();
      if (bytes !== undefined && rest.length === 0) return bytes;
    } catch {
      continue; // another certificate may fit
    }
  }
  throw new SamlFault('NOT_VERIFIED');
}
