import { isExternalHref, isSafeHref } from './href.js';
import { attribute, childrenOf, isList, numberAttribute, stringAttribute } from './nodes.js';
import { inlineEvents } from './runs.js';
import { isImageSource, isOwnFile } from './image-source.js';
import { isTone, LANGUAGE } from './schema.js';
import type { CalloutTone } from './schema.js';
import type { ProseDocument, ProseMark, ProseNode } from './types.js';

export interface HtmlOptions {
  /** Added to every heading's level; the result stays between 1 and 6. */
  readonly headingOffset?: number;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const TONE_WORDS: Readonly<Record<CalloutTone, string>> = { note: 'Note', tip: 'Tip', warning: 'Take care' };
const TAGS: Readonly<Record<string, string>> = { strong: 'strong', em: 'em', strike: 's' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function openTag(mark: ProseMark): string {
  if (mark.type !== 'link') return `<${TAGS[mark.type] ?? 'span'}>`;
  const { href, title } = mark.attrs ?? {};
  if (!isSafeHref(href)) return '<span>';
  const tooltip = typeof title === 'string' ? ` title="${escapeHtml(title)}"` : '';
  const relation = isExternalHref(href) ? ' rel="noopener nofollow ugc"' : '';
  return `<a href="${escapeHtml(href)}"${tooltip}${relation}>`;
}

function closeTag(mark: ProseMark): string {
  if (mark.type !== 'link') return `</${TAGS[mark.type] ?? 'span'}>`;
  return isSafeHref(mark.attrs?.href) ? '</a>' : '</span>';
}

function inline(node: ProseNode): string {
  return inlineEvents(childrenOf(node), true)
    .map((event) => {
      if (event.kind === 'open') return openTag(event.mark);
      if (event.kind === 'close') return closeTag(event.mark);
      if (event.piece.kind === 'break') return '<br>';
      const text = escapeHtml(event.piece.text);
      return event.piece.code ? `<code>${text}</code>` : text;
    })
    .join('');
}

function tableRow(row: ProseNode): string {
  const cells = childrenOf(row).map((cell) => {
    const alignment = attribute(cell, 'alignment');
    const style = alignment === 'left' || alignment === 'center' || alignment === 'right' ? ` class="align-${alignment}"` : '';
    return cell.type === 'table_header' ? `<th scope="col"${style}>${inline(cell)}</th>` : `<td${style}>${inline(cell)}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function table(node: ProseNode): string {
  const [head, ...body] = childrenOf(node).map(tableRow);
  const rows = body.length === 0 ? '' : `<tbody>${body.join('')}</tbody>`;
  return `<table><thead>${head ?? ''}</thead>${rows}</table>`;
}

/** A paragraph alone in its item, or followed only by lists, needs no element of its own. */
function item(node: ProseNode, options: HtmlOptions): string {
  const [lead, ...rest] = childrenOf(node);
  const bare = lead?.type === 'paragraph' && rest.every(isList);
  return bare ? `<li>${inline(lead)}${blocks(rest, options)}</li>` : `<li>${blocks(childrenOf(node), options)}</li>`;
}

/** The words of an item name its box, so that a screen reader reads both as one. */
function task(node: ProseNode, options: HtmlOptions): string {
  const [lead, ...rest] = childrenOf(node);
  const box = `<input type="checkbox" disabled${attribute(node, 'checked') === true ? ' checked' : ''}>`;
  return `<li><label>${box} <span>${lead === undefined ? '' : inline(lead)}</span></label>${blocks(rest, options)}</li>`;
}

function callout(node: ProseNode, options: HtmlOptions): string {
  const given = attribute(node, 'tone');
  const tone = isTone(given) ? given : 'note';
  return `<div class="callout ${tone}"><p class="callout-name">${TONE_WORDS[tone]}</p>${blocks(childrenOf(node), options)}</div>`;
}

/** Pages load nothing from other sites: an image elsewhere is a link with its words. */
function image(node: ProseNode): string {
  const source = attribute(node, 'src');
  const alt = escapeHtml(stringAttribute(node, 'alt'));
  if (!isImageSource(source)) return `<p>${alt}</p>`;
  if (isOwnFile(source)) return `<p class="picture"><img src="${escapeHtml(source)}" alt="${alt}" loading="lazy"></p>`;
  return `<p class="picture elsewhere"><a href="${escapeHtml(source)}" rel="noopener nofollow ugc">${alt}</a></p>`;
}

function block(node: ProseNode, options: HtmlOptions): string {
  const children = childrenOf(node);
  switch (node.type) {
    case 'paragraph':
      return `<p>${inline(node)}</p>`;
    case 'heading': {
      const level = Math.min(Math.max(Math.trunc(numberAttribute(node, 'level', 2) + (options.headingOffset ?? 0)), 1), 6);
      return `<h${level}>${inline(node)}</h${level}>`;
    }
    case 'bullet_list':
      return `<ul>${children.map((child) => item(child, options)).join('')}</ul>`;
    case 'ordered_list': {
      const order = Math.trunc(numberAttribute(node, 'order', 1));
      return `<ol${order === 1 ? '' : ` start="${order}"`}>${children.map((child) => item(child, options)).join('')}</ol>`;
    }
    case 'task_list':
      return `<ul class="tasks">${children.map((child) => task(child, options)).join('')}</ul>`;
    case 'callout':
      return callout(node, options);
    case 'image':
      return image(node);
    case 'blockquote':
      return `<blockquote>${blocks(children, options)}</blockquote>`;
    case 'code_block': {
      const language = stringAttribute(node, 'language');
      const label = language !== '' && LANGUAGE.test(language) ? ` class="language-${language}"` : '';
      return `<pre><code${label}>${escapeHtml(children.map((child) => child.text ?? '').join(''))}</code></pre>`;
    }
    case 'horizontal_rule':
      return '<hr>';
    case 'table':
      return table(node);
    default:
      throw new RangeError(`A document cannot hold a block of type “${node.type}”.`);
  }
}

function blocks(nodes: readonly ProseNode[], options: HtmlOptions): string {
  return nodes.map((node) => block(node, options)).join('');
}

/**
 * Renders a document as static HTML. All text and attributes are escaped, an
 * unsafe link is rendered without its address even in a document that was
 * never validated, and links to other sites carry
 * `rel="noopener nofollow ugc"`. Table cells are aligned by the classes
 * `align-left`, `align-center` and `align-right`, call-outs are `callout` with
 * their tone and checklists `tasks`. Throws RangeError on a block
 * the schema does not know.
 */
export function toHtml(document: ProseDocument, options: HtmlOptions = {}): string {
  return blocks(document.content, options);
}
