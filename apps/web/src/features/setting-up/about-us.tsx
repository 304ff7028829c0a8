/** What IT enters at the university's own provider about Passalong. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { CopyButton, CopyValue } from './copy-value';
import type { Service } from './operations';

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
}

export function AboutUs({ protocol, service }: Props): ReactElement {
  const { t } = useLingui();
  const details = useDetails(service);
  return (
    <aside className="beside-step" aria-labelledby="h-about-us">
      <h4 id="h-about-us"><Trans>What to enter there about us</Trans></h4>
      {details.length === 0 ? (
        <p className="small soft">
          {protocol === 'OIDC' ? <Trans>Register Passalong there as a web application first, without a redirect address. Ours stands here once this step is done, and is entered there then.</Trans>
            : <Trans>Your provider has to know Passalong too. Once this step is done, our addresses stand here, ready to be copied.</Trans>}
        </p>
      ) : (
        <>
          {protocol === 'SAML' ? <p className="small soft"><Trans>Most providers take the metadata address and need nothing else.</Trans></p> : null}
          {details.map((detail) => <CopyValue key={detail.name} {...detail} />)}
          <CopyButton text={details.map(({ name, value }) => `${name}: ${value}`).join('\n')}>{t`Copy all of it for an e-mail`}</CopyButton>
        </>
      )}
    </aside>
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
