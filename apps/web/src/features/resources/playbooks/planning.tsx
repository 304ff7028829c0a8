/** How a playbook is measured, what could go wrong, and how to make it smaller. */
import { msg } from '@lingui/core/macro';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import { hasPairs, Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import { Table } from '../../../ui/table';
import type { Words } from '../../../ui/words';

const PLANNING = graphql(`fragment PlaybookPlanning_content on PlaybookContent {
  measures { metric { id label } target collection reviewPoint }
  risks { risk likelihood severity mitigation }
  variations { name change }
}`);

type Planning = FragmentType<typeof PLANNING>;

const MEASURE_COLUMNS = [{ title: msg`Measure` }, { title: msg`Target` }, { title: msg`How it is collected` }, { title: msg`Looked at` }];
const RISK_COLUMNS = [{ title: msg`Risk` }, { title: msg`How likely, of 5`, isNumber: true }, { title: msg`How bad, of 5`, isNumber: true }, { title: msg`What helps` }];

export function measuresSection(content: Planning, { say, opening }: Words): ReadingSection | null {
  const { measures } = unmask(PLANNING, content);
  if (measures.length === 0) return null;
  const rows = measures.map(({ metric, target, collection, reviewPoint }, index) => ({
    key: metric?.id ?? String(index), cells: [metric?.label ?? say(msg`A measure`), opening(target ?? ''), opening(collection ?? ''), opening(reviewPoint ?? '')] as const,
  }));
  return { id: 'measures', title: msg`How you can tell`, body: <Table caption={msg`What is counted, and when it is looked at`} columns={MEASURE_COLUMNS} rows={rows} /> };
}

export function risksSection(content: Planning): ReadingSection | null {
  const { risks } = unmask(PLANNING, content);
  if (risks.length === 0) return null;
  const rows = risks.map(({ risk, likelihood, severity, mitigation }, index) => ({ key: risk ?? String(index), cells: [risk ?? '', likelihood, severity, mitigation] as const }));
  return { id: 'risks', title: msg`What could go wrong`, body: <Table caption={msg`Risks, as the authors judge them`} columns={RISK_COLUMNS} rows={rows} /> };
}

export function variationsSection(content: Planning): ReadingSection | null {
  const { variations } = unmask(PLANNING, content);
  const pairs = variations.map(({ name, change }) => ({ term: name ?? msg`Another setting`, says: change }));
  return hasPairs(pairs) ? { id: 'variations', title: msg`For other settings`, body: <Pairs pairs={pairs} /> } : null;
}
