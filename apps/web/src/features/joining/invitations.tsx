/** Invitations: for somebody whom the university's sign-in does not let in, or where there is none yet. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { ErrorSummary } from '../../ui/error-summary';
import { controlProps, FieldGroup, FormField } from '../../ui/form-field';
import { useWords } from '../../ui/words';
import { HandedOn } from '../../ui/handed-on';
import { END_INVITATION, INVITE, type OpenInvitation } from './operations';
import { leadToPeople, peopleFieldId, usePeople, usePeopleChange } from './people-context';
import { ROLE_NAMES, ROLES } from './role-words';

export function Invitations(): ReactElement {
  const { people: { invitations, approvedDomains } } = usePeople();
  const { t } = useLingui();
  const { list, say } = useWords();
  const [made, setMade] = useState<{ readonly name: string; readonly address: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const inviting = usePeopleChange(INVITE);
  const ending = usePeopleChange(END_INVITATION);
  const invite = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const email = String(data.get('email') ?? '').trim();
    inviting.send({ email, roles: data.getAll('roles').map(String) as OpenInvitation['roles'] }, ({ address }) => {
      form.reset();
      if (address) setMade({ name: t`The invitation for ${email}`, address });
    });
  };
  const end = (invitationId: string): void => ending.send({ invitationId }, () => {
    setMade(null);
    heading.current?.focus();
  });
  const email = { id: peopleFieldId('email'), label: t`Their work address`, hint: approvedDomains.length === 0 ? t`Prove a domain of yours below first.` : t`At ${list(approvedDomains.slice(0, 4))}. We send nothing: you hand the invitation on yourself.`, error: inviting.errorOf('email') };
  return (
    <section className="sec" aria-labelledby="h-invite">
      <h2 id="h-invite" tabIndex={-1} ref={heading}><Trans>Invite somebody</Trans></h2>
      <div className="stack">
        <p className="measure"><Trans>Colleagues come in by themselves with your university’s sign-in. Invite whoever it does not know as staff, such as a contractor, or anybody while it is not set up yet.</Trans></p>
        {[inviting, ending].map(({ problems, attempt }, index) => <ErrorSummary key={index} heading="h4" problems={problems} attempt={attempt} idOf={peopleFieldId} onLead={leadToPeople} />)}
        {made === null ? null : <HandedOn {...made}><Trans>It works once, for 14 days.</Trans></HandedOn>}
        <form className="stack" noValidate onSubmit={invite}>
          <FormField {...email}><input type="email" name="email" autoComplete="off" spellCheck={false} {...controlProps(email)} /></FormField>
          <FieldGroup id={peopleFieldId('roles')} label={t`What they will do here`} error={inviting.errorOf('roles')} isQuiet>
            {ROLE_NAMES.map((role) => <label className="check" key={role}><input type="checkbox" name="roles" value={role} defaultChecked={role === 'PRACTITIONER'} /><span>{say(ROLES[role].name)}: <span className="soft">{say(ROLES[role].says)}</span></span></label>)}
          </FieldGroup>
          <p><button className="btn" type="submit" aria-disabled={inviting.isSending || undefined}><Trans>Make an invitation</Trans></button></p>
        </form>
        {invitations.length === 0 ? null : <><h3><Trans>Open invitations</Trans></h3><ul className="links">{invitations.map((invitation) => <InvitationRow key={invitation.id} invitation={invitation} onEnd={() => end(invitation.id)} />)}</ul></>}
      </div>
    </section>
  );
}

function InvitationRow({ invitation: { email, forPerson, roles, expiresAt }, onEnd }: { readonly invitation: OpenInvitation; readonly onEnd: () => void }): ReactElement {
  const { t } = useLingui();
  const { list, say } = useWords();
  const [now] = useState(Date.now);
  const days = Math.max(0, Math.ceil((Date.parse(expiresAt) - now) / 86_400_000));
  const whom = email !== '' ? email : t`another way to sign in for ${forPerson ?? t`somebody without a name`}`;
  return (
    <li>
      <p>{whom}<br /><span className="small soft">{roles.length === 0 ? null : <>{list(roles.map((role) => say(ROLES[role].name)))}; </>}<Plural value={days} one="ends in # day" other="ends in # days" /></span></p>
      <button type="button" className="btn s" onClick={onEnd}><Trans>Take it back<span className="vh">: {whom}</span></Trans></button>
    </li>
  );
}
