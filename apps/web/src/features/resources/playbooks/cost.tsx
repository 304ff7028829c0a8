/** What a playbook takes in time and money. */
import { msg } from '@lingui/core/macro';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import { Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import { Table } from '../../../ui/table';
import type { Words } from '../../../ui/words';

const COST = graphql(`fragment PlaybookCost_content on PlaybookContent {
  roles { role { id label } people hoursPerWeek paid skills }
  resources { staffHours studentHours directCost { amount currency } equipment licencesNeeded note }
}`);

const COLUMNS = [
  { title: msg`Who` }, { title: msg`People`, isNumber: true }, { title: msg`Hours a week, each`, isNumber: true }, { title: msg`Paid` }, { title: msg`Needs to be able to do` },
];
const NOT_SAID = msg`Not said`;

export function costSection(content: FragmentType<typeof COST>, words: Words): ReadingSection | null {
  const { roles, resources } = unmask(COST, content);
  const { say } = words;
  if (roles.length === 0 && resources === null) return null;
  const told = (value: number | null): string => (value === null ? say(NOT_SAID) : words.number(value));
  const rows = roles.map(({ role, people, hoursPerWeek, paid, skills }, index) => ({
    key: role?.id ?? String(index),
    cells: [role?.label ?? say(msg`Someone`), told(people), told(hoursPerWeek), say(paid === null ? NOT_SAID : paid ? msg`Yes` : msg`No`), words.openingList(skills)] as const,
  }));
  return {
    id: 'cost', title: msg`Cost`,
    body: (
      <>
        {rows.length === 0 ? null : <Table caption={msg`Who is needed, and for how long`} columns={COLUMNS} rows={rows} />}
        {resources === null ? null : (
          <Pairs
            pairs={[
              { term: msg`Staff time in all`, says: words.hours(resources.staffHours) },
              { term: msg`Student time in all`, says: words.hours(resources.studentHours) },
              { term: msg`Money in all`, says: words.money(resources.directCost?.amount, resources.directCost?.currency) },
              { term: msg`Equipment`, says: words.openingList(resources.equipment) },
              { term: msg`Licences needed`, says: words.openingList(resources.licencesNeeded) },
              { term: msg`Note`, says: resources.note },
            ]}
          />
        )}
      </>
    ),
  };
}
