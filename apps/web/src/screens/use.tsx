/** Filling a template, for whoever may read it. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo } from 'react';
import { signInHref } from '../app/sign-in-link';
import { RemindMe } from '../features/resources/reporting/remind-me';
import { USE } from '../features/resources/templates/use/operations';
import { UseTemplate } from '../features/resources/templates/use/use-template';
import { ask } from '../graphql/client';
import { knownChannels } from '../graphql/known-channels';
import { useFailureWords } from '../graphql/use-sending';
import '../ui/forms.css';
import { Notice } from '../ui/notice';
import { ScreenMessage } from '../ui/screen-message';
import '../ui/variants.css';
import type { OpenScreenProps } from './screen';

export function UseScreen({ params, viewer }: OpenScreenProps): ReactElement {
  const slug = params['slug'] ?? '';
  const wordsFor = useFailureWords();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['use', slug], networkMode: 'always', staleTime: Infinity, queryFn: ({ signal }) => ask(USE, { slug }, signal) });
  const { profiles } = useMemo(() => knownChannels(data?.channelProfiles ?? []), [data]);
  const template = data?.resource?.__typename === 'ContentTemplate' ? data.resource : null;
  useEffect(() => { if (template !== null) document.title = `${template.title} - Passalong`; }, [template]);
  if (isPending) return <><h1><Trans>Use this template</Trans></h1><p className="soft skeleton"><Trans>Loading…</Trans></p></>;
  if (error !== null && data === undefined) {
    return (
      <ScreenMessage title={<Trans>The template could not be loaded</Trans>}>
        <div role="alert"><Notice tone="err"><p>{wordsFor(error)}</p></Notice></div>
        <p><button type="button" className="btn" onClick={() => void refetch()}><Trans>Try again</Trans></button></p>
      </ScreenMessage>
    );
  }
  if (template !== null) return <><UseTemplate institutionName={viewer?.institutionName ?? ''} signIn={viewer === null ? signInHref(window.location.pathname) : null} template={template} profiles={profiles} />{viewer === null ? null : <RemindMe slug={template.slug} actingInstitutionId={viewer.actingInstitutionId} />}</>;
  return (
    <ScreenMessage title={<Trans>There is no template here that you can use</Trans>}>
      <p className="measure"><Trans>The address may have been mistyped, or the template may be shared with fewer people than you.</Trans></p>
      <p className="row">{viewer === null ? <a className="btn go" href={signInHref(window.location.pathname)}><Trans>Sign in and come back here</Trans></a> : null}<a className="btn" href="/find?kind=content-template"><Trans>Find a template</Trans></a></p>
    </ScreenMessage>
  );
}
