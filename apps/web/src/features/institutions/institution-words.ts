/** What is known about an institution, in words. */
import { msg } from '@lingui/core/macro';
import type { Said, Words } from '../../ui/words';

const SIZES: Readonly<Record<string, Said>> = {
  'under-2000': msg`Under 2,000 students`, '2000-4999': msg`2,000 to 4,999 students`, '5000-9999': msg`5,000 to 9,999 students`,
  '10000-19999': msg`10,000 to 19,999 students`, '20000-plus': msg`20,000 students or more`,
};
const TYPES: Readonly<Record<string, Said>> = {
  'large-teaching-led': msg`Large and teaching-led`, 'teaching-led': msg`Teaching-led`, 'research-and-teaching': msg`Research and teaching`,
  'research-intensive': msg`Research-intensive`, 'specialist-arts': msg`Specialist in the arts`, 'specialist-other': msg`Specialist`,
  'regional-public': msg`Regional, public`, 'multi-campus-public': msg`Several campuses, public`, 'college-based': msg`Based in a college`,
};

export function sizeWords(band: string | null, { say }: Words): string | null {
  return band === null ? null : say(SIZES[band] ?? band);
}

export function typeWords(type: string | null, { say, opening }: Words): string | null {
  return type === null ? null : say(TYPES[type] ?? opening(type.replaceAll('-', ' ')));
}
