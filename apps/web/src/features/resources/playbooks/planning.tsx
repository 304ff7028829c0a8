/** How a playbook is measured, what could go wrong, how to make it smaller, and why it should work. */
import { Bullets, hasPairs, type Pair, Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import { Table } from '../../../ui/table';
import { listed, opening } from '../../../ui/words';
import { labels } from '../vocabulary/term-words';
import type { Term } from '../vocabulary/types';
import type { PlaybookContent } from './types';

const MEASURE_COLUMNS = [{ title: 'Measure' }, { title: 'Target' }, { title: 'How it is collected' }, { title: 'Looked at' }];
const RISK_COLUMNS = [{ title: 'Risk' }, { title: 'How likely, of 5', isNumber: true }, { title: 'How bad, of 5', isNumber: true }, { title: 'What helps' }];

export function measuresSection({ measures }: PlaybookContent): ReadingSection | null {
  if (measures.length === 0) return null;
  const rows = measures.map(({ metric, target, collection, reviewPoint }, index) => ({
    key: metric?.id ?? String(index), cells: [metric?.label ?? 'A measure', opening(target ?? ''), opening(collection ?? ''), opening(reviewPoint ?? '')] as const,
  }));
  return { id: 'measures', title: 'How you can tell', body: <Table caption="What is counted, and when it is looked at" columns={MEASURE_COLUMNS} rows={rows} /> };
}

export function risksSection({ risks }: PlaybookContent): ReadingSection | null {
  if (risks.length === 0) return null;
  const rows = risks.map(({ risk, likelihood, severity, mitigation }, index) => ({ key: risk ?? String(index), cells: [risk ?? '', likelihood, severity, mitigation] as const }));
  return { id: 'risks', title: 'What could go wrong', body: <Table caption="Risks, as the authors judge them" columns={RISK_COLUMNS} rows={rows} /> };
}

export function variationsSection({ variations }: PlaybookContent): ReadingSection | null {
  const pairs = variations.map(({ name, change }) => ({ term: name ?? 'Another setting', says: change }));
  return hasPairs(pairs) ? { id: 'variations', title: 'For other settings', body: <Pairs pairs={pairs} /> } : null;
}

export function theorySection({ theoryOfChange }: PlaybookContent): ReadingSection | null {
  if (theoryOfChange === null) return null;
  const { situation, aim, inputs, activities, outputs, shortOutcomes, mediumOutcomes, longOutcomes, impact, assumptions, measuredTo } = theoryOfChange;
  const pairs: readonly Pair[] = [
    { term: 'Where things stand', says: situation },
    { term: 'What should be different', says: aim },
    { term: 'What goes in', says: sentence(inputs) },
    { term: 'What is done', says: sentence(activities) },
    { term: 'What comes out at once', says: sentence(outputs) },
    { term: 'What changes first', says: told(shortOutcomes) },
    { term: 'What changes next', says: told(mediumOutcomes) },
    { term: 'What changes in the end', says: told(longOutcomes) },
    { term: 'What it is all for', says: impact },
    { term: 'What has to hold', says: assumptions.length === 0 ? null : <Bullets items={assumptions} /> },
    { term: 'Measured as far as', says: measuredTo?.label },
  ];
  return hasPairs(pairs) ? { id: 'theory', title: 'Why it should work', body: <Pairs pairs={pairs} /> } : null;
}

function sentence(items: readonly string[]): string {
  return opening(listed(items));
}

function told(outcomes: readonly Term[]): string {
  return listed(labels(outcomes));
}
