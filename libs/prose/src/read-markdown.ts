import MarkdownIt from 'markdown-it';
import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { MarkdownParser } from 'prosemirror-markdown';
import { tidyDocument } from './canonical.js';
import { encodeHref, isSafeHref } from './href.js';
import type { Notes } from './notes.js';
import { ownBlocks } from './own-blocks.js';
import { reshape } from './reshape.js';
import { isTitle, MAX_ORDER, proseSchema } from './schema.js';
import type { ProseDocument } from './types.js';

const CONTROL = /[^\P{Cc}\t\n\r]/gu;
const DEEPEST_SYNTAX = 200;
const DEEPEST_BLOCK = 100;

/** A tokenizer that hands out only tokens the schema knows while notes are taken. */
class Reshaping extends MarkdownIt {
  notes: Notes | null = null;

  override parse(source: string, env: unknown): Token[] {
    const tokens = super.parse(source, env);
    return this.notes === null ? tokens : reshape(tokens, this.notes);
  }
}

/** Beyond any sensible depth `>` and `-` are ordinary text; the tokenizer alone would drop it. */
function shallow({ block }: MarkdownIt, name: string, alt: string[]): void {
  const all = block.ruler.getRules('');
  block.ruler.disable(name);
  const others = new Set<RuleBlock>(block.ruler.getRules(''));
  const rule = all.find((candidate) => !others.has(candidate));
  block.ruler.enable(name);
  if (rule === undefined) throw new Error(`The tokenizer has no rule called ${name}.`);
  const bounded: RuleBlock = (state, ...rest) => state.level < DEEPEST_BLOCK && rule(state, ...rest);
  block.ruler.at(name, bounded, { alt });
}

function tokenizer(foreign: boolean): Reshaping {
  const options = { html: foreign, linkify: false, typographer: false, breaks: false, maxNesting: DEEPEST_SYNTAX };
  const markdown = new Reshaping(options);
  shallow(markdown, 'blockquote', ['paragraph', 'reference', 'blockquote', 'list']);
  shallow(markdown, 'list', ['paragraph', 'reference', 'blockquote']);
  markdown.core.ruler.before('text_join', 'own_blocks', (state) => { state.tokens = ownBlocks(state.tokens); });
  markdown.normalizeLink = encodeHref;
  markdown.normalizeLinkText = (text) => text;
  markdown.validateLink = foreign ? () => true : isSafeHref;
  return markdown;
}

function alignmentOf(token: Token): { alignment: string | null } {
  const found = /text-align:(left|center|right)/.exec(token.attrGet('style') ?? '');
  return { alignment: found?.[1] ?? null };
}

function titleOf(token: Token): string | null {
  const title = (token.attrGet('title') ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return isTitle(title) ? title : null;
}

function parserFor(markdown: Reshaping): MarkdownParser {
  return new MarkdownParser(proseSchema, markdown, {
    paragraph: { block: 'paragraph' },
    heading: { block: 'heading', getAttrs: (token) => ({ level: Number(token.tag.slice(1)) }) },
    bullet_list: { block: 'bullet_list' },
    ordered_list: {
      block: 'ordered_list',
      getAttrs: (token) => ({ order: Math.min(Number(token.attrGet('start') ?? '1'), MAX_ORDER) }),
    },
    list_item: { block: 'list_item' },
    task_list: { block: 'task_list' },
    task_item: { block: 'task_item', getAttrs: (token) => ({ checked: token.attrGet('checked') === 'true' }) },
    callout: { block: 'callout', getAttrs: (token) => ({ tone: token.attrGet('tone') ?? 'note' }) },
    picture: { node: 'image', getAttrs: (token) => ({ src: token.attrGet('src') ?? '', alt: token.content }) },
    blockquote: { block: 'blockquote' },
    code_block: { block: 'code_block', noCloseToken: true },
    fence: { block: 'code_block', noCloseToken: true, getAttrs: (token) => ({ language: token.info }) },
    hr: { node: 'horizontal_rule' },
    hardbreak: { node: 'hard_break' },
    table: { block: 'table' },
    thead: { ignore: true },
    tbody: { ignore: true },
    tr: { block: 'table_row' },
    th: { block: 'table_header', getAttrs: alignmentOf },
    td: { block: 'table_cell', getAttrs: alignmentOf },
    link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href') ?? '', title: titleOf(token) }) },
    strong: { mark: 'strong' },
    em: { mark: 'em' },
    s: { mark: 'strike' },
    code_inline: { mark: 'code', noCloseToken: true },
  });
}

const strictTokenizer = tokenizer(false);
const foreignTokenizer = tokenizer(true);
const strictParser = parserFor(strictTokenizer);
const foreignParser = parserFor(foreignTokenizer);

/** Reads Markdown; `foreign` admits HTML and unsafe links in order to strip and report them. */
export function readMarkdown(text: string, foreign: boolean, notes: Notes): ProseDocument {
  const source = text.replace(CONTROL, '').replace(/[\u2028\u2029]/g, ' ').replace(/\p{Surrogate}/gu, '\ufffd').replace(/^\ufeff/, '');
  const markdown = foreign ? foreignTokenizer : strictTokenizer;
  markdown.notes = notes;
  try {
    const root = (foreign ? foreignParser : strictParser).parse(source);
    return tidyDocument(root, () => notes.add('Flattened a quotation or list that was nested too deeply'));
  } finally {
    markdown.notes = null;
  }
}
