/** What is asked, in eight facts, before a word of the draft is read. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Pairs } from '../../ui/lists';
import { type Said, useWords } from '../../ui/words';
import { type Audience, READERS } from './stage-words';

interface Props {
  readonly kind: Said;
  readonly author: string | null;
  readonly institution: string;
  readonly askedAt: string;
  readonly audience: Audience;
  readonly licence: string | null;
  /** In plain words; null where none is stated. */
  readonly evidence: Said | null;
  readonly people: PeopleSaid;
  readonly changeNote: string | null;
  /** The published version that this revises. */
  readonly revises: Version | null;
  readonly isAnonymised: boolean;
}

interface PeopleSaid { readonly appear: boolean; readonly unstated: readonly string[] }
interface Version { readonly number: number; readonly publishedAt: string }

export function Asked({ kind, author, institution, askedAt, audience, licence, evidence, people, changeNote, revises, isAnonymised }: Props): ReactElement {
  const { say, date } = useWords();
  const asked = date(askedAt);
  const stated = (words: Said | null, otherwise: Said = msg`Not stated`): ReactElement => (words === null || words === '' ? <span className="soft">{say(otherwise)}</span> : <>{say(words)}</>);
  return (
    <div className="asked">
      <Pairs
        pairs={[
          { term: msg`Kind`, says: <Kind kind={say(kind)} revises={revises} /> },
          { term: msg`Written by`, says: author === null ? <Trans>{institution}, asked {asked}</Trans> : <Trans>{author}, {institution}, asked {asked}</Trans> },
          { term: msg`Who will read it`, says: <b>{say(READERS[audience])}</b> },
          { term: msg`Names the institution`, says: isAnonymised ? <Trans>No, it was signed off without the name</Trans> : <Trans>Yes</Trans> },
          { term: msg`Licence`, says: stated(licence) },
          { term: msg`Strength of evidence`, says: stated(evidence) },
          { term: msg`People appear`, says: <People {...people} /> },
          { term: msg`What changes`, says: stated(changeNote, revises === null ? msg`It is new` : msg`The authors left no note`) },
        ]}
      />
    </div>
  );
}

function Kind({ kind, revises }: { readonly kind: string; readonly revises: Version | null }): ReactElement {
  const { date } = useWords();
  if (revises === null) return <Trans>{kind}, new</Trans>;
  const [next, number, published] = [revises.number + 1, revises.number, date(revises.publishedAt)];
  return <Trans>{kind}, would be version {next}. Version {number} is from {published}</Trans>;
}

function People({ appear, unstated }: PeopleSaid): ReactElement {
  const { i18n, list } = useWords();
  if (!appear) return <Trans>No, by what it says of itself</Trans>;
  if (unstated.length === 0) return <Trans>Yes. Consent and safeguards are stated below</Trans>;
  const lacking = list(unstated.map((label) => i18n._(label)));
  return <b className="warned"><Trans>Yes. Not stated: {lacking}</Trans></b>;
}
