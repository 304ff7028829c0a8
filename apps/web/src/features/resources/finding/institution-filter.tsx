/** Narrows to what one institution shared; a form, because there may be many of them. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { answersOf, type Finding } from './finding';

interface Props {
  readonly finding: Finding;
  readonly institutions: readonly { readonly slug: string; readonly name: string }[];
}

export function InstitutionFilter({ finding, institutions }: Props): ReactElement | null {
  if (institutions.length === 0) return null;
  return (
    <details open={finding.institution !== null}>
      <summary><Trans>Narrow by institution</Trans></summary>
      <form action="/find" className="narrow">
        {answersOf({ ...finding, institution: null, after: null }).map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)}
        <label htmlFor="from"><Trans>Shared by</Trans></label>
        <select id="from" name="from" defaultValue={finding.institution ?? ''}>
          <option value=""><Trans>Any institution</Trans></option>
          {institutions.map(({ slug, name }) => <option key={slug} value={slug}>{name}</option>)}
        </select>
        <button className="btn" type="submit"><Trans>Show</Trans></button>
      </form>
    </details>
  );
}
