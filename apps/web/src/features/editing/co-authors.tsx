/** Who writes this together: colleagues are invited, go, and hand over. */
import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useDeferredValue, useState } from 'react';
import { ask } from '../../graphql/client';
import { graphql } from '../../graphql/generated';
import { useFailureWords } from '../../graphql/use-sending';
import { controlProps, FormField } from '../../ui/form-field';
import { Notice } from '../../ui/notice';

const COLLEAGUES = graphql(`query Colleagues($name: String) { colleagues(first: 100, name: $name) { id displayName } }`);
const SET_TEAM = graphql(`mutation SetContributors($input: SetContributorsInput!) { setContributors(input: $input) { errors { message } } }`);

/** More than this is not shown at once: a name narrows it down. */
const AT_ONCE = 100;

export interface CoAuthor { readonly person: { readonly id: string; readonly displayName: string | null }; readonly isCurrent: boolean }

interface Props {
  readonly resourceId: string;
  readonly team: readonly CoAuthor[];
  /** Whoever writes here now. */
  readonly me: string;
}

export function CoAuthors({ resourceId, team: atFirst, me }: Props): ReactElement {
  const { t } = useLingui();
  const wordsFor = useFailureWords();
  const [team, setTeam] = useState(atFirst);
  const [said, setSaid] = useState<string | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (next: readonly CoAuthor[]) => ask(SET_TEAM, { input: { id: resourceId, personIds: next.map(({ person }) => person.id) } }),
    onSuccess: ({ setContributors: { errors } }, next) => {
      const [refused] = errors;
      if (refused !== undefined) return setSaid(refused.message);
      if (!next.some(({ person }) => person.id === me)) return location.assign('/my-week');
      setSaid(next.length > team.length ? t`They find it in their week now.` : t`They no longer write here.`);
      setTeam(next);
    },
  });
  const set = (next: readonly CoAuthor[]): void => { if (!isPending) mutate(next); };
  const isAlone = team.length === 1;
  return (
    <section aria-labelledby="authors-heading">
      <h2 id="authors-heading"><Trans>Who writes this</Trans></h2>
      <ul className="todo">
        {team.map((author) => {
          const { person: { id, displayName }, isCurrent } = author;
          const name = displayName ?? t`Somebody without a name`;
          const rest = team.filter(({ person }) => person.id !== id);
          return (
            <li key={id}>
              <span>
                {name}{id === me ? <> <span className="soft"><Trans>(you)</Trans></span></> : null}{isCurrent ? null : <> <span className="soft"><Trans>has left</Trans></span></>}
              </span>
              {isAlone ? null : <button type="button" className="btn s quiet" aria-disabled={isPending || undefined} onClick={() => set(rest)}>{id === me ? <Trans>Hand over and leave</Trans> : <Trans>Take out<span className="vh"> {name}</span></Trans>}</button>}
            </li>
          );
        })}
      </ul>
      <Invite team={team} isBusy={isPending} onInvite={(person) => set([...team, { person, isCurrent: true }])} />
      <p className="small soft" role="status">{said}</p>
      {error === null ? null : <div role="alert"><Notice tone="err"><p>{wordsFor(error)}</p></Notice></div>}
    </section>
  );
}

interface InviteProps { readonly team: readonly CoAuthor[]; readonly isBusy: boolean; readonly onInvite: (person: CoAuthor['person']) => void }

function Invite({ team, isBusy, onInvite }: InviteProps): ReactElement {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const asked = useDeferredValue(name.trim());
  const { data } = useQuery({ queryKey: ['colleagues', asked], enabled: isOpen, networkMode: 'always', placeholderData: keepPreviousData, queryFn: ({ signal }) => ask(COLLEAGUES, { name: asked === '' ? null : asked }, signal) });
  const colleagues = (data?.colleagues ?? []).filter(({ id }) => !team.some(({ person }) => person.id === id));
  const [filter, choice] = [{ id: 'co-author-name', label: t`A part of their name` }, { id: 'co-author', label: t`Colleague` }];
  const needsName = name !== '' || (data?.colleagues.length ?? 0) === AT_ONCE;
  const invite = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const chosen = colleagues.find(({ id }) => id === new FormData(event.currentTarget).get('colleague'));
    if (chosen !== undefined && !isBusy) onInvite(chosen);
  };
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><Trans>Invite a colleague</Trans></summary>
      <form className="stack-s" onSubmit={invite}>
        {needsName ? <FormField {...filter}><input type="text" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} {...controlProps(filter)} /></FormField> : null}
        {data !== undefined && colleagues.length === 0
          ? <p className="small soft"><Trans>Nobody else of your institution is here. Your administrators invite them.</Trans></p>
          : <FormField {...choice}><select name="colleague" {...controlProps(choice)}>{colleagues.map(({ id, displayName }) => <option key={id} value={id}>{displayName ?? t`Somebody without a name`}</option>)}</select></FormField>}
        <p><button type="submit" className="btn s" aria-disabled={isBusy || undefined} disabled={colleagues.length === 0}><Trans>Invite</Trans></button></p>
      </form>
    </details>
  );
}
