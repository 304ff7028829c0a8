/** What the provider may say of people, and under which names. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useState } from 'react';
import { ErrorSummary } from '../../ui/error-summary';
import { controlProps, FormField } from '../../ui/form-field';
import { Icon } from '../../ui/icon';
import { useWords } from '../../ui/words';
import { leadToField } from './form-values';
import { MappingRows } from './mapping-rows';
import { type Mapping, rowsOf, useMapping } from './mapping';
import { type Service, SET_UP_ATTRIBUTES } from './operations';
import { fieldId } from './set-up-context';
import { Step } from './step';
import { useChange } from './use-change';
import { WhileOn } from './while-on';

interface Props {
  readonly service: Service | null;
  /** Whether something typed here is not saved yet. */
  readonly onTyped: (isUnsaved: boolean) => void;
}

const TITLE = msg`Say which domains are yours`;

export function AttributesStep({ service, onTyped }: Props): ReactElement {
  if (service === null) return <Step number={3} title={TITLE} isDone={false} waitsFor={msg`Comes once we have read your provider.`}>{null}</Step>;
  return <Step number={3} title={TITLE} isDone={service.domains.length > 0}><AttributesForm service={service} onTyped={onTyped} /></Step>;
}

function AttributesForm({ service, onTyped }: { readonly service: Service; readonly onTyped: Props['onTyped'] }): ReactElement {
  const { t } = useLingui();
  const { list } = useWords();
  const [domains, setDomains] = useState(() => service.domains.filter(({ isProven }) => !isProven).map(({ domain }) => domain).join('\n'));
  const [isPlain, setPlain] = useState(service.trustsPlainAffiliation);
  const [isSaved, setSaved] = useState(false);
  const mapping: Mapping = useMapping(rowsOf(service.mapping), () => typed());
  const { send, isSending, problems, attempt, errorOf } = useChange(SET_UP_ATTRIBUTES);
  const proven = list(service.domains.filter(({ isProven }) => isProven).map(({ domain }) => domain));
  const typed = (): void => {
    setSaved(false);
    onTyped(true);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    send({ providerId: service.id, domains: domains.split(/[\s,;]+/).filter((domain) => domain !== ''), trustsPlainAffiliation: isPlain, mapping: mapping.rows.map(({ sent, means }) => ({ sent, means })) }, () => {
      setSaved(true);
      onTyped(false);
    });
  };
  const isFixed = service.state === 'ON';
  const question = { id: fieldId('domains'), label: t`Domains`, hint: t`What stands behind the @ in your people's identifiers, one on a line: careers.example.ac.uk`, error: errorOf('domains') };
  return (
    <form className="stack" noValidate onSubmit={save}>
      <p className="measure"><Trans>A provider may speak only for its own domains, so that nobody signs in under the name of another university.</Trans></p>
      <ErrorSummary heading="h4" problems={problems} attempt={attempt} idOf={fieldId} onLead={leadToField} />
      {proven === '' ? null : <p className="small"><Icon name="check" /> <Trans>Proven by signed metadata: {proven}</Trans></p>}
      <FormField {...question}><textarea className="one" rows={2} spellCheck={false} autoCapitalize="none" readOnly={isFixed} value={domains} onChange={({ target }) => { setDomains(target.value); typed(); }} {...controlProps(question)} /></FormField>
      <label className="check"><input type="checkbox" checked={isPlain} disabled={isFixed} onChange={({ target }) => { setPlain(target.checked); typed(); }} />
        <span><Trans>Our provider sends the affiliation without a domain</Trans><br /><span className="hint"><Trans>“staff” and not “staff@example.ac.uk”. Only where it serves your university alone.</Trans></span></span></label>
      <MappingRows mapping={mapping} unknownNames={service.lastTest?.unknownNames ?? []} error={errorOf('mapping')} isFixed={isFixed} />
      <WhileOn state={service.state} />
      {isFixed ? null : (
        <p className="row">
          <button className="btn go" type="submit" aria-disabled={isSending || undefined}>{isSending ? <Trans>Saving…</Trans> : <Trans>Save</Trans>}</button>
          <span role="status">{isSaved ? <span className="status"><Icon name="check" /> <Trans>Saved. Test it now.</Trans></span> : null}</span>
        </p>
      )}
    </form>
  );
}
