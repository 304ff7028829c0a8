/** A SAML provider by its metadata: the text, or where it is. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useState } from 'react';
import { ErrorSummary } from '../../ui/error-summary';
import { FieldGroup } from '../../ui/form-field';
import { type Service, SET_UP_SAML } from './operations';
import { leadToField, textsIn } from './form-values';
import { fieldId } from './set-up-context';
import { TextQuestion } from './text-question';
import { useChange } from './use-change';

interface Props {
  /** The one to change; null adds one. */
  readonly service: Service | null;
  readonly onRead: (id: string) => void;
}

export function SamlForm({ service, onRead }: Props): ReactElement {
  const { t } = useLingui();
  const isSignerKept = service !== null && service.metadataAddress !== null;
  const [isByAddress, setByAddress] = useState(isSignerKept);
  const { send, isSending, problems, attempt, errorOf } = useChange(SET_UP_SAML);
  const read = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = textsIn(event.currentTarget);
    const given = isByAddress ? { address: text('address'), signer: text('signer') } : { metadata: text('metadata') };
    send({ ...given, providerId: service?.id ?? null, entityId: text('entityId'), label: text('label'), wantsEncryption: text('wantsEncryption') !== null }, ({ providerId }) => { if (providerId) onRead(providerId); });
  };
  return (
    <form className="stack" noValidate onSubmit={read}>
      <ErrorSummary heading="h4" problems={problems} attempt={attempt} idOf={fieldId} onLead={leadToField} />
      <FieldGroup id={fieldId('how')} label={t`What do you have?`} isQuiet>
        <label className="check"><input type="radio" name="how" checked={!isByAddress} onChange={() => setByAddress(false)} /><span><Trans>The metadata itself: a text that begins with a bracket</Trans></span></label>
        <label className="check"><input type="radio" name="how" checked={isByAddress} onChange={() => setByAddress(true)} /><span><Trans>An address where the metadata is</Trans></span></label>
      </FieldGroup>
      <div hidden={isByAddress}>
        <TextQuestion name="metadata" isLong isCode label={t`Metadata of your provider`} hint={t`Paste all of it. It is XML, and holds nothing secret.`} error={errorOf('metadata')} />
      </div>
      <div hidden={!isByAddress} className="stack">
        <TextQuestion name="address" type="url" label={t`Address of the metadata`} hint={t`It begins with https://. Your federation's address will do as well.`} initial={service?.metadataAddress} error={errorOf('address')} />
        <TextQuestion name="signer" isLong isCode label={t`Certificate of whoever signs it (optional)`} hint={isSignerKept ? t`Leave it empty to keep the one that is there.` : t`With it we fetch the metadata every two hours and follow a new certificate by ourselves. Without it we read it once.`} error={errorOf('signer')} />
      </div>
      <details open={errorOf('entityId') !== undefined || errorOf('label') !== undefined || service?.wantsEncryption === true || undefined}>
        <summary><Trans>More, if IT speaks of it</Trans></summary>
        <div className="stack set-more">
          <TextQuestion name="entityId" label={t`entityID (optional)`} hint={t`Which provider is meant, where the metadata describes several.`} error={errorOf('entityId')} />
          <TextQuestion name="label" label={t`Label (optional)`} hint={t`What people choose by, where your university has several ways to sign in: “Staff”, for example.`} initial={service?.label} error={errorOf('label')} />
          <label className="check"><input type="checkbox" name="wantsEncryption" defaultChecked={service?.wantsEncryption === true} /><span><Trans>Refuse what is not encrypted</Trans></span></label>
        </div>
      </details>
      <p><button className="btn go" type="submit" aria-disabled={isSending || undefined}>{isSending ? <Trans>Reading…</Trans> : <Trans>Read it</Trans>}</button></p>
    </form>
  );
}
