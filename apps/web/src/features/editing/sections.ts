/** How the form of each kind is divided: every field stands in exactly one section, and what starts a note comes first. */
import type { SectionId } from './section-words';
import type { ResourceKind } from '@passalong/domain';

export interface Section {
  /** Stands in addresses within the page. */
  readonly id: SectionId;
  readonly fields: readonly string[];
  /** Open from the start: the answers that even a practice note needs. */
  readonly isFirst?: boolean;
}

/** Shown beside the form, not in it. */
export const BESIDE: readonly string[] = ['licence'];
/** Kept unchanged and never shown. */
export const KEPT: readonly string[] = ['extra'];

/** The parts of an item that are asked at once; the others are folded. Absent: all of them. */
export const LEADING: Readonly<Record<string, readonly string[]>> = {
  steps: ['title', 'instruction'],
  variants: ['format', 'hook', 'caption'],
  variables: ['name', 'example', 'help'],
  exampleRender: ['format', 'caption'],
};

/** Numbers that follow from the place in the list. `waitsFor` lists numbers of other items, which move along. */
export const NUMBERED: Readonly<Record<string, { readonly order: string; readonly waitsFor: string }>> = { steps: { order: 'order', waitsFor: 'dependsOn' } };

const START: Section = { id: 'start', fields: ['title', 'summary'], isFirst: true };
const RECORD: Section = { id: 'record', fields: ['authors', 'reviewBy', 'language', 'label', 'illustrativeNote'] };

export const SECTIONS: Readonly<Record<ResourceKind, readonly Section[]>> = {
  PLAYBOOK: [
    START,
    { id: 'need', fields: ['problem'], isFirst: true },
    { id: 'steps', fields: ['steps'], isFirst: true },
    { id: 'lessons', fields: ['whatDidNotWork'], isFirst: true },
    { id: 'found', fields: ['purposes', 'topics', 'audiences', 'careerStages', 'channels', 'interventions'] },
    { id: 'benefit', fields: ['equityLenses', 'lensDefinitions'] },
    { id: 'why', fields: ['evidenceLevel', 'runCount', 'theoryOfChange'] },
    { id: 'effort', fields: ['timeline', 'earliestStartSeason', 'latestStartSeason', 'roles', 'resources', 'context'] },
    { id: 'safety', fields: ['safeguards', 'risks'] },
    { id: 'measures', fields: ['measures'] },
    { id: 'elsewhere', fields: ['variations', 'linkedCaseStudies', 'linkedTemplates', 'body'] },
    RECORD,
  ],
  CONTENT_TEMPLATE: [
    START,
    { id: 'use', fields: ['body'], isFirst: true },
    { id: 'post', fields: ['variants'], isFirst: true },
    { id: 'do-not', fields: ['doNot'], isFirst: true },
    { id: 'words', fields: ['variables', 'exampleRender'] },
    { id: 'found', fields: ['formatFamily', 'purposes', 'topics', 'audiences', 'careerStages', 'season'] },
    { id: 'whose-story', fields: ['inclusionCheck', 'toneNotes', 'equityLenses', 'lensDefinitions'] },
    { id: 'appear', fields: ['creatorBrief', 'consentRequired', 'permissionsRequired', 'shotList'] },
    { id: 'rights', fields: ['rights', 'editableSource'] },
    { id: 'access', fields: ['accessibility', 'readingGrade', 'constraintsChecked'] },
    { id: 'measures', fields: ['measures'] },
    { id: 'series', fields: ['series'] },
    RECORD,
  ],
  CASE_STUDY: [
    START,
    { id: 'story', fields: ['body'], isFirst: true },
    { id: 'done', fields: ['intervention'], isFirst: true },
    { id: 'lessons', fields: ['whatDidNotWork'], isFirst: true },
    { id: 'result', fields: ['resultDirection', 'evidenceLevel', 'method', 'qualitative'] },
    { id: 'limits', fields: ['limits', 'limitsSummary', 'transferability'] },
    { id: 'when', fields: ['periods', 'academicYears', 'season'] },
    { id: 'found', fields: ['purposes', 'topics', 'audiences', 'careerStages', 'interventions'] },
    { id: 'population', fields: ['eligiblePopulation', 'equityLenses', 'lensDefinitions'] },
    { id: 'followed', fields: ['playbookRef', 'templateRefs', 'fidelity', 'fidelityNote'] },
    { id: 'cost', fields: ['cost'] },
    { id: 'care', fields: ['ethics', 'consent', 'accessibility'] },
    RECORD,
  ],
};

/** The section in which a field stands, or null for what stands beside the form. */
export function sectionOf(kind: ResourceKind, field: string): Section | null {
  return SECTIONS[kind].find(({ fields }) => fields.includes(field)) ?? null;
}
