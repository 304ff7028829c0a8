/** What was read of a provider, in words. */
import { msg } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon';
import { type Pair, Pairs } from '../../ui/lists';
import { useWords } from '../../ui/words';
import type { Service } from './operations';

type Certificate = Service['certificates'][number];

/** A certificate that ends sooner is worth a word to IT. */
const SOON_DAYS = 30;

export function ReadBack({ service }: { readonly service: Service }): ReactElement {
  return <Pairs pairs={service.protocol === 'SAML' ? samlPairs(service) : oidcPairs(service)} />;
}

function samlPairs({ issuer, signOnAddress, certificates, wantsEncryption, label, ...metadata }: Service): readonly Pair[] {
  return [
    { term: msg`It calls itself`, says: <code>{issuer}</code> },
    { term: msg`People are sent to`, says: <code>{signOnAddress}</code> },
    { term: msg`It signs with`, says: <ul className="stack-s">{certificates.map((certificate) => <li key={certificate.fingerprint}><CertificateWords {...certificate} /></li>)}</ul> },
    { term: msg`Its metadata`, says: <MetadataWords {...metadata} /> },
    { term: msg`Encryption`, says: wantsEncryption ? <Trans>What is not encrypted is refused</Trans> : <Trans>Taken with it and without</Trans> },
    { term: msg`Label`, says: label },
  ];
}

function oidcPairs({ issuer, clientId, tenant, label }: Service): readonly Pair[] {
  return [
    { term: msg`It calls itself`, says: <code>{issuer}</code> },
    { term: msg`It knows us as`, says: <code>{clientId}</code> },
    { term: msg`Secret`, says: <Trans>Kept, and never shown again</Trans> },
    { term: msg`Tenant`, says: tenant === null ? null : <code>{tenant}</code> },
    { term: msg`Label`, says: label },
  ];
}

function CertificateWords({ subject, endsAt, daysLeft }: Certificate): ReactElement {
  const { date } = useWords();
  const end = date(endsAt);
  if (daysLeft < 0) return <>{subject}<br /><b className="erred"><Icon name="warn" /> <Trans>ended on {end}. Ask IT for the current metadata</Trans></b></>;
  const left = <Plural value={daysLeft} one="ends in # day" other="ends in # days" />;
  if (daysLeft < SOON_DAYS) return <>{subject}<br /><b className="warned"><Icon name="warn" /> {left}, <Trans>on {end}. IT should know</Trans></b></>;
  return <>{subject}<br /><span className="small soft">{left}, <Trans>on {end}</Trans></span></>;
}

function MetadataWords({ metadataAddress, metadataValidUntil, metadataFailure }: Pick<Service, 'metadataAddress' | 'metadataValidUntil' | 'metadataFailure'>): ReactElement {
  const { date } = useWords();
  const until = metadataValidUntil === null ? null : date(metadataValidUntil);
  if (metadataAddress === null) return <Trans>Read once. When your provider changes its certificate, give the new metadata here.</Trans>;
  return (
    <>
      <Trans>Fetched every two hours from <code>{metadataAddress}</code></Trans>{until === null ? null : <>, <Trans>good until {until}</Trans></>}
      {metadataFailure === null ? null : <><br /><b className="warned"><Icon name="warn" /> <Trans>The last time it could not be fetched: {metadataFailure}</Trans></b></>}
    </>
  );
}
