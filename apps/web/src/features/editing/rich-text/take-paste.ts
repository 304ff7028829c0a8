/** Puts into the editor what was pasted, where the caret stands, and says what came of it. */
import { type HtmlLoss, type HtmlNode, PROSE_LIMITS, type ProseDocument, toPlain } from '@passalong/prose';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { fits, pasteOf } from './paste';
import { placeInTable } from './tables';

export type PasteOutcome = { readonly kind: 'TAKEN'; readonly lost: readonly HtmlLoss[] } | { readonly kind: 'TOO_MUCH' | 'PICTURE' };

/** True where the paste was dealt with here; otherwise the editor takes it as it takes any words. */
export function takePaste(view: EditorView, data: DataTransfer | null, onOutcome: (outcome: PasteOutcome) => void): boolean {
  if (data === null) return false;
  const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
  if (html === '' && text === '') {
    if (data.files.length === 0) return false;
    onOutcome({ kind: 'PICTURE' });
    return true;
  }
  const { from, to } = view.state.selection;
  const room = PROSE_LIMITS.text - view.state.doc.textContent.length + (to - from);
  const isCode = view.state.selection.$from.parent.type.spec.code === true;
  const pasted = pasteOf(isCode ? { html: '', text } : { html, text }, parsed, room);
  if (pasted.kind === 'TOO_MUCH') onOutcome({ kind: 'TOO_MUCH' });
  else if (pasted.kind === 'DOCUMENT') {
    putIn(view, pasted.document);
    onOutcome({ kind: 'TAKEN', lost: pasted.lost });
  } else if (pasted.kind === 'MARKDOWN' && !isCode) void readMarkdown(view, pasted.markdown, text, room, onOutcome);
  else return false;
  return true;
}

/** Parses without running or loading anything of it. */
function parsed(html: string): HtmlNode {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

/** The reader is fetched when somebody first pastes Markdown. Without a line the words go in as they are. */
async function readMarkdown(view: EditorView, markdown: string, text: string, room: number, onOutcome: (outcome: PasteOutcome) => void): Promise<void> {
  try {
    const { fromForeignMarkdown } = await import('@passalong/prose/markdown');
    const { document } = fromForeignMarkdown(markdown);
    if (view.isDestroyed) return;
    if (!fits(document, room)) return onOutcome({ kind: 'TOO_MUCH' });
    putIn(view, document);
  } catch {
    if (!view.isDestroyed) view.dispatch(view.state.tr.insertText(text).scrollIntoView());
  }
  onOutcome({ kind: 'TAKEN', lost: [] });
}

/** Paragraphs at the ends run into the words around them; a cell of a table takes words alone. */
function putIn(view: EditorView, document: ProseDocument): void {
  const { state } = view;
  if (placeInTable(state) !== null) {
    view.dispatch(state.tr.insertText(toPlain(document).replace(/\s+/g, ' ').trim()).scrollIntoView().setMeta('paste', true));
    return;
  }
  const content = Fragment.fromJSON(state.schema, document.content);
  const open = (index: number): number => (content.maybeChild(index)?.type.name === 'paragraph' ? 1 : 0);
  view.dispatch(state.tr.replaceSelection(new Slice(content, open(0), open(content.childCount - 1))).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
}
