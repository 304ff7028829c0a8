/** What went out of a version since it was published: what kind of thing, when and why; never what it was. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { RedactedThing } from '../../graphql/generated/graphql';
import { Notice } from '../../ui/notice';
import { type Said, useWords } from '../../ui/words';

export const REDACTIONS = graphql(`fragment Redactions_version on ResourceVersion { redactions { what decidedAt reason } }`);

const GONE: Readonly<Record<RedactedThing, Said>> = { NAME: msg`A name was taken out`, QUOTE: msg`What somebody said was taken out`, ASSET: msg`A picture was taken out` };

export function Redactions({ version }: { readonly version: FragmentType<typeof REDACTIONS> }): ReactElement | null {
  const { say, date } = useWords();
  const { redactions } = unmask(REDACTIONS, version);
  if (redactions.length === 0) return null;
  return (
    <Notice>
      {redactions.map(({ what, decidedAt, reason }) => {
        const [gone, day] = [say(GONE[what]), date(decidedAt)];
        return <p key={decidedAt}><Trans><b>{gone}</b> on {day}. {reason}</Trans></p>;
      })}
      <p className="small soft"><Trans>Its number and its citation stay, and so does everything else in it.</Trans></p>
    </Notice>
  );
}
