/** For platform administrators: universities that ask to join, with what is needed to judge them. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { ask } from '../../graphql/client';
import { useFailureWords } from '../../graphql/use-sending';
import { controlProps, FieldGroup, FormField } from '../../ui/form-field';
import { Pairs } from '../../ui/lists';
import { Notice } from '../../ui/notice';
import { useWords } from '../../ui/words';
import { HandedOn } from '../../ui/handed-on';
import './joining.css';
import { ANSWER_REQUEST, type JoinRequest, REQUESTS } from './operations';
import { ROLE_NAMES, ROLES } from './role-words';

interface Handed { readonly institution: string; readonly email: string; readonly invitation: string | null; readonly link: string | null }

export function JoinRequests(): ReactElement {
  const { t } = useLingui();
  const [said, setSaid] = useState('');
  const [handed, setHanded] = useState<Handed | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wordsFor = useFailureWords();
  const { data, error, refetch } = useQuery({ queryKey: ['join-requests'], queryFn: ({ signal }) => ask(REQUESTS, {}, signal) });
  const { mutate, isPending } = useMutation({
    mutationFn: ({ input }: { input: AnswerInput; request: JoinRequest }) => ask(ANSWER_REQUEST, { input }),
    onSuccess: async ({ answerJoinRequest: { errors: [problem], invitationAddress, setUpAddress } }, { input, request }) => {
      setSaid(problem?.message ?? (input.answer === 'ACCEPTED' ? t`${request.institutionName} takes part now.` : t`Declined. Nobody is told by itself: write to them if you wish.`));
      if (problem === undefined && input.answer === 'ACCEPTED') setHanded({ institution: request.institutionName, email: request.workEmail, invitation: invitationAddress ?? null, link: setUpAddress ?? null });
      await refetch();
      heading.current?.focus();
    },
    onError: (failure) => setSaid(wordsFor(failure)),
  });
  const requests = data?.joinRequests ?? [];
  return (
    <section className="sec" aria-labelledby="h-requests">
      <h2 id="h-requests" tabIndex={-1} ref={heading}><Trans>Universities that ask to join</Trans></h2>
      <p role="status" className={said === '' ? 'vh' : 'said'}>{said}</p>
      {error === null ? null : <Notice tone="err"><p>{wordsFor(error)}</p></Notice>}
      {handed?.invitation == null ? null : <HandedOn name={t`The invitation for ${handed.email}`} address={handed.invitation}><Trans>Send it to {handed.email}.</Trans></HandedOn>}
      {handed?.link == null ? null : <HandedOn name={t`The link for the IT service of ${handed.institution}`} address={handed.link}><Trans>Send it along, for their IT service.</Trans></HandedOn>}
      {data === undefined || requests.length > 0 ? null : <p className="soft"><Trans>Nobody asks. When somebody’s university is not on the sign-in page, they can ask there.</Trans></p>}
      {requests.map((request) => <RequestCard key={request.id} request={request} isSending={isPending} onAnswer={(input) => mutate({ input: { requestId: request.id, ...input }, request })} />)}
    </section>
  );
}

interface AnswerInput { readonly requestId: string; readonly answer: 'ACCEPTED' | 'DECLINED'; readonly institutionId?: string | null; readonly country?: string | null; readonly roles?: JoinRoles }
type JoinRoles = (keyof typeof ROLES)[];

interface CardProps {
  readonly request: JoinRequest;
  readonly isSending: boolean;
  readonly onAnswer: (input: Omit<AnswerInput, 'requestId'>) => void;
}

const NEW = 'new';

function RequestCard({ request, isSending, onAnswer }: CardProps): ReactElement {
  const { t } = useLingui();
  const { date, say } = useWords();
  const [institution, choose] = useState(request.suggestions[0]?.id ?? NEW);
  const asked = date(request.createdAt);
  const accept = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    if (!isSending) onAnswer({ answer: 'ACCEPTED', institutionId: institution === NEW ? null : institution, country: String(data.get('country') ?? ''), roles: data.getAll('roles').map(String) as JoinRoles });
  };
  const country = { id: `c-${request.id}`, label: t`Its country`, hint: t`Two letters, such as GB.` };
  return (
    <article className="stack request">
      <h3>{request.institutionName}</h3>
      <Pairs
        pairs={[
          { term: msg`Who asks`, says: <>{request.personName}, {request.personRole}</> },
          { term: msg`Work address`, says: request.workEmail },
          { term: msg`Head of service`, says: <>{request.headName}, {request.headEmail}</> },
          { term: msg`Said`, says: request.message ?? null },
          { term: msg`Asked on`, says: asked },
        ]}
      />
      <p className="small soft measure"><Trans>Ask the head of service by an address that you found yourself before you say yes.</Trans></p>
      <form className="stack" onSubmit={accept}>
        <FieldGroup id={`w-${request.id}`} label={t`Which institution it is`} isQuiet>
          {request.suggestions.map(({ id, name, hasDomain, isMember }) => (
            <label className="check" key={id}><input type="radio" name="institution" value={id} checked={institution === id} onChange={() => choose(id)} /><span>{name} <span className="small soft">{hasDomain ? <Trans>the address is at its domain</Trans> : <Trans>by its name alone</Trans>}{isMember ? <>; <Trans>takes part already</Trans></> : null}</span></span></label>
          ))}
          <label className="check"><input type="radio" name="institution" value={NEW} checked={institution === NEW} onChange={() => choose(NEW)} /><span><Trans>None we know: add it by this name</Trans></span></label>
        </FieldGroup>
        {institution === NEW ? <FormField {...country}><input type="text" name="country" maxLength={2} autoComplete="off" {...controlProps(country)} /></FormField> : null}
        <FieldGroup id={`r-${request.id}`} label={t`What they will do there`} isQuiet>
          {ROLE_NAMES.map((role) => <label className="check" key={role}><input type="checkbox" name="roles" value={role} defaultChecked={role === 'PRACTITIONER'} /><span>{say(ROLES[role].name)}</span></label>)}
        </FieldGroup>
        <p className="row">
          <button type="submit" className="btn go" aria-disabled={isSending || undefined}><Trans>Welcome them</Trans><span className="vh">: {request.institutionName}</span></button>
          <button type="button" className="btn" aria-disabled={isSending || undefined} onClick={() => { if (!isSending) onAnswer({ answer: 'DECLINED' }); }}><Trans>Decline</Trans><span className="vh">: {request.institutionName}</span></button>
        </p>
      </form>
    </article>
  );
}
