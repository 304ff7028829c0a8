/** Our metadata at one provider: what a university's IT gives its identity provider about us. */
import { ATTRIBUTES, type AttributeName } from '../attributes/attribute-names.js';
import { NS } from './saml-xml.js';

export interface ServiceFacts { readonly entityId: string; readonly answerAddress: string; readonly publicUrl: string; readonly operator: Readonly<Record<string, string>>; readonly certificates: readonly string[] }

/** What we ask for, and why; the letter to IT says the same. */
const REQUESTED: readonly { readonly name: AttributeName; readonly isRequired: boolean }[] = [
  { name: 'subjectId', isRequired: true }, { name: 'pairwiseId', isRequired: false }, { name: 'eduPersonScopedAffiliation', isRequired: true }, { name: 'displayName', isRequired: false },
];

export function serviceMetadata({ entityId, answerAddress, publicUrl, operator, certificates }: ServiceFacts): string {
  const english = (element: string, text: string): string => `<${element} xml:lang="en">${escapeXml(text)}</${element}>`;
  const name = operator['name'] ?? 'Passalong';
  const contact = (type: string, setting: string | undefined, more = ''): string => {
    const address = /[^\s<>:]+@[^\s<>,;]+/.exec(setting ?? '')?.[0];
    return address === undefined ? '' : `<md:ContactPerson contactType="${type}"${more}><md:GivenName>${escapeXml(name)}</md:GivenName><md:EmailAddress>mailto:${escapeXml(address)}</md:EmailAddress></md:ContactPerson>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${NS.metadata}" xmlns:ds="${NS.signature}" xmlns:mdui="${NS.mdui}" xmlns:remd="http://refeds.org/metadata" entityID="${escapeXml(entityId)}">
<md:SPSSODescriptor protocolSupportEnumeration="${NS.protocol}" AuthnRequestsSigned="false" WantAssertionsSigned="true">
<md:Extensions><mdui:UIInfo>${english('mdui:DisplayName', 'Passalong')}${english('mdui:Description', 'The commons where university careers services pass good practice along.')}${english('mdui:InformationURL', `${publicUrl}/about`)}${english('mdui:PrivacyStatementURL', `${publicUrl}/privacy`)}<mdui:Logo height="192" width="192">${escapeXml(`${publicUrl}/assets/icon.svg`)}</mdui:Logo></mdui:UIInfo></md:Extensions>
${certificates.map((certificate) => `<md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${bare(certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>${ENCRYPTION_METHODS}</md:KeyDescriptor>`).join('\n')}
<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escapeXml(answerAddress)}" index="0" isDefault="true"/>
<md:AttributeConsumingService index="0">${english('md:ServiceName', 'Passalong')}
${REQUESTED.map((wanted) => `<md:RequestedAttribute Name="${ATTRIBUTES[wanted.name].names[0] ?? ''}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" FriendlyName="${wanted.name}" isRequired="${String(wanted.isRequired)}"/>`).join('\n')}
</md:AttributeConsumingService>
</md:SPSSODescriptor>
<md:Organization>${english('md:OrganizationName', name)}${english('md:OrganizationDisplayName', name)}${english('md:OrganizationURL', publicUrl)}</md:Organization>
${contact('technical', operator['contact'])}${contact('support', operator['contact'])}${contact('other', operator['security_contact'], ' remd:contactType="http://refeds.org/metadata/contactType/security"')}
</md:EntityDescriptor>
`;
}

const ENCRYPTION_METHODS = ['http://www.w3.org/2009/xmlenc11#aes256-gcm', 'http://www.w3.org/2009/xmlenc11#aes128-gcm', 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p']
  .map((algorithm) => `<md:EncryptionMethod Algorithm="${algorithm}"/>`).join('');

const bare = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '');

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
