/** What protects the people who appear and those who answer. */
import { type Pair, hasPairs, Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import { listed, opening } from '../../../ui/words';
import { labels } from '../vocabulary/term-words';
import type { PlaybookContent } from './types';

export function safeguardsSection({ safeguards }: PlaybookContent): ReadingSection | null {
  if (safeguards === null) return null;
  const { consentPlan, visaWorkCheck, over18Check, moderationCover, wellbeing, escalation, accessibilityChecklist } = safeguards;
  const pairs: readonly Pair[] = [
    { term: 'Consent', says: consentPlan },
    { term: 'Over 18', says: check(over18Check) },
    { term: 'Right to work', says: check(visaWorkCheck) },
    { term: 'Comments covered', says: moderationCover === null ? null : opening(moderationCover) },
    { term: 'If something goes wrong', says: escalation.length === 0 ? null : <ol className="inline-steps">{escalation.map((step) => <li key={step}>{opening(step)}</li>)}</ol> },
    { term: 'Wellbeing', says: wellbeing },
    { term: 'Access', says: accessibilityChecklist.length === 0 ? null : listed(labels(accessibilityChecklist)) },
  ];
  return hasPairs(pairs) ? { id: 'safe', title: 'Safeguards', body: <Pairs pairs={pairs} /> } : null;
}

function check(words: string | null): string | null {
  if (words === null) return null;
  return words === 'required' ? 'Checked for everyone who takes part' : opening(words);
}
