/** What one item of a list is called when another is added. */
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

const WORDS: Readonly<Record<string, MessageDescriptor>> = {
  steps: msg`Add a step`, roles: msg`Add a role`, measures: msg`Add a measure`, risks: msg`Add a risk`, variations: msg`Add a variation`,
  variants: msg`Add a variant`, variables: msg`Add a word that changes`, exampleRender: msg`Add a filled example`, shotList: msg`Add a shot`, doNot: msg`Add a warning`,
  permissionsRequired: msg`Add a permission`, slots: msg`Add a slot`, onScreenText: msg`Add a slide or screen`, altText: msg`Add an alt text`,
  periods: msg`Add a period`, academicYears: msg`Add a year`, qualitative: msg`Add a theme`,
  authors: msg`Add a credit`, lensDefinitions: msg`Add a definition`, outputs: msg`Add an output`, dependsOn: msg`Add a step that comes first`, skills: msg`Add a skill`,
  inputs: msg`Add an input`, activities: msg`Add an activity`, assumptions: msg`Add an assumption`, linkMeasures: msg`Add a link`, equipment: msg`Add equipment`,
  licencesNeeded: msg`Add a licence`, escalation: msg`Add a contact`,
};

/** Null where nobody has named it yet. `path` is that of the list. */
export function addWords(path: string): MessageDescriptor | null {
  return WORDS[path.slice(path.lastIndexOf('.') + 1)] ?? null;
}
