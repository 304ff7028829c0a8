/** The content of a playbook, as its fragment reads it. */
import type { RichText } from '../../../ui/rich-text';
import type { EveryContent } from '../types';
import type { Term } from '../vocabulary/types';

export interface PlaybookStep {
  readonly id: string;
  readonly order: number | null;
  readonly week: number | null;
  readonly title: string | null;
  readonly instruction: RichText | null;
  readonly ownerRole: Term | null;
  readonly duration: string | null;
  readonly dependsOn: readonly number[];
  readonly outputs: readonly string[];
  readonly doneWhen: string | null;
}

export interface PlaybookRole {
  readonly role: Term | null;
  readonly people: number | null;
  readonly hoursPerWeek: number | null;
  readonly paid: boolean | null;
  readonly skills: readonly string[];
}

export interface Safeguards {
  readonly consentPlan: string | null;
  readonly visaWorkCheck: string | null;
  readonly over18Check: string | null;
  readonly moderationCover: string | null;
  readonly wellbeing: string | null;
  readonly escalation: readonly string[];
  readonly accessibilityChecklist: readonly Term[];
}

export interface TheoryOfChange {
  readonly situation: string | null;
  readonly aim: string | null;
  readonly inputs: readonly string[];
  readonly activities: readonly string[];
  readonly outputs: readonly string[];
  readonly shortOutcomes: readonly Term[];
  readonly mediumOutcomes: readonly Term[];
  readonly longOutcomes: readonly Term[];
  readonly impact: string | null;
  readonly assumptions: readonly string[];
  readonly measuredTo: Term | null;
}

export interface PlaybookContent extends EveryContent {
  readonly context: { readonly teamFteForSocial: number | null; readonly existingChannels: readonly Term[]; readonly budgetBand: string | null } | null;
  readonly problem: RichText | null;
  readonly channels: readonly Term[];
  readonly evidenceLevel: Term | null;
  readonly timeline: string | null;
  readonly earliestStartSeason: Term | null;
  readonly latestStartSeason: Term | null;
  readonly theoryOfChange: TheoryOfChange | null;
  readonly roles: readonly PlaybookRole[];
  readonly resources: {
    readonly staffHours: number | null; readonly studentHours: number | null; readonly directCost: { readonly amount: string; readonly currency: string } | null;
    readonly equipment: readonly string[]; readonly licencesNeeded: readonly string[]; readonly note: string | null;
  } | null;
  readonly steps: readonly PlaybookStep[];
  readonly safeguards: Safeguards | null;
  readonly measures: readonly { readonly metric: Term | null; readonly target: string | null; readonly collection: string | null; readonly reviewPoint: string | null }[];
  readonly risks: readonly { readonly risk: string | null; readonly likelihood: number | null; readonly severity: number | null; readonly mitigation: string | null }[];
  readonly variations: readonly { readonly name: string | null; readonly change: string | null }[];
  readonly whatDidNotWork: RichText | null;
}
