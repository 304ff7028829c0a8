/** The narrative of a case study, as its fragment reads it. */
import type { RichText } from '../../../ui/rich-text';
import type { EveryContent } from '../types';
import type { Term } from '../vocabulary/types';

export interface StudyPeriod {
  readonly key: string | null;
  readonly label: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly weeks: number | null;
}

export interface CaseStudyContent extends EveryContent {
  readonly periods: readonly StudyPeriod[];
  readonly academicYears: readonly string[];
  readonly season: readonly Term[];
  readonly eligiblePopulation: { readonly definition: string | null; readonly baseline: number | null; readonly intervention: number | null } | null;
  readonly interventions: readonly Term[];
  readonly intervention: RichText | null;
  readonly fidelity: string | null;
  readonly fidelityNote: string | null;
  readonly method: readonly Term[];
  readonly evidenceLevel: Term | null;
  readonly resultDirection: Term | null;
  readonly ethics: string | null;
  readonly qualitative: readonly { readonly theme: string | null; readonly paraphrase: string | null; readonly source: Term | null; readonly quoted: boolean | null }[];
  readonly cost: {
    readonly currency: string | null; readonly money: number | null; readonly paidPromotion: number | null; readonly staffHours: number | null;
    readonly studentHours: number | null; readonly studentRatePerHour: number | null; readonly note: string | null;
  } | null;
  readonly accessibility: readonly Term[];
  readonly consent: { readonly scopes: readonly Term[]; readonly earliestExpiry: string | null; readonly holder: string | null } | null;
  readonly whatDidNotWork: RichText | null;
  readonly limits: RichText | null;
  readonly transferability: RichText | null;
  readonly limitsSummary: string | null;
}
