/** The set-up of an institution's sign-in: for its administrators, for whoever followed a set-up link, and for platform administrators. */
import { Trans } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { signInHref } from '../app/sign-in-link';
import { PeopleOf } from '../features/joining/people';
import { JoinRequests } from '../features/joining/requests';
import { PartnerSystems } from '../features/partner-systems/partner-systems';
import { Links } from '../features/setting-up/links';
import { NothingHere } from '../features/setting-up/nothing-here';
import { type MaskedSetUp, READ, setUpOf } from '../features/setting-up/operations';
import { NEW, type SetUpPlace, usePlace } from '../features/setting-up/place';
import { Services } from '../features/setting-up/services';
import { SetUpContext } from '../features/setting-up/set-up-context';
import '../features/setting-up/setting-up.css';
import { Steps } from '../features/setting-up/steps';
import { ToConfirm } from '../features/setting-up/to-confirm';
import { ask } from '../graphql/client';
import '../ui/forms.css';
import { Notice } from '../ui/notice';
import type { OpenScreenProps } from './screen';

export function SetUpScreen({ viewer }: OpenScreenProps): ReactElement {
  const place = usePlace();
  const client = useQueryClient();
  const queryKey = ['sign-in-set-up', place.at];
  const { data, error, isPending, refetch } = useQuery({ queryKey, networkMode: 'always', queryFn: ({ signal }) => ask(READ, { at: place.at }, signal) });
  const confirms = viewer?.isPlatformAdministrator === true;
  if (isPending || (error !== null && data === undefined)) {
    return (
      <div className="set-up stack">
        <h1><Trans>Sign-in set-up</Trans></h1>
        {isPending ? <p className="soft skeleton"><Trans>Loading…</Trans></p> : (
          <div role="alert" className="stack">
            <Notice tone="err"><p><Trans>The set-up could not be loaded. Nothing was changed.</Trans></p></Notice>
            <p><button type="button" className="btn" onClick={() => void refetch()}><Trans>Try again</Trans></button></p>
          </div>
        )}
      </div>
    );
  }
  const masked = data?.signInSetUp ?? null;
  if (masked === null && !confirms) return <NothingHere institution={viewer?.institutionName ?? null} signInHref={signInHref(`${window.location.pathname}${window.location.search}`)} />;
  if (masked === null) return <div className="set-up"><header><h1><Trans>Sign-in set-up</Trans></h1></header><JoinRequests /><ToConfirm /></div>;
  return <SetUpOf masked={masked} place={place} confirms={confirms} keep={(setUp) => client.setQueryData(queryKey, { signInSetUp: setUp })} />;
}

interface Props {
  readonly masked: MaskedSetUp;
  readonly place: SetUpPlace;
  readonly confirms: boolean;
  readonly keep: (setUp: MaskedSetUp) => void;
}

function SetUpOf({ masked, place, confirms, keep }: Props): ReactElement {
  const setUp = useMemo(() => setUpOf(masked), [masked]);
  const open = setUp.services.find(({ id }) => id === place.service) ?? null;
  const { institutionName, isByLink } = setUp;
  return (
    <SetUpContext value={{ setUp, keep }}>
      <div className="set-up">
        <header>
          <h1><Trans>Sign-in of {institutionName}</Trans></h1>
          <p className="lead"><Trans>So that colleagues come in with the account they have already. Nothing changes for anybody before the last step.</Trans></p>
          {isByLink ? <p className="soft"><Trans>You are here by a set-up link: it shows this page and nothing else.</Trans></p> : null}
        </header>
        {confirms ? <><JoinRequests /><ToConfirm /></> : null}
        <Services place={place} />
        {open !== null || place.service === NEW ? <Steps service={open} place={place} /> : null}
        {isByLink ? null : <><Links /><PeopleOf at={place.at} /><PartnerSystems at={place.at} institutionId={setUp.institutionId} /></>}
      </div>
    </SetUpContext>
  );
}
