/** For people of several universities: which one they act for. Changing it is a write, so it needs script. */
import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { actFor } from '../graphql/act-for';
import { ask } from '../graphql/client';
import { graphql } from '../graphql/generated';
import type { ScreenProps } from './screen';

const MEMBERSHIPS = graphql(`query ActingFor {
  viewer { memberships { isCurrent institution { id name } } }
}`);

export function ActingForScreen({ viewer }: ScreenProps): ReactElement {
  const { data } = useQuery({ queryKey: ['memberships'], queryFn: ({ signal }) => ask(MEMBERSHIPS, {}, signal) });
  const [chosen, choose] = useState(viewer.actingInstitutionId);
  const { mutate, isPending, isError } = useMutation({
    mutationFn: actFor,
    onSuccess: () => window.location.reload(), // every page is made for one institution
  });
  const change = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen !== viewer.actingInstitutionId) mutate(chosen);
  };
  const institutions = data?.viewer.memberships.map(({ institution }) => institution) ?? [{ id: viewer.actingInstitutionId, name: viewer.institutionName }];
  return (
    <form onSubmit={change} className="acting">
      <div className="field">
        <label htmlFor="acting-for"><Trans>You act for</Trans></label>
        <select id="acting-for" value={chosen} onChange={({ target }) => choose(target.value)}>
          {institutions.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </div>
      <button type="submit" className="btn" aria-disabled={isPending}><Trans>Change</Trans></button>
      {isError ? <p role="alert" className="small"><Trans>That did not work. You still act for {viewer.institutionName}.</Trans></p> : null}
    </form>
  );
}
