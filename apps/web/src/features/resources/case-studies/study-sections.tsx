/** What people told the authors of a case study, what it cost, and who agreed to appear. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { StudySections_ContentFragment } from '../../../graphql/generated/graphql';
import { hasPairs, type Pair, Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import type { Words } from '../../../ui/words';
import { labels } from '../vocabulary/term-words';

const SECTIONS = graphql(`fragment StudySections_content on CaseStudyContent {
  qualitative { theme paraphrase source { id label } quoted }
  cost { currency money paidPromotion staffHours studentHours studentRatePerHour note }
  accessibility { id label }
  consent { scopes { id label } earliestExpiry holder }
}`);

type Masked = FragmentType<typeof SECTIONS>;
type Finding = StudySections_ContentFragment['qualitative'][number];

export function peopleSection(content: Masked): ReadingSection | null {
  const { qualitative } = unmask(SECTIONS, content);
  if (qualitative.length === 0) return null;
  return {
    id: 'people', title: msg`What people said`,
    body: (
      <ul className="voices">
        {qualitative.map((finding) => (
          <li key={finding.theme}>
            <h3>{finding.theme}</h3>
            <p>{finding.paraphrase}</p>
            <p className="small soft"><SaidBy finding={finding} /></p>
          </li>
        ))}
      </ul>
    ),
  };
}

function SaidBy({ finding: { quoted, source } }: { readonly finding: Finding }): ReactElement {
  if (source === null) return quoted === true ? <Trans>Quoted with recorded consent</Trans> : <Trans>In the words of the authors</Trans>;
  return quoted === true ? <Trans>Quoted with recorded consent, from: {source.label}</Trans> : <Trans>In the words of the authors, from: {source.label}</Trans>;
}

export function costSection(content: Masked, { hours, money }: Words): ReadingSection | null {
  const { cost } = unmask(SECTIONS, content);
  if (cost === null) return null;
  const { currency, studentRatePerHour } = cost;
  const pairs: readonly Pair[] = [
    { term: msg`Staff time`, says: hours(cost.staffHours) },
    { term: msg`Student time`, says: hours(cost.studentHours) },
    { term: msg`Student pay`, says: studentRatePerHour === null ? null : <Trans>{money(studentRatePerHour, currency)} an hour</Trans> },
    { term: msg`Money in all`, says: money(cost.money, currency) },
    { term: msg`Paid promotion`, says: money(cost.paidPromotion, currency) },
    { term: msg`Note`, says: cost.note },
  ];
  return hasPairs(pairs) ? { id: 'cost', title: msg`Cost`, body: <Pairs pairs={pairs} /> } : null;
}

export function rightsSection(content: Masked, { list, date, say }: Words): ReadingSection | null {
  const { consent, accessibility } = unmask(SECTIONS, content);
  const pairs: readonly Pair[] = [
    { term: msg`People agreed to`, says: list(labels(consent?.scopes ?? [])) },
    { term: msg`First consent ends`, says: consent?.earliestExpiry == null ? null : date(consent.earliestExpiry) },
    { term: msg`Forms are held by`, says: consent?.holder === 'institution' ? say(msg`The institution, not Passalong`) : consent?.holder },
    { term: msg`Access`, says: list(labels(accessibility)) },
  ];
  return hasPairs(pairs) ? { id: 'consent', title: msg`Consent and access`, body: <Pairs pairs={pairs} /> } : null;
}
