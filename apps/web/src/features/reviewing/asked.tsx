/** What is asked, in eight facts, before a word of the draft is read. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ReactElement } from 'react';
import { Pairs } from '../../ui/lists';
import { longDate } from '../../ui/words';
import { type Audience, READERS } from './stage-words';

interface Props {
  readonly kind: string;
  readonly author: string | null;
  readonly institution: string;
  readonly askedAt: string;
  readonly audience: Audience;
  readonly licence: string | null;
  /** In plain words; null where none is stated. */
  readonly evidence: string | null;
  readonly people: { readonly appear: boolean; readonly unstated: readonly string[] };
  readonly changeNote: string | null;
  /** The published version that this revises. */
  readonly revises: { readonly number: number; readonly publishedAt: string } | null;
  readonly isAnonymised: boolean;
}

const NOT_STATED = msg`Not stated`;

export function Asked({ kind, author, institution, askedAt, audience, licence, evidence, people, changeNote, revises, isAnonymised }: Props): ReactElement {
  const { t, i18n } = useLingui();
  const stated = (words: string | null, otherwise: MessageDescriptor = NOT_STATED): ReactElement => (words === null || words === '' ? <span className="soft">{i18n._(otherwise)}</span> : <>{words}</>);
  return (
    <Pairs
      pairs={[
        { term: t`Kind`, says: revises === null ? <Trans>{kind}, new</Trans> : <Trans>{kind}, would be version {revises.number + 1}; version {revises.number} is from {longDate(revises.publishedAt)}</Trans> },
        { term: t`Written by`, says: author === null ? institution : `${author}, ${institution}` },
        { term: t`Asked`, says: longDate(askedAt) },
        { term: t`Who will read it`, says: <b>{i18n._(READERS[audience])}</b> },
        { term: t`Names the institution`, says: isAnonymised ? <Trans>No, it was signed off without the name</Trans> : <Trans>Yes</Trans> },
        { term: t`Others may`, says: stated(licence) },
        { term: t`Strength of evidence`, says: stated(evidence) },
        { term: t`People appear`, says: <PeopleSaid {...people} /> },
        { term: t`What changes`, says: stated(changeNote, revises === null ? msg`It is new` : msg`The authors left no note`) },
      ]}
    />
  );
}

function PeopleSaid({ appear, unstated }: Props['people']): ReactElement {
  const { i18n } = useLingui();
  if (!appear) return <Trans>No, by what it says of itself</Trans>;
  if (unstated.length === 0) return <Trans>Yes. Consent and safeguards are stated below</Trans>;
  return <b className="warned"><Trans>Yes. Not stated: {unstated.map((label) => i18n._(label)).join(', ')}</Trans></b>;
}
