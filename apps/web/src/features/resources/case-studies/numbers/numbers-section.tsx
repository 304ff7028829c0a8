/** The published numbers of a case study, or why there are none for this reader. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../../graphql/generated';
import type { NumbersSection_CaseStudyFragment } from '../../../../graphql/generated/graphql';
import type { ReadingSection } from '../../../../ui/section';
import { ChannelNumbers } from './channel-numbers';
import { PeopleNumbers } from './people-numbers';
import { Periods } from './periods';
import { Withheld } from './withheld';

export const NUMBERS = graphql(`fragment NumbersSection_caseStudy on CaseStudy {
  content { periods { key label } }
  numbersWithheld
  numbers {
    peopleOutcomesWithheld
    peopleOutcomes { outcome { id } measure { id } ...PeopleNumbers_outcome }
    measurements { rowId }
    ...ChannelNumbers_numbers
  }
}`);

export type MaskedNumbers = FragmentType<typeof NUMBERS>;

/** In front of the sections about what it means; people come before channels. */
export function numbersSections(masked: MaskedNumbers, signIn: string | null): readonly (ReadingSection | null)[] {
  const { content, numbers, numbersWithheld } = unmask(NUMBERS, masked);
  if (numbers === null) {
    const isWorthAWord = numbersWithheld !== null && numbersWithheld !== 'NOT_RECORDED';
    return [isWorthAWord ? { id: 'numbers', title: msg`The numbers`, body: <Withheld reason={numbersWithheld} signIn={signIn} /> } : null];
  }
  const periods = new Periods(content.periods);
  return [
    { id: 'who', title: msg`What changed for people`, body: <People numbers={numbers} periods={periods} signIn={signIn} /> },
    numbers.measurements.length === 0 ? null : { id: 'numbers', title: msg`The numbers, and what each one counts`, body: <ChannelNumbers numbers={numbers} periods={periods} /> },
  ];
}

interface PeopleProps {
  readonly numbers: NonNullable<NumbersSection_CaseStudyFragment['numbers']>;
  readonly periods: Periods;
  readonly signIn: string | null;
}

function People({ numbers: { peopleOutcomes, peopleOutcomesWithheld }, periods, signIn }: PeopleProps): ReactElement {
  return (
    <div className="stack">
      {peopleOutcomes.map((outcome) => <PeopleNumbers key={`${outcome.outcome.id} ${outcome.measure.id}`} outcome={outcome} periods={periods} />)}
      {peopleOutcomesWithheld === null ? null : peopleOutcomes.length === 0
        ? <Withheld reason={peopleOutcomesWithheld} signIn={signIn} />
        : <><p><b><Trans>More was counted than is shown here.</Trans></b></p><Withheld reason={peopleOutcomesWithheld} signIn={signIn} /></>}
    </div>
  );
}
