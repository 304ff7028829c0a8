/** An OpenID Connect provider: its issuer, and how it knows us. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { FormEvent, ReactElement } from 'react';
import { ErrorSummary } from '../../ui/error-summary';
import { leadToField, textsIn } from './form-values';
import { type Service, SET_UP_OIDC } from './operations';
import { fieldId } from './set-up-context';
import { TextQuestion } from './text-question';
import { useChange } from './use-change';

interface Props {
  /** The one to change; null adds one. */
  readonly service: Service | null;
  readonly onRead: (id: string) => void;
}

export function OidcForm({ service, onRead }: Props): ReactElement {
  const { t } = useLingui();
  const { send, isSending, problems, attempt, errorOf } = useChange(SET_UP_OIDC);
  const read = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = textsIn(event.currentTarget);
    send({ providerId: service?.id ?? null, issuer: text('issuer') ?? '', clientId: text('clientId') ?? '', clientSecret: text('clientSecret'), tenant: text('tenant'), label: text('label') }, ({ providerId }) => { if (providerId) onRead(providerId); });
  };
  return (
    <form className="stack" noValidate onSubmit={read}>
      <ErrorSummary heading="h4" problems={problems} attempt={attempt} idOf={fieldId} onLead={leadToField} />
      <TextQuestion name="issuer" type="url" label={t`Issuer`} hint={t`An address, such as https://login.microsoftonline.com/…/v2.0 or https://accounts.google.com`} initial={service?.issuer} error={errorOf('issuer')} />
      <TextQuestion name="clientId" label={t`Client id`} hint={t`Your provider makes it when Passalong is registered there.`} initial={service?.clientId} error={errorOf('clientId')} />
      <TextQuestion name="clientSecret" type="password" label={t`Secret`} hint={service === null ? t`It belongs to the client id. It is kept and never shown again.` : t`Leave it empty to keep the one that is there.`} error={errorOf('clientSecret')} />
      <TextQuestion name="tenant" label={t`Tenant (optional)`} hint={t`Where one issuer serves many organisations: the id of yours.`} initial={service?.tenant} error={errorOf('tenant')} />
      <TextQuestion name="label" label={t`Label (optional)`} hint={t`What people choose by, where your university has several ways to sign in: “Staff”, for example.`} initial={service?.label} error={errorOf('label')} />
      <p><button className="btn go" type="submit" aria-disabled={isSending || undefined}>{isSending ? <Trans>Asking your provider…</Trans> : <Trans>Read it</Trans>}</button></p>
    </form>
  );
}
