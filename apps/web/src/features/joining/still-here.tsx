/** Who belongs here: asked every quarter, answered by a tick at whoever has left. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { ErrorSummary } from '../../ui/error-summary';
import { Notice } from '../../ui/notice';
import { useWords } from '../../ui/words';
import { HandedOn } from '../../ui/handed-on';
import { type Colleague, CONFIRM_PEOPLE, INVITE_TO_LINK } from './operations';
import { leadToPeople, peopleFieldId, usePeople, usePeopleChange } from './people-context';
import { ROLES } from './role-words';

export function StillHere(): ReactElement {
  const { people: { people, isCheckDue, checkedAt } } = usePeople();
  const { t } = useLingui();
  const { date } = useWords();
  const [said, setSaid] = useState('');
  const [link, setLink] = useState<{ readonly name: string; readonly address: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const confirming = usePeopleChange(CONFIRM_PEOPLE);
  const linking = usePeopleChange(INVITE_TO_LINK);
  const confirm = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const left = new FormData(event.currentTarget).getAll('left').map(String);
    confirming.send({ left }, () => {
      setSaid(left.length === 0 ? t`Thank you. We ask again in three months.` : t`Thank you. Whoever has left is signed out. We ask again in three months.`);
      heading.current?.focus();
    });
  };
  const checked = checkedAt == null ? null : date(checkedAt);
  return (
    <section className="sec" aria-labelledby="h-people">
      <h2 id="h-people" tabIndex={-1} ref={heading}><Trans>Your people</Trans></h2>
      <div className="stack">
        <p role="status" className={said === '' ? 'vh' : 'said'}>{said}</p>
        {isCheckDue ? <Notice tone="warn"><p><b><Trans>Are these still your people?</Trans></b> <Trans>Tick whoever has left, or nobody, and say so below. It takes a minute, every three months.</Trans></p></Notice> : null}
        {[confirming, linking].map(({ problems, attempt }, index) => <ErrorSummary key={index} heading="h4" problems={problems} attempt={attempt} idOf={peopleFieldId} onLead={leadToPeople} />)}
        {link === null ? null : <HandedOn {...link}><Trans>Hand it to them yourself, by a way that reaches nobody else. It works once.</Trans></HandedOn>}
        <form className="stack" onSubmit={confirm}>
          <ul className="people">{people.map((person) => <PersonRow key={person.id} person={person} onLink={() => linking.send({ personId: person.id }, ({ address }) => { if (address) setLink({ name: t`Another way to sign in for ${nameOf(person, t`somebody without a name`)}`, address }); })} />)}</ul>
          <p className="small soft measure"><Trans>What people wrote stays, whoever leaves. Whoever has not signed in for a year leaves by themselves, and comes back by signing in.</Trans></p>
          <p className="row"><button className={isCheckDue ? 'btn go' : 'btn'} type="submit" aria-disabled={confirming.isSending || undefined}><Trans>Everybody else still works here</Trans></button>{checked === null ? null : <span className="small soft"><Trans>Last said on {checked}.</Trans></span>}</p>
        </form>
      </div>
    </section>
  );
}

const nameOf = ({ displayName }: Colleague, otherwise: string): string => displayName ?? otherwise;

function PersonRow({ person, onLink }: { readonly person: Colleague; readonly onLink: () => void }): ReactElement {
  const { t } = useLingui();
  const { date, list, say } = useWords();
  const name = nameOf(person, t`somebody without a name`);
  const [seen, roles] = [date(person.lastActiveOn), list(person.roles.map((role) => say(ROLES[role].name)))];
  return (
    <li>
      <p><b>{name}</b><br /><span className="small soft">{roles}; <Trans>last signed in on {seen}</Trans>; <Plural value={person.waysIn} _0="no way to sign in" one="# way to sign in" other="# ways to sign in" /></span></p>
      <p className="row">
        <label className="check"><input type="checkbox" name="left" value={person.id} /><span><Trans><span className="vh">{name} </span>has left</Trans></span></label>
        <button type="button" className="btn s" onClick={onLink}><Trans>Another way to sign in<span className="vh"> for {name}</span></Trans></button>
      </p>
    </li>
  );
}
