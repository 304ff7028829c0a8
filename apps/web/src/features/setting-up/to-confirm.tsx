/** For platform administrators: what waits to be switched on, with everything that is needed to judge it. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import { ask } from '../../graphql/client';
import type { ProvidersToConfirmQuery } from '../../graphql/generated/graphql';
import { Icon } from '../../ui/icon';
import { Pairs } from '../../ui/lists';
import { Notice } from '../../ui/notice';
import { useWords } from '../../ui/words';
import { CONFIRM, serviceOf, type Service, WAITING } from './operations';
import { setUpHrefOf } from './place';
import { ReadBack } from './read-back';
import { nameOf, PROTOCOLS } from './service-words';
import { TestResult } from './test-result';
import { useFailureWords } from '../../graphql/use-sending';

type Waiting = ProvidersToConfirmQuery['providersToConfirm'][number];

export function ToConfirm(): ReactElement {
  const { t } = useLingui();
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const client = useQueryClient();
  const wordsFor = useFailureWords();
  const { data, error, refetch } = useQuery({ queryKey: ['providers-to-confirm'], networkMode: 'always', queryFn: ({ signal }) => ask(WAITING, {}, signal) });
  const { mutate, isPending } = useMutation({
    mutationFn: ({ provider, isRight }: { provider: Service; institution: string; isRight: boolean }) => ask(CONFIRM, { input: { providerId: provider.id, revision: provider.revision, isRight } }),
    onSuccess: async ({ confirmProvider: { errors: [problem] } }, { institution, isRight }) => {
      setSaid(problem?.message ?? (isRight ? t`It is on: people of ${institution} can sign in now.` : t`It stays off. Whoever set it up for ${institution} sees that it waits no longer.`));
      await Promise.all([refetch(), client.invalidateQueries({ queryKey: ['sign-in-set-up'] })]);
      heading.current?.focus();
    },
    onError: (failure) => setSaid(wordsFor(failure)),
  });
  const waiting = data?.providersToConfirm ?? [];
  return (
    <section className="sec" aria-labelledby="h-waiting">
      <h2 id="h-waiting" tabIndex={-1} ref={heading}><Trans>Waiting to be confirmed</Trans></h2>
      <p role="status" className={said === '' ? 'vh' : 'said'}>{said}</p>
      {error === null ? null : <Notice tone="err"><p>{wordsFor(error)}</p></Notice>}
      {data === undefined || waiting.length > 0 ? null : <p className="soft"><Trans>Nothing waits. When a university has tested its sign-in and wants it on, it comes here.</Trans></p>}
      {waiting.map((each) => <WaitingCard key={serviceOf(each.provider).id} waiting={each} href={setUpHrefOf(each.institutionId)} isSending={isPending} onAnswer={(isRight) => mutate({ provider: serviceOf(each.provider), institution: each.institutionName, isRight })} />)}
    </section>
  );
}

interface CardProps {
  readonly waiting: Waiting;
  readonly href: string;
  readonly isSending: boolean;
  readonly onAnswer: (isRight: boolean) => void;
}

function WaitingCard({ waiting: { institutionName, isNewcomer, since, provider }, href, isSending, onAnswer }: CardProps): ReactElement {
  const { date } = useWords();
  const service = serviceOf(provider);
  const [protocol, name, asked] = [PROTOCOLS[service.protocol], nameOf(service), date(since)];
  const mapping = service.mapping.map(({ sent, means }) => `${sent} → ${means}`);
  const answer = (isRight: boolean) => (): void => { if (!isSending) onAnswer(isRight); };
  return (
    <article className="stack waiting-card">
      <h3>{institutionName}</h3>
      <p className="soft"><Trans>{name}, {protocol}, asked on {asked}.</Trans> <a href={href}><Trans>Open its set-up</Trans></a></p>
      {isNewcomer ? <Notice tone="warn"><p><b><Trans>A newcomer.</Trans></b> <Trans>It takes no part yet. A yes lets its people in for the first time, so be sure that this is really {institutionName}.</Trans></p></Notice> : null}
      <ReadBack service={service} />
      <Pairs
        pairs={[
          { term: msg`Speaks for`, says: <ul className="stack-s">{service.domains.map((domain) => <li key={domain.domain}><DomainWords {...domain} /></li>)}</ul> },
          { term: msg`Affiliation without a domain`, says: service.trustsPlainAffiliation ? <Trans>Taken</Trans> : <Trans>Refused</Trans> },
          { term: msg`Names of its own`, says: mapping.length === 0 ? null : <code>{mapping.join(', ')}</code> },
        ]}
      />
      {service.lastTest === null ? null : <><h4><Trans>Its last test</Trans></h4><TestResult test={service.lastTest} /></>}
      <p className="row">
        <button type="button" className="btn go" aria-disabled={isSending || undefined} onClick={answer(true)}><Trans>It is right: switch it on<span className="vh"> for {institutionName}</span></Trans></button>
        <button type="button" className="btn" aria-disabled={isSending || undefined} onClick={answer(false)}><Trans>Not this way<span className="vh"> for {institutionName}</span></Trans></button>
      </p>
    </article>
  );
}

function DomainWords({ domain, isProven }: Service['domains'][number]): ReactElement {
  return <><b>{domain}</b><br />{isProven ? <span className="small soft"><Icon name="check" /> <Trans>proven by signed metadata</Trans></span> : <span className="small warned"><Icon name="warn" /> <Trans>entered by hand: make sure that it is theirs</Trans></span>}</>;
}
