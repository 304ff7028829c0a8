/** How a case study knows what it says: when, among whom, by which methods, how closely. */
import { msg } from '@lingui/core/macro';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import { hasPairs, type Pair, Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import { Table } from '../../../ui/table';
import type { Said, Words } from '../../../ui/words';
import { evidenceWords, labels } from '../vocabulary/term-words';

const KNOWING = graphql(`fragment Knowing_content on CaseStudyContent {
  periods { key label start end weeks }
  eligiblePopulation { definition baseline intervention }
  academicYears method { id label } evidenceLevel { id label } fidelity fidelityNote ethics
}`);

const PERIOD_COLUMNS = [{ title: msg`Period` }, { title: msg`From` }, { title: msg`To` }, { title: msg`Weeks`, isNumber: true }];
const FIDELITY: Readonly<Record<string, Said>> = { followed: msg`The playbook was followed`, adapted: msg`The playbook was adapted`, partial: msg`Part of the playbook was used` };

export function knowingSection(masked: FragmentType<typeof KNOWING>, words: Words): ReadingSection | null {
  const { periods, method, evidenceLevel, eligiblePopulation, academicYears, fidelity, fidelityNote, ethics } = unmask(KNOWING, masked);
  const date = (day: string | null): string => (day === null ? '' : words.date(day));
  const told = (value: number | null | undefined): string | null => (value === null || value === undefined ? null : words.number(value));
  const rows = periods.map(({ key, label, start, end, weeks }, index) => ({ key: key ?? String(index), cells: [label ?? key ?? '', date(start), date(end), told(weeks)] as const }));
  const pairs: readonly Pair[] = [
    { term: msg`Methods`, says: words.list(labels(method)) },
    { term: msg`Strength of evidence`, says: evidenceLevel === null ? null : words.say(evidenceWords(evidenceLevel)) },
    { term: msg`Who could have benefited`, says: eligiblePopulation?.definition },
    { term: msg`How many, before`, says: told(eligiblePopulation?.baseline) },
    { term: msg`How many, during`, says: told(eligiblePopulation?.intervention) },
    { term: msg`Academic years`, says: words.list(academicYears) },
    { term: msg`How closely`, says: fidelity === null ? null : words.say(FIDELITY[fidelity] ?? fidelity) },
    { term: msg`What differed`, says: fidelityNote },
    { term: msg`Ethics`, says: ethics },
  ];
  if (rows.length === 0 && !hasPairs(pairs)) return null;
  return {
    id: 'knowing', title: msg`How they know`,
    body: <>{rows.length === 0 ? null : <Table caption={msg`When`} columns={PERIOD_COLUMNS} rows={rows} />}<Pairs pairs={pairs} /></>,
  };
}
