/** Chooses two other versions to compare, without script. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useWords } from '../../../ui/words';

interface Version { readonly number: number; readonly publishedAt: string }

interface Props {
  readonly slug: string;
  /** Those that the reader may read, the latest first. */
  readonly versions: readonly Version[];
  readonly from: number;
  readonly to: number;
}

export function ChooseVersions({ slug, versions, from, to }: Props): ReactElement {
  const { t } = useLingui();
  return (
    <form className="choose-versions" action={`/r/${slug}/compare`} aria-label={t`Compare two other versions`}>
      <Choice name="from" label={t`From`} versions={versions} chosen={from} />
      <Choice name="to" label={t`To`} versions={versions} chosen={to} />
      <button className="btn" type="submit"><Trans>Compare</Trans></button>
    </form>
  );
}

interface ChoiceProps extends Pick<Props, 'versions'> {
  readonly name: string;
  readonly label: string;
  readonly chosen: number;
}

function Choice({ name, label, versions, chosen }: ChoiceProps): ReactElement {
  const { t } = useLingui();
  const { date } = useWords();
  return (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select id={`compare-${name}`} name={name} defaultValue={chosen}>
        {versions.map(({ number, publishedAt }) => <option key={number} value={number}>{t`Version ${number}, ${date(publishedAt)}`}</option>)}
      </select>
    </div>
  );
}
