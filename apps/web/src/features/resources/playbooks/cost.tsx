/** What a playbook takes in time and money. */
import { Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import { Table } from '../../../ui/table';
import { hours, listed, money, number, opening } from '../../../ui/words';
import type { PlaybookContent } from './types';

const COLUMNS = [{ title: 'Who' }, { title: 'People', isNumber: true }, { title: 'Hours a week, each', isNumber: true }, { title: 'Paid' }, { title: 'Needs to be able to do' }];

export function costSection({ roles, resources }: PlaybookContent): ReadingSection | null {
  if (roles.length === 0 && resources === null) return null;
  const rows = roles.map(({ role, people, hoursPerWeek, paid, skills }, index) => ({
    key: role?.id ?? String(index),
    cells: [role?.label ?? 'Someone', told(people), told(hoursPerWeek), paid === null ? 'Not said' : paid ? 'Yes' : 'No', opening(listed(skills))] as const,
  }));
  return {
    id: 'cost', title: 'Cost',
    body: (
      <>
        {rows.length === 0 ? null : <Table caption="Who is needed, and for how long" columns={COLUMNS} rows={rows} />}
        {resources === null ? null : (
          <Pairs
            pairs={[
              { term: 'Staff time in all', says: hours(resources.staffHours) },
              { term: 'Student time in all', says: hours(resources.studentHours) },
              { term: 'Money in all', says: money(resources.directCost?.amount, resources.directCost?.currency) },
              { term: 'Equipment', says: opening(listed(resources.equipment)) },
              { term: 'Licences needed', says: opening(listed(resources.licencesNeeded)) },
              { term: 'Note', says: resources.note },
            ]}
          />
        )}
      </>
    ),
  };
}

function told(value: number | null): string {
  return value === null ? 'Not said' : number(value);
}
