/** One change of somebody else: what it is, what stands against it, and what to do with it. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { UpstreamChange_ItemFragment, UpstreamDecision } from '../../../graphql/generated/graphql';
import { ChangeName, ChangeWords } from '../comparison/changes';

const CHANGE = graphql(`fragment UpstreamChange_item on UpstreamChange { id standing change { ...Change_item } mine { ...Change_item } merged { ...Change_item } }`);

export type MaskedChange = FragmentType<typeof CHANGE>;
export type FoundChange = UpstreamChange_ItemFragment;
export type Choice = UpstreamDecision | 'LATER';

export const foundChanges = (masked: readonly MaskedChange[]): readonly FoundChange[] => unmask(CHANGE, masked);

interface Props {
  readonly found: FoundChange;
  /** Counts from 1. */
  readonly place: number;
  readonly language: string;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

export function ChangeChoice({ found, place, language, choice, onChoose }: Props): ReactElement {
  const { id, standing, change, mine, merged } = found;
  const option = (value: Choice, words: ReactElement): ReactElement => (
    <label className="check"><input type="radio" name={`change-${id}`} value={value} checked={choice === value} onChange={() => onChoose(value)} /><span>{words}</span></label>
  );
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
      <div className="choices">
        {option('TAKE', <Trans>Take</Trans>)}
        {option('KEEP_MINE', <Trans>Keep mine</Trans>)}
        {merged === null ? null : option('MERGE', <Trans>Merge</Trans>)}
        {option('LATER', <Trans>Decide later</Trans>)}
      </div>
    </fieldset>
  );
}
