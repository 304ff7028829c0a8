/** Blocks with headings of any level as a file in sections: the title apart, and the highest level in use as the level of sections. */
import { type ProseNode, toPlain } from '@passalong/prose';
import type { ForeignFile } from '../interchange/foreign-file.js';
import { documentOf, splitAtHeadings } from '../interchange/sections.js';
import { countKept } from './count-kept.js';
import type { Tally } from './document-report.js';
import type { ReadBlock, ReadHtml } from './read-html.js';

const SECTION = 2;
const LOWEST = 4;

export function outlined({ blocks, title, language, notes: footnotes }: ReadHtml, tally: Tally, notes: readonly string[] = []): ForeignFile {
  const named = titleAt(blocks);
  const others = blocks.filter((_, index) => index !== named);
  const levels = others.flatMap((block) => ('heading' in block ? [block.heading.level] : []));
  const shift = levels.length === 0 ? 0 : SECTION - Math.min(...levels);
  const nodes = others.map((block): ProseNode => {
    if ('node' in block) return block.node;
    const { level, content } = block.heading;
    const moved = level + shift;
    if (moved > LOWEST) tally.lose('HEADING_LEVEL');
    return { type: 'heading', attrs: { level: Math.min(moved, LOWEST) }, content };
  });
  const heading = wordsOf(named === -1 ? undefined : blocks[named]) || title;
  tally.keep('HEADING', named === -1 ? 0 : 1);
  tally.keep('FOOTNOTE', footnotes.length);
  countKept(nodes, tally);
  const [lead = [], ...parts] = splitAtHeadings([...nodes, ...notesSection(footnotes)]);
  return {
    frontMatter: language === null ? {} : { language }, heading: heading === '' ? null : heading, lead, dropped: [], notes,
    sections: parts.flatMap(([headed, ...rest]) => (headed === undefined ? [] : [{ heading: toPlain(documentOf([headed])).trim(), headed, nodes: rest }])),
  };
}

function notesSection(footnotes: readonly ProseNode[]): ProseNode[] {
  if (footnotes.length === 0) return [];
  return [{ type: 'heading', attrs: { level: SECTION }, content: [{ type: 'text', text: 'Notes' }] }, { type: 'ordered_list', attrs: { order: 1 }, content: footnotes }];
}

/** What is styled as a title; else the only heading of the highest level, where nothing stands before it. */
function titleAt(blocks: readonly ReadBlock[]): number {
  const styled = blocks.findIndex((block) => 'heading' in block && block.heading.isTitle);
  if (styled !== -1) return styled;
  const first = blocks[0];
  if (first === undefined || !('heading' in first) || first.heading.level !== 1) return -1;
  return blocks.filter((block) => 'heading' in block && block.heading.level === 1).length === 1 ? 0 : -1;
}

function wordsOf(block: ReadBlock | undefined): string {
  return block === undefined || !('heading' in block) ? '' : toPlain(documentOf([{ type: 'paragraph', content: block.heading.content }])).replaceAll(/\s+/g, ' ').trim();
}
