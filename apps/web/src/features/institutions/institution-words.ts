/** What is known about an institution, in words. */
import { opening } from '../../ui/words';

const SIZES: Readonly<Record<string, string>> = {
  'under-2000': 'Under 2,000 students', '2000-4999': '2,000 to 4,999 students', '5000-9999': '5,000 to 9,999 students',
  '10000-19999': '10,000 to 19,999 students', '20000-plus': '20,000 students or more',
};
const TYPES: Readonly<Record<string, string>> = {
  'large-teaching-led': 'Large and teaching-led', 'teaching-led': 'Teaching-led', 'research-and-teaching': 'Research and teaching',
  'research-intensive': 'Research-intensive', 'specialist-arts': 'Specialist in the arts', 'specialist-other': 'Specialist',
  'regional-public': 'Regional, public', 'multi-campus-public': 'Several campuses, public', 'college-based': 'Based in a college',
};

export function sizeWords(band: string | null): string | null {
  return band === null ? null : (SIZES[band] ?? band);
}

export function typeWords(type: string | null): string | null {
  return type === null ? null : (TYPES[type] ?? opening(type.replaceAll('-', ' ')));
}
