/** Which protocol: asked once, in words that somebody can put to IT. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { FieldGroup } from '../../ui/form-field';
import { useWords } from '../../ui/words';
import type { Service } from './operations';
import { PROTOCOLS } from './service-words';
import { fieldId } from './set-up-context';
import { Step } from './step';

type Protocol = Service['protocol'];

interface Props {
  readonly chosen: Protocol | null;
  /** It exists already: its protocol stays. */
  readonly isFixed: boolean;
  readonly onChoose: (protocol: Protocol) => void;
}

const TITLE = msg`How does your university sign people in?`;
const WHAT = {
  SAML: msg`Most universities. Yours is in a federation, such as the UK federation, InCommon or the Australian Access Federation, or runs Shibboleth, SimpleSAMLphp or ADFS. Ask IT: “May I have the metadata of our identity provider?”`,
  OIDC: msg`You sign in with Microsoft (Entra ID), Google or Okta. Ask IT: “Please register Passalong as a web application, and send me the issuer, the client id and the secret.”`,
} as const;

export function ProtocolStep({ chosen, isFixed, onChoose }: Props): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  if (isFixed && chosen !== null) {
    const protocol = PROTOCOLS[chosen];
    return <Step number={1} title={TITLE} isDone><p><Trans>With {protocol}.</Trans> <span className="soft"><Trans>For another way, add another service.</Trans></span></p></Step>;
  }
  return (
    <Step number={1} title={TITLE} isDone={chosen !== null}>
      <FieldGroup id={fieldId('protocol')} label={t`Way of signing in`} isLabelHidden isQuiet>
        {(['SAML', 'OIDC'] as const).map((protocol) => (
          <label className="way" key={protocol}>
            <input type="radio" name="protocol" value={protocol} checked={chosen === protocol} onChange={() => onChoose(protocol)} />
            <span><b>{PROTOCOLS[protocol]}</b><span className="hint">{say(WHAT[protocol])}</span></span>
          </label>
        ))}
      </FieldGroup>
      <p className="small soft measure"><Trans>Nobody at hand who knows? Make a link below and let IT answer: they need no account.</Trans></p>
    </Step>
  );
}
