/** What protects the people who appear and those who answer. */
import { msg } from '@lingui/core/macro';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import { hasPairs, type Pair, Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import type { Words } from '../../../ui/words';
import { labels } from '../vocabulary/term-words';

const SAFEGUARDS = graphql(`fragment Safeguards_content on PlaybookContent {
  safeguards { consentPlan visaWorkCheck over18Check moderationCover wellbeing escalation accessibilityChecklist { id label } }
}`);

export function safeguardsSection(content: FragmentType<typeof SAFEGUARDS>, words: Words): ReadingSection | null {
  const { safeguards } = unmask(SAFEGUARDS, content);
  if (safeguards === null) return null;
  const { consentPlan, visaWorkCheck, over18Check, moderationCover, wellbeing, escalation, accessibilityChecklist } = safeguards;
  const pairs: readonly Pair[] = [
    { term: msg`Consent`, says: consentPlan },
    { term: msg`Over 18`, says: check(over18Check, words) },
    { term: msg`Right to work`, says: check(visaWorkCheck, words) },
    { term: msg`Comments covered`, says: moderationCover === null ? null : words.opening(moderationCover) },
    { term: msg`If something goes wrong`, says: escalation.length === 0 ? null : <ol className="inline-steps">{escalation.map((step) => <li key={step}>{words.opening(step)}</li>)}</ol> },
    { term: msg`Wellbeing`, says: wellbeing },
    { term: msg`Access`, says: accessibilityChecklist.length === 0 ? null : words.list(labels(accessibilityChecklist)) },
  ];
  return hasPairs(pairs) ? { id: 'safe', title: msg`Safeguards`, body: <Pairs pairs={pairs} /> } : null;
}

function check(told: string | null, { say, opening }: Words): string | null {
  if (told === null) return null;
  return told === 'required' ? say(msg`Checked for everyone who takes part`) : opening(told);
}
