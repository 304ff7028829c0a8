/** What the reader may do with a resource. Adapting, archiving and restoring are done by the script of the page; the rest are links. */
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { allowsAdaptation } from '@passalong/domain';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { Icon } from '../../ui/icon';
import { Download } from './download';

const ACTIONS = graphql(`fragment Actions_resource on Resource {
  id slug kind state licence { id }
  viewerCan @include(if: $isSignedIn) { run adapt edit withdraw archive restore redact setContributors }
  team @include(if: $isSignedIn) { isCurrent }
}`);

/** What the script says while and after it acts; it has no words of its own. */
const SAID: Readonly<Record<string, MessageDescriptor>> = {
  adapting: msg`Making your copy…`,
  takingOver: msg`Taking it over…`,
  takingUp: msg`Starting a draft…`,
  archiving: msg`Archiving…`,
  restoring: msg`Offering it again…`,
  archived: msg`Archived. It can still be read, and is no longer offered.`,
  restored: msg`It is offered again.`,
  undo: msg`Undo`,
  failed: msg`That did not work, and nothing was changed. Try again.`,
  offline: msg`Nothing reached the server. Check your line and try again.`,
};

interface Props {
  readonly resource: FragmentType<typeof ACTIONS>;
  /** The way to sign in and come back; null for those who are signed in. */
  readonly signIn: string | null;
  /** The number of an earlier version that is read: it is kept and cited, and its authors may take it up again. Undefined for the published one. */
  readonly earlierNumber: number | undefined;
  /** Of the version that is read; null where nothing was published. */
  readonly version: number | null;
}

export function Actions({ resource: masked, signIn, earlierNumber, version }: Props): ReactElement {
  const { t, i18n } = useLingui();
  const { id, slug, kind, state, licence, ...asked } = unmask(ACTIONS, masked);
  const isEarlier = earlierNumber !== undefined;
  const viewerCan = isEarlier ? undefined : asked.viewerCan;
  const isOrphaned = viewerCan?.setContributors === true && asked.team?.every(({ isCurrent }) => !isCurrent) === true;
  const mayTakeUp = isEarlier && asked.viewerCan?.edit === true;
  const isAdaptable = !isEarlier && state === 'PUBLISHED' && allowsAdaptation(licence?.id ?? null);
  const isUsable = !isEarlier && kind === 'CONTENT_TEMPLATE';
  const said = Object.fromEntries(Object.entries(SAID).map(([name, words]) => [name, i18n._(words)]));
  return (
    <div className="acts" role="group" aria-label={t`Actions`} data-acts={id} data-said={asked.viewerCan === undefined ? undefined : JSON.stringify(said)} data-number={earlierNumber}>
      {isUsable ? <a className="btn go" href={`/r/${slug}/use`}><Icon name="edit" /><Trans>Use this</Trans></a> : null}
      {kind === 'PLAYBOOK' && !isEarlier ? <a className="btn" href={`/r/${slug}/run-sheet`}><Icon name="check" /><Trans>Run sheet</Trans></a> : null}
      {viewerCan?.adapt === true ? <button className={isUsable ? 'btn needs-script' : 'btn go needs-script'} type="button" data-act="adapt"><Icon name="adapt" /><Trans>Adapt</Trans></button> : null}
      {signIn !== null && isAdaptable ? <a className={isUsable ? 'btn' : 'btn go'} href={signIn}><Icon name="adapt" /><Trans>Sign in to adapt this</Trans></a> : null}
      {viewerCan?.edit === true || viewerCan?.withdraw === true ? <a className="btn" href={`/edit/${id}`}><Icon name="edit" /><Trans>Edit</Trans></a> : null}
      {viewerCan?.run === true && kind !== 'CASE_STUDY' ? <a className="btn" href={`/r/${slug}/went`}><Trans>Say how it went</Trans></a> : null}
      {signIn === null && version !== null && !isEarlier ? <a className="btn" href={`/r/${slug}/collect`}><Trans>Add to a collection</Trans></a> : null}
      <a className="btn" href="#credit"><Icon name="copy" /><Trans>Credit</Trans></a>
      {version === null ? null : <Download address={isEarlier ? `/download/${slug}/v/${version}` : `/download/${slug}`} />}
      <button className="btn needs-script" type="button" data-print=""><Icon name="print" /><Trans>Print</Trans></button>
      {viewerCan?.redact === true ? <a className="btn quiet" href={`/r/${slug}/redact`}><Trans>Take a person out</Trans></a> : null}
      {viewerCan?.archive === true ? <button className="btn quiet needs-script" type="button" data-act="archive"><Trans>Archive</Trans></button> : null}
      {viewerCan?.restore === true ? <button className="btn needs-script" type="button" data-act="restore"><Trans>Offer it again</Trans></button> : null}
      {isOrphaned ? <button className="btn needs-script" type="button" data-act="takeOver"><Icon name="edit" /><Trans>Take it over: its authors have left</Trans></button> : null}
      {mayTakeUp ? <button className="btn needs-script" type="button" data-act="takeUp"><Icon name="edit" /><Trans>Start a draft from this version</Trans></button> : null}
      {asked.viewerCan === undefined ? null : <p className="acted" role="status" tabIndex={-1} />}
    </div>
  );
}
