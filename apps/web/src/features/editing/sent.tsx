/** After sending: who is asked now, and what happens next. */
import { isShared, type Visibility } from '@passalong/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, useEffect, useRef } from 'react';
import { AUDIENCES } from './sharing';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly visibility: Visibility;
}

export function Sent({ id, title, owner, visibility }: Props): ReactElement {
  const { i18n } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = 'Sent to sign-off - Passalong';
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const readers = i18n._(AUDIENCES[visibility].name);
  return (
    <div className="stack sent">
      <h1 tabIndex={-1} ref={heading}><Trans>Sent to sign-off</Trans></h1>
      <p className="lead"><Trans>“{title}” waits for an approver at {owner}.</Trans></p>
      <h2><Trans>What happens next</Trans></h2>
      <ol className="next">
        <li><Trans>An approver at {owner} reads it and signs it off.</Trans></li>
        {isShared(visibility) ? <li><Trans>A moderator of another institution reads it, as somebody who was not there.</Trans></li> : null}
        <li><Trans>It is published. Who may read it: {readers}.</Trans></li>
      </ol>
      <p><Trans>If one of them sends it back, the reason stands at the top of your draft. Until then it cannot be changed; you can take it back at any time.</Trans></p>
      <p className="row"><a className="btn go" href="/my-week"><Trans>Back to my week</Trans></a><a href={`/edit/${id}`}><Trans>Look at it again</Trans></a></p>
    </div>
  );
}
