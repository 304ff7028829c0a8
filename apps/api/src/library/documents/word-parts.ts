/** Which parts of a Word file are read, and which names tell of something else in it. */
import type { Archive } from './archive.js';
import { DocumentRefusal } from './document-problem.js';

const READ = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document\d*|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml|word\/_rels\/document\d*\.xml\.rels)$/i;

export const isReadPart = (name: string): boolean => READ.test(name);
export const isHeaderOrFooter = (name: string): boolean => /^word\/(header|footer)\d*\.xml$/i.test(name);
/** What the reader of the text is given: headers and footers stay behind, and so do comments and pictures. */
export const isPartOfText = (name: string): boolean => isReadPart(name) && !isHeaderOrFooter(name) && !/^word\/comments\.xml$/i.test(name);

export function checkNames({ names }: Archive): void {
  if (names.some((name) => /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(name))) throw new DocumentRefusal('UNSAFE_NAMES');
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length) throw new DocumentRefusal('DAMAGED');
  if (!names.some((name) => /^word\/document\d*\.xml$/i.test(name))) throw new DocumentRefusal('NOT_WHAT_IT_SAYS');
}

export const macrosIn = ({ names }: Archive): number => names.filter((name) => /vbaProject[^/]*\.bin$/i.test(name)).length;
