/** Splits the Markdown below a front matter by its level 2 headings. */
import { fromMarkdown, type ProseDocument, type ProseNode, toMarkdown, toPlain } from '@passalong/prose';

export interface RecordSection {
  readonly heading: string;
  /** What stands under the heading. */
  readonly text: string;
  /** The heading and what stands under it. */
  readonly whole: string;
}

export interface RecordBody {
  /** What stands before the first heading, without the title and the word that it is illustrative. */
  readonly lead: string;
  readonly sections: readonly RecordSection[];
}

/** The text of a record; its level 1 heading and the quotation that says "Illustrative" are presentation and left out. */
export function readBody(markdown: string): RecordBody {
  const nodes = fromMarkdown(markdown.replace(/^\s*#[ \t][^\n]*(\n|$)/, '')).content;
  const [lead = [], ...parts] = splitAtHeadings(nodes);
  const notice = lead.findIndex((node) => node.type === 'blockquote' && /^>?\s*illustrative\b/i.test(toPlain(documentOf([node]))));
  return { lead: markdownOf(lead.filter((_, index) => index !== notice)), sections: parts.map(sectionOf) };
}

/** Blocks before the first level 2 heading, then one list for each heading. */
export function splitAtHeadings(nodes: readonly ProseNode[]): ProseNode[][] {
  const parts: ProseNode[][] = [[]];
  for (const node of nodes) {
    if (isSectionHeading(node)) parts.push([]);
    parts.at(-1)?.push(node);
  }
  return parts;
}

export function isSectionHeading(node: ProseNode): boolean {
  return node.type === 'heading' && node.attrs?.['level'] === 2;
}

export function documentOf(content: readonly ProseNode[]): ProseDocument {
  return { type: 'doc', content };
}

/** Markdown without the line break at its end. */
export function markdownOf(nodes: readonly ProseNode[]): string {
  return toMarkdown(documentOf(nodes)).trimEnd();
}

/** Markdown as the writer would write it again. */
export function settledMarkdown(markdown: string): string {
  return toMarkdown(fromMarkdown(markdown)).trimEnd();
}

function sectionOf(nodes: readonly ProseNode[]): RecordSection {
  return { heading: toPlain(documentOf(nodes.slice(0, 1))), text: markdownOf(nodes.slice(1)), whole: markdownOf(nodes) };
}
