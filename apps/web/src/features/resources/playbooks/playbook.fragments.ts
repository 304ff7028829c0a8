/** What the reading page asks of a playbook. */
import { EVERY_CONTENT } from '../resource.fragments';
import { RICH_TEXT, TERM } from '../vocabulary/vocabulary.fragments';

export const PLAYBOOK_READING = `
fragment PlaybookReading on Playbook {
  content {
    ${EVERY_CONTENT}
    context { teamFteForSocial existingChannels ${TERM} budgetBand }
    problem ${RICH_TEXT}
    channels ${TERM} evidenceLevel ${TERM} timeline
    earliestStartSeason ${TERM} latestStartSeason ${TERM}
    theoryOfChange {
      situation aim inputs activities outputs shortOutcomes ${TERM} mediumOutcomes ${TERM} longOutcomes ${TERM} impact assumptions measuredTo ${TERM}
    }
    roles { role ${TERM} people hoursPerWeek paid skills }
    resources { staffHours studentHours directCost { amount currency } equipment licencesNeeded note }
    steps { id order week title instruction ${RICH_TEXT} ownerRole ${TERM} duration dependsOn outputs doneWhen }
    safeguards { consentPlan visaWorkCheck over18Check moderationCover wellbeing escalation accessibilityChecklist ${TERM} }
    measures { metric ${TERM} target collection reviewPoint }
    risks { risk likelihood severity mitigation }
    variations { name change }
    whatDidNotWork ${RICH_TEXT}
  }
}`;
