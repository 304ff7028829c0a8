/** Rich text between the API, the form and whoever reads along. In the form it is the text of its JSON, which is cheap to copy and to compare. Pure. */
import { isBlank, type ProseDocument, toMarkdown } from '@passalong/prose';

/** As the API answers it and takes it. What was kept on this device before there was an editor is Markdown. */
export type RichText = { readonly document: ProseDocument } | { readonly markdown: string };

/** What stands in the form; empty where nothing is said. The same document is always the same text. */
export function formText(value: RichText | null): string {
  if (value === null) return '';
  return textOf('document' in value ? value.document : asTyped(value.markdown));
}

export function textOf(document: ProseDocument): string {
  return isBlank(document) ? '' : JSON.stringify(document, inOrder);
}

export function documentOf(text: string): ProseDocument | null {
  return text === '' ? null : (JSON.parse(text) as ProseDocument);
}

/** As somebody would type it, for comparing and for reading along. */
export function markdownOf(value: unknown): string {
  const text = value as RichText;
  return 'document' in text ? toMarkdown(text.document) : text.markdown;
}

export function saysNothing(value: unknown): boolean {
  const text = value as RichText;
  return 'document' in text ? isBlank(text.document) : text.markdown.trim() === '';
}

/** Line by line, marks and all: reading Markdown would weigh on every visit for what is there once at most. */
function asTyped(markdown: string): ProseDocument {
  return { type: 'doc', content: markdown.split('\n').filter((line) => line.trim() !== '').map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
}

/** The database keeps keys in an order of its own. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
