/** Domains that the institution shows to be its own, by a record in its DNS. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useRef } from 'react';
import { ErrorSummary } from '../../ui/error-summary';
import { controlProps, FormField } from '../../ui/form-field';
import { Icon } from '../../ui/icon';
import { useWords } from '../../ui/words';
import { CopyValue } from '../../ui/copy-value';
import { CHECK_DOMAIN, CLAIM_DOMAIN, type Domain, DROP_DOMAIN } from './operations';
import { leadToPeople, peopleFieldId, usePeople, usePeopleChange } from './people-context';

export function Domains(): ReactElement {
  const { people: { domains } } = usePeople();
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const claiming = usePeopleChange(CLAIM_DOMAIN);
  const checking = usePeopleChange(CHECK_DOMAIN);
  const dropping = usePeopleChange(DROP_DOMAIN);
  const claim = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    claiming.send({ domain: String(new FormData(form).get('domain') ?? '') }, () => { form.reset(); heading.current?.focus(); });
  };
  const domain = { id: peopleFieldId('domain'), label: t`A domain of yours`, hint: t`For example careers.example.ac.uk. IT then adds one TXT record.`, error: claiming.errorOf('domain') };
  return (
    <section className="sec" aria-labelledby="h-domains">
      <h2 id="h-domains" tabIndex={-1} ref={heading}><Trans>Your domains</Trans></h2>
      <div className="stack">
        <p className="measure"><Trans>A domain that you have shown to be yours leads people who type their address to your sign-in, and lets you invite its addresses. It grants nothing else. We look again every week.</Trans></p>
        {[claiming, checking, dropping].map(({ problems, attempt }, index) => <ErrorSummary key={index} heading="h4" problems={problems} attempt={attempt} idOf={peopleFieldId} onLead={leadToPeople} />)}
        {domains.length === 0 ? null : <ul className="stack">{domains.map((each) => <DomainCard key={each.domain} domain={each} isBusy={checking.isSending} onCheck={() => checking.send({ domain: each.domain })} onDrop={() => dropping.send({ domain: each.domain }, () => heading.current?.focus())} />)}</ul>}
        <form className="row ends" noValidate onSubmit={claim}>
          <FormField {...domain}><input type="text" name="domain" autoComplete="off" spellCheck={false} {...controlProps(domain)} /></FormField>
          <button className="btn" type="submit" aria-disabled={claiming.isSending || undefined}><Trans>Add it</Trans></button>
        </form>
      </div>
    </section>
  );
}

interface CardProps {
  readonly domain: Domain;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
  readonly onDrop: () => void;
}

function DomainCard({ domain: { domain, recordName, recordValue, provenAt, checkedAt, failure }, isBusy, onCheck, onDrop }: CardProps): ReactElement {
  const { t } = useLingui();
  const { date } = useWords();
  const [proven, checked] = [provenAt == null ? null : date(provenAt), checkedAt == null ? null : date(checkedAt)];
  return (
    <li className="domain stack">
      <h3>{domain}</h3>
      <p role="status" className={proven === null ? 'warned' : 'pine'}>
        <Icon name={proven === null ? 'warn' : 'check'} /> {proven !== null ? <Trans>Yours since {proven}.</Trans> : failure ?? <Trans>Not shown to be yours yet.</Trans>}{checked === null ? null : <span className="small soft"> <Trans>Looked at on {checked}.</Trans></span>}
      </p>
      {proven !== null ? null : <><p className="small soft"><Trans>Ask IT to add this record to the DNS of {domain}, then look for it:</Trans></p><CopyValue name={t`Name of the TXT record`} value={recordName} /><CopyValue name={t`What it says`} value={recordValue} /></>}
      <p className="row">
        {proven !== null ? null : <button type="button" className="btn s" aria-disabled={isBusy || undefined} onClick={onCheck}><Trans>Look for it now<span className="vh">: {domain}</span></Trans></button>}
        <button type="button" className="btn s" onClick={onDrop}><Trans>Give it up<span className="vh">: {domain}</span></Trans></button>
      </p>
    </li>
  );
}
