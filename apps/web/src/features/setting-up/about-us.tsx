/** What IT enters at the university's own provider about Passalong. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { CopyButton, CopyValue } from '../../ui/copy-value';
import { PREPARE, type Service } from './operations';
import { useChange } from './use-change';

interface Detail {
  readonly name: string;
  readonly value: string;
  readonly isLink?: boolean;
}

const RELEASED = { SAML: 'subject-id, eduPersonScopedAffiliation, displayName', OIDC: 'sub, eduperson_scoped_affiliation, name' } as const;

interface Props {
  readonly protocol: Service['protocol'];
  /** Null while it is being added. */
  readonly service: Service | null;
  readonly onPrepared: (id: string) => void;
}

export function AboutUs({ protocol, service, onPrepared }: Props): ReactElement {
  const { t } = useLingui();
  const details = useDetails(service);
  return (
    <aside className="beside-step" aria-labelledby="h-about-us">
      <h4 id="h-about-us"><Trans>What to enter there about us</Trans></h4>
      {details.length === 0 ? <Unprepared protocol={protocol} onPrepared={onPrepared} /> : (
        <>
          {protocol === 'SAML' ? <p className="small soft"><Trans>Most providers take the metadata address and need nothing else.</Trans></p> : null}
          {details.map((detail) => <CopyValue key={detail.name} {...detail} />)}
          <CopyButton text={details.map(({ name, value }) => `${name}: ${value}`).join('\n')}>{t`Copy all of it for an e-mail`}</CopyButton>
          {service === null ? null : <><p className="small soft"><Trans>Or send IT the whole letter: what to enter, which attributes and why, the privacy notice, and where to test.</Trans></p><CopyButton text={service.letter}>{t`Copy the letter to IT`}</CopyButton></>}
        </>
      )}
    </aside>
  );
}

/** IT often has to enter us before it can tell anything about itself. */
function Unprepared({ protocol, onPrepared }: Omit<Props, 'service'>): ReactElement {
  const preparing = useChange(PREPARE);
  return (
    <>
      <p className="small soft"><Trans>Your provider has to know Passalong too. If IT asks for our addresses first, they can stand here now.</Trans></p>
      {preparing.problems.map(({ message }) => <p key={message} role="alert" className="erred small">{message}</p>)}
      <p><button type="button" className="btn s" aria-disabled={preparing.isSending || undefined} onClick={() => preparing.send({ protocol }, ({ providerId }) => { if (providerId) onPrepared(providerId); })}><Trans>Show our addresses</Trans></button></p>
    </>
  );
}

function useDetails(service: Service | null): readonly Detail[] {
  const { t } = useLingui();
  if (service === null) return [];
  const { protocol, service: { entityId, answerAddress, metadataAddress, redirectAddress } } = service;
  return [
    { name: t`Our metadata`, value: metadataAddress, isLink: true },
    { name: t`Our entityID`, value: entityId },
    { name: t`Where answers go (ACS)`, value: answerAddress },
    { name: t`Redirect address`, value: redirectAddress },
    { name: t`Attributes to release`, value: RELEASED[protocol] },
  ].filter((detail): detail is Detail => detail.value !== null);
}
