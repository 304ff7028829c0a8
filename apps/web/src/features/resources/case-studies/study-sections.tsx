/** How a case study knows what it says, what people told it, what it cost, and who agreed to appear. */
import { hasPairs, type Pair, Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import { Table } from '../../../ui/table';
import { hours, listed, longDate, money, number } from '../../../ui/words';
import { evidenceWords, labels } from '../vocabulary/term-words';
import type { CaseStudyContent } from './types';

const PERIOD_COLUMNS = [{ title: 'Period' }, { title: 'From' }, { title: 'To' }, { title: 'Weeks', isNumber: true }];
const FIDELITY: Readonly<Record<string, string>> = { followed: 'The playbook was followed', adapted: 'The playbook was adapted', partial: 'Part of the playbook was used' };

export function knowingSection({ periods, method, evidenceLevel, eligiblePopulation, academicYears, fidelity, fidelityNote, ethics }: CaseStudyContent): ReadingSection | null {
  const rows = periods.map(({ key, label, start, end, weeks }, index) => ({
    key: key ?? String(index), cells: [label ?? key ?? '', start === null ? '' : longDate(start), end === null ? '' : longDate(end), weeks === null ? '' : number(weeks)] as const,
  }));
  const pairs: readonly Pair[] = [
    { term: 'Methods', says: listed(labels(method)) },
    { term: 'Strength of evidence', says: evidenceWords(evidenceLevel) },
    { term: 'Who could have benefited', says: eligiblePopulation?.definition },
    { term: 'How many, before', says: told(eligiblePopulation?.baseline) },
    { term: 'How many, during', says: told(eligiblePopulation?.intervention) },
    { term: 'Academic years', says: listed(academicYears) },
    { term: 'How closely', says: fidelity === null ? null : (FIDELITY[fidelity] ?? fidelity) },
    { term: 'What differed', says: fidelityNote },
    { term: 'Ethics', says: ethics },
  ];
  if (rows.length === 0 && !hasPairs(pairs)) return null;
  return {
    id: 'knowing', title: 'How they know',
    body: <>{rows.length === 0 ? null : <Table caption="When" columns={PERIOD_COLUMNS} rows={rows} />}<Pairs pairs={pairs} /></>,
  };
}

export function peopleSection({ qualitative }: CaseStudyContent): ReadingSection | null {
  if (qualitative.length === 0) return null;
  return {
    id: 'people', title: 'What people said',
    body: (
      <ul className="voices">
        {qualitative.map(({ theme, paraphrase, source, quoted }) => (
          <li key={theme}>
            <h3>{theme}</h3>
            <p>{paraphrase}</p>
            <p className="small soft">{quoted === true ? 'Quoted with recorded consent' : 'In the words of the authors'}{source === null ? null : <>, from: {source.label}</>}</p>
          </li>
        ))}
      </ul>
    ),
  };
}

export function costSection({ cost }: CaseStudyContent): ReadingSection | null {
  if (cost === null) return null;
  const { currency, studentRatePerHour } = cost;
  const pairs: readonly Pair[] = [
    { term: 'Staff time', says: hours(cost.staffHours) },
    { term: 'Student time', says: hours(cost.studentHours) },
    { term: 'Student pay', says: studentRatePerHour === null ? null : <>{money(studentRatePerHour, currency)} an hour</> },
    { term: 'Money in all', says: money(cost.money, currency) },
    { term: 'Paid promotion', says: money(cost.paidPromotion, currency) },
    { term: 'Note', says: cost.note },
  ];
  return hasPairs(pairs) ? { id: 'cost', title: 'Cost', body: <Pairs pairs={pairs} /> } : null;
}

export function rightsSection({ consent, accessibility }: CaseStudyContent): ReadingSection | null {
  const pairs: readonly Pair[] = [
    { term: 'People agreed to', says: listed(labels(consent?.scopes ?? [])) },
    { term: 'First consent ends', says: consent?.earliestExpiry == null ? null : longDate(consent.earliestExpiry) },
    { term: 'Forms are held by', says: consent?.holder === 'institution' ? 'The institution, not Passalong' : consent?.holder },
    { term: 'Access', says: listed(labels(accessibility)) },
  ];
  return hasPairs(pairs) ? { id: 'consent', title: 'Consent and access', body: <Pairs pairs={pairs} /> } : null;
}

function told(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : number(value);
}
