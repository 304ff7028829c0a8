/** `/r/:slug/redact`: a moderator, or an approver of the owner, takes a person out of published work. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { RedactForm } from '../features/redacting/redact-form';
import { ask } from '../graphql/client';
import { graphql } from '../graphql/generated';
import { useFailureWords } from '../graphql/use-sending';
import '../ui/forms.css';
import { NotLoaded } from '../ui/not-loaded';
import { ScreenMessage } from '../ui/screen-message';
import type { ScreenProps } from './screen';

const READ = graphql(`query WorkToRedact($slug: String!) { resource(slug: $slug) { id slug title language viewerCan { redact } } }`);

export function RedactScreen({ params }: ScreenProps): ReactElement {
  const slug = params['slug'] ?? '';
  const wordsFor = useFailureWords();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['to-redact', slug], networkMode: 'always', queryFn: ({ signal }) => ask(READ, { slug }, signal) });
  const resource = data?.resource ?? null;
  useEffect(() => { if (resource !== null) document.title = `${resource.title} - Passalong`; }, [resource]);
  if (isPending) return <ScreenMessage title={<Trans>Take a person out</Trans>}><p className="soft skeleton"><Trans>Loading…</Trans></p></ScreenMessage>;
  if (error !== null && data === undefined) return <ScreenMessage title={<Trans>Take a person out</Trans>}><NotLoaded why={wordsFor(error)} onAgain={() => void refetch()} /></ScreenMessage>;
  if (resource?.viewerCan?.redact !== true) return <ScreenMessage title={<Trans>There is nothing here that you can take out</Trans>}><p><Trans>Moderators do this in published work, and so do approvers of the institution that owns it.</Trans> <a href="/moderation"><Trans>How moderation works</Trans></a></p></ScreenMessage>;
  return (
    <ScreenMessage title={<Trans>Take a person out of <span lang={resource.language}>{resource.title}</span></Trans>}>
      <p className="measure"><Trans>When somebody asks not to be named, quoted or shown any more, what is published changes everywhere at once: every version, its draft, and what was adapted from it. Numbers and addresses of versions stay.</Trans></p>
      <RedactForm resource={resource} />
    </ScreenMessage>
  );
}
