/** What happened where others tried it, every result named. The marker is drawn only where there is a result to draw it under. */
import { msg, plural } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { EvidenceLine_ResourceFragment } from '../../graphql/generated/graphql';
import { useWords, type Words } from '../../ui/words';

const EVIDENCE = graphql(`fragment EvidenceLine_resource on Resource { kind runSummary { tried worked mixed noEffect running } }`);

interface Props {
  readonly resource: FragmentType<typeof EVIDENCE>;
  /** Larger, under the title of a reading page. */
  readonly isLead?: boolean;
}

export function EvidenceLine({ resource, isLead = false }: Props): ReactElement | null {
  const words = useWords();
  const { kind, runSummary: { tried, running, ...results } } = unmask(EVIDENCE, resource);
  const size = isLead ? ' lead' : '';
  if (tried > 0) {
    return (
      <p className={`evidence${size}`}>
        <span className="peer">{triedWords(tried, results, words)}</span>
        {running > 0 && isLead ? <span className="now"><Plural value={running} one="# institution is trying it now" other="# institutions are trying it now" /></span> : null}
      </p>
    );
  }
  if (running > 0) return <p className={`evidence none${size}`}><Plural value={running} one="# institution is trying it now" other="# institutions are trying it now" /></p>;
  return kind === 'CASE_STUDY' ? null : <p className={`evidence none${size}`}><Trans>Nobody has tried it yet</Trans></p>;
}

type Results = Pick<EvidenceLine_ResourceFragment['runSummary'], 'worked' | 'mixed' | 'noEffect'>;

/** `Tried at 6 institutions: 4 worked, 1 mixed, 1 no effect`. */
function triedWords(tried: number, { worked, mixed, noEffect }: Results, { say, number }: Words): string {
  const results = [
    worked === 0 ? null : msg`${number(worked)} worked`,
    mixed === 0 ? null : msg`${number(mixed)} mixed`,
    noEffect === 0 ? null : msg`${number(noEffect)} no effect`,
  ].filter((result) => result !== null).map((result) => say(result).replaceAll(' ', '\u00a0')).join(', ');
  return say(msg`${plural(tried, { one: `Tried at # institution: ${results}`, other: `Tried at # institutions: ${results}` })}`);
}
