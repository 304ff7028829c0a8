/** Why there is no number, where the number would stand. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ReactElement } from 'react';
import type { WithheldReason } from '../../../../graphql/generated/graphql';
import { useWords } from '../../../../ui/words';

const REASONS: Readonly<Record<WithheldReason, MessageDescriptor>> = {
  NOT_RECORDED: msg`No such numbers were recorded with this case study.`,
  FOR_MEMBERS: msg`These numbers are for people of member institutions.`,
  FOR_A_GROUP: msg`These numbers are for a named group of institutions.`,
  FOR_THE_INSTITUTION: msg`These numbers stay within the institution.`,
};

interface Props {
  readonly reason: WithheldReason;
  /** The way to sign in and come back; null for those who are signed in. */
  readonly signIn: string | null;
}

export function Withheld({ reason, signIn }: Props): ReactElement {
  const { say } = useWords();
  return (
    <p className="soft measure">
      {say(REASONS[reason])}
      {reason === 'FOR_MEMBERS' && signIn !== null ? <> <a href={signIn}><Trans>Sign in to read them</Trans></a></> : null}
    </p>
  );
}

/** A value, or the sign and the reason that stand for it; never nought, never a blank. */
export function ValueOr({ value, symbol, reason }: { readonly value: string | null; readonly symbol: string | null; readonly reason: string | null }): ReactElement {
  if (value !== null) return <>{value}</>;
  return <span className="soft">{symbol ?? '..'}{reason === null ? null : <small>{` ${reason}`}</small>}</span>;
}
