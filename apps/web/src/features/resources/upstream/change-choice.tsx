/** One change of somebody else: what it is, what stands against it, and what to do with it. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { UpstreamChange_ItemFragment, UpstreamDecision } from '../../../graphql/generated/graphql';
import { ChangeName, ChangeWords } from '../comparison/changes';

const CHANGE = graphql(`fragment UpstreamChange_item on UpstreamChange { id standing change { ...Change_item } mine { ...Change_item } merged { ...Change_item } }`);

export type MaskedChange = FragmentType<typeof CHANGE>;
export type FoundChange = UpstreamChange_ItemFragment;
export type Choice = UpstreamDecision | 'LATER';

export const foundChanges = (masked: readonly MaskedChange[]): readonly FoundChange[] => unmask(CHANGE, masked);

interface ChangeProps {
  readonly found: FoundChange;
  /** Counts from 1. */
  readonly place: number;
  /** Of the words of the authors. */
  readonly language: string;
}

/** One change of somebody else, with what there is to do about it. */
export function ChangeOf({ found: { id, standing, change, mine, merged }, place, language, children }: ChangeProps & { readonly children: ReactNode }): ReactElement {
  return (
    <fieldset className="upstream-change" id={`change-${id}`}>
      <legend>{place}. <ChangeName change={change} language={language} /></legend>
      <ChangeWords change={change} language={language} />
      {standing === 'CONFLICT' ? (
        <div className="met">
          <p className="b small"><Trans>You changed this too:</Trans></p>
          {mine.map((own, at) => <ChangeWords key={at} change={own} language={language} />)}
          {merged === null ? null : <><p className="b small"><Trans>Merged, yours would become:</Trans></p><ChangeWords change={merged} language={language} /></>}
        </div>
      ) : null}
      {children}
    </fieldset>
  );
}

interface Props extends ChangeProps {
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
  /** An answer to an offer leaves nothing for later. */
  readonly options: readonly Choice[];
}

/** Words of the choices, apart from merging, which needs a text to merge into. */
const WORDS: Readonly<Record<Choice, MessageDescriptor>> = { TAKE: msg`Take`, KEEP_MINE: msg`Keep mine`, MERGE: msg`Merge`, LATER: msg`Decide later` };

export function ChangeChoice({ found, choice, onChoose, options, ...shown }: Props): ReactElement {
  const { i18n } = useLingui();
  return (
    <ChangeOf found={found} {...shown}>
      <div className="choices">
        {options.filter((option) => option !== 'MERGE' || found.merged !== null).map((option) => (
          <label className="check" key={option}><input type="radio" name={`change-${found.id}`} value={option} checked={choice === option} onChange={() => onChoose(option)} /><span>{i18n._(WORDS[option])}</span></label>
        ))}
      </div>
    </ChangeOf>
  );
}
