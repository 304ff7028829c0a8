/** What stands here while nothing waits: what will come, when, and what a row looks like. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon';

interface Props {
  readonly canApprove: boolean;
  readonly canModerate: boolean;
  readonly institution: string;
}

export function EmptyQueue({ canApprove, canModerate, institution }: Props): ReactElement {
  if (!canApprove && !canModerate) return <NotYours institution={institution} />;
  return (
    <div className="stack measure">
      <h2><Trans>Nothing waits for you</Trans></h2>
      {canApprove ? <p><Trans>When a colleague at {institution} sends something for review, it comes here first. You decide whether it may leave, and under which name.</Trans></p> : null}
      {canModerate ? <p><Trans>When another university signs off something for others, it comes here for a moderator. Work of your own universities goes to somebody else.</Trans></p> : null}
      <p><Trans>A row will look like this one, which is only an example:</Trans></p>
      <p className="example-row" aria-hidden="true">
        <Icon name="playbook" /><span><Trans>Ten minutes before the bell</Trans></span><small><Trans>2 d</Trans></small>
      </p>
      <p className="row"><a className="btn go" href="/my-week"><Trans>See your week</Trans></a><a href="/find"><Trans>Find something to read</Trans></a></p>
    </div>
  );
}

function NotYours({ institution }: { readonly institution: string }): ReactElement {
  return (
    <div className="stack measure">
      <h2><Trans>You are not asked to review</Trans></h2>
      <p><Trans>Approvers of {institution} sign off what leaves it, and moderators judge work of other universities. An administrator of {institution} decides who is an approver.</Trans></p>
      <p><Trans>What you write and send for review stands in your week, with where it is and who has it.</Trans></p>
      <p className="row"><a className="btn go" href="/my-week"><Trans>See your week</Trans></a><a href="/moderation"><Trans>How work is released</Trans></a></p>
    </div>
  );
}
