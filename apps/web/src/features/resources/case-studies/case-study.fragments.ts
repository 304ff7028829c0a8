/** What the reading page asks of a case study. */
import { EVERY_CONTENT } from '../resource.fragments';
import { RICH_TEXT, TERM } from '../vocabulary/vocabulary.fragments';

export const CASE_STUDY_READING = `
fragment CaseStudyReading on CaseStudy {
  content {
    ${EVERY_CONTENT}
    periods { key label start end weeks }
    academicYears season ${TERM}
    eligiblePopulation { definition baseline intervention }
    interventions ${TERM} intervention ${RICH_TEXT} fidelity fidelityNote
    method ${TERM} evidenceLevel ${TERM} resultDirection ${TERM} ethics
    qualitative { theme paraphrase source ${TERM} quoted }
    cost { currency money paidPromotion staffHours studentHours studentRatePerHour note }
    accessibility ${TERM}
    consent { scopes ${TERM} earliestExpiry holder }
    whatDidNotWork ${RICH_TEXT} limits ${RICH_TEXT} transferability ${RICH_TEXT} limitsSummary
  }
}`;
