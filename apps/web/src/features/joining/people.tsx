/** The people of an institution, who may come, and the domains that are its own. For its administrators. */
import { Trans } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { ask } from '../../graphql/client';
import { NotLoaded } from '../../ui/not-loaded';
import { useFailureWords } from '../../graphql/use-sending';
import { Domains } from './domains';
import { Invitations } from './invitations';
import './joining.css';
import { type MaskedPeople, peopleOf, READ_PEOPLE } from './operations';
import { PeopleContext } from './people-context';
import { StillHere } from './still-here';

export function PeopleOf({ at }: { readonly at: string | null }): ReactElement | null {
  const client = useQueryClient();
  const queryKey = ['institution-people', at];
  const wordsFor = useFailureWords();
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => ask(READ_PEOPLE, { at }, signal) });
  if (error !== null && data === undefined) return <NotLoaded why={wordsFor(error)} onAgain={() => void refetch()} />;
  if (data === undefined) return <p className="soft skeleton"><Trans>Loading…</Trans></p>;
  const masked = data.institutionPeople;
  return masked == null ? null : <Parts masked={masked} keep={(people) => client.setQueryData(queryKey, { institutionPeople: people })} />;
}

function Parts({ masked, keep }: { readonly masked: MaskedPeople; readonly keep: (people: MaskedPeople) => void }): ReactElement {
  const people = useMemo(() => peopleOf(masked), [masked]);
  return (
    <PeopleContext value={{ people, keep }}>
      <StillHere />
      <Invitations />
      <Domains />
    </PeopleContext>
  );
}
