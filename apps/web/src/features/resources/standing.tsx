/** What a reader must know before trusting the page: an illustration, a draft, in review, archived. */
import { Plural, Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { Notice } from '../../ui/notice';
import { Redactions } from './redactions';

const STANDING = graphql(`fragment Standing_resource on Resource {
  slug state language version { number ...Redactions_version }
  draft @include(if: $isSignedIn) { status }
  ... on ContentTemplate { brokenLimits { message } }
  upstream @include(if: $isSignedIn) { waiting }
}`);

interface Props {
  readonly resource: FragmentType<typeof STANDING>;
  readonly isEarlier: boolean;
  readonly illustrativeNote: string | null;
}

export function Standing({ resource, isEarlier, illustrativeNote }: Props): ReactElement {
  const shown = unmask(STANDING, resource);
  const { slug, state, language, version, draft, upstream } = shown;
  const broken = isEarlier || !('brokenLimits' in shown) ? [] : shown.brokenLimits;
  return (
    <>
      {illustrativeNote === null ? null : <Notice tone="warn"><p><Trans><b>Illustration.</b> <span lang={language}>{illustrativeNote}</span></Trans></p></Notice>}
      {isEarlier || version === null ? null : <Redactions version={version} />}
      {state === 'DRAFT' ? <Notice><p><Trans><b>A draft.</b> It was never published. You see it because you may edit or review it.</Trans></p></Notice> : null}
      {state === 'IN_REVIEW' ? <Notice><p><Trans><b>In review.</b> It was never published, and waits for somebody to say yes. You see it because you may edit or review it.</Trans></p></Notice> : null}
      {state === 'ARCHIVED' ? <Notice><p><Trans><b>Archived.</b> It is kept so that links and citations go on working, and is no longer offered.</Trans></p></Notice> : null}
      {state === 'HIDDEN' ? <Notice tone="warn"><p><Trans><b>Hidden by a moderator.</b> Only its institution and the moderators can read it.</Trans></p></Notice> : null}
      {broken.length === 0 ? null : (
        <Notice tone="warn">
          <p><Trans><b>It no longer fits.</b> A limit has changed since this was published, so its example is refused now:</Trans></p>
          <ul>{broken.map(({ message }, at) => <li key={at}>{message}</li>)}</ul>
        </Notice>
      )}
      {isEarlier || version === null || draft === undefined || draft === null ? null : (
        <Notice>
          <p>
            {draft.status === 'IN_REVIEW'
              ? <Trans><b>The next version is in review.</b> What you read here is version {version.number}.</Trans>
              : <Trans><b>The next version is being written.</b> What you read here is version {version.number}.</Trans>}
          </p>
        </Notice>
      )}
      {isEarlier || upstream == null || upstream.waiting === 0 ? null : (
        <Notice><p><Trans><b>The original has been updated:</b> <a href={`/r/${slug}/upstream`}><Plural value={upstream.waiting} one="# change" other="# changes" /></a>.</Trans></p></Notice>
      )}
    </>
  );
}
