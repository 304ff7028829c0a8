/** How some nodes look and act while they are written: a box that can be ticked, an image that pages will not load, a call-out with its name. */
import type { MarkConfig, NodeConfig, NodeViewRenderer } from '@tiptap/core';
import { isOwnFile } from '@passalong/prose';

/** What is said within the text, in the reader's language. */
export interface ViewWords {
  readonly done: string;
  readonly elsewhere: string;
  readonly tones: Readonly<Record<string, string>>;
}

export function nodeBehaviour(words: ViewWords): Readonly<Record<string, Partial<NodeConfig>>> {
  return {
    task_item: { addNodeView: () => taskView(words) },
    image: { addNodeView: () => imageView(words) },
    callout: { addNodeView: () => calloutView(words) },
  };
}

export const MARK_BEHAVIOUR: Readonly<Record<string, Partial<MarkConfig>>> = { link: { keepOnSplit: false } };

/** Tab leaves the field, so the box is no stop of its own: it is ticked by Control and Enter, or by pointing at it. */
function taskView({ done }: ViewWords): NodeViewRenderer {
  return ({ node, editor, getPos }) => {
    const dom = document.createElement('li');
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', tabIndex: -1 });
    const contentDOM = document.createElement('div');
    const show = (checked: boolean): void => { box.checked = checked; dom.dataset['checked'] = String(checked); };
    const label = dom.appendChild(document.createElement('span'));
    label.contentEditable = 'false';
    box.setAttribute('aria-label', done);
    box.addEventListener('mousedown', (event) => event.preventDefault()); // the caret stays where it is
    box.addEventListener('click', (event) => {
      const position = getPos();
      if (!editor.isEditable || position === undefined) { event.preventDefault(); return; }
      editor.view.dispatch(editor.state.tr.setNodeAttribute(position, 'checked', box.checked));
    });
    label.append(box);
    dom.append(contentDOM);
    show(node.attrs['checked'] === true);
    return {
      dom, contentDOM,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      update: (next) => { if (next.type !== node.type) return false; show(next.attrs['checked'] === true); return true; },
    };
  };
}

function imageView({ elsewhere }: ViewWords): NodeViewRenderer {
  return ({ node }) => {
    const { src, alt } = node.attrs as { readonly src: string; readonly alt: string };
    if (isOwnFile(src)) return { dom: Object.assign(document.createElement('img'), { src, alt }) };
    const dom = Object.assign(document.createElement('div'), { className: 'picture-elsewhere' });
    dom.append(line('b', alt), line('span', src), line('span', elsewhere));
    return { dom };
  };
}

function line(tag: 'b' | 'span', textContent: string): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent });
}

function calloutView({ tones }: ViewWords): NodeViewRenderer {
  return ({ node }) => {
    const dom = document.createElement('div');
    const name = Object.assign(document.createElement('p'), { className: 'callout-name', contentEditable: 'false' });
    const contentDOM = document.createElement('div');
    const show = (tone: string): void => { dom.className = `callout ${tone}`; name.textContent = tones[tone] ?? tone; };
    dom.append(name, contentDOM);
    show(String(node.attrs['tone']));
    return {
      dom, contentDOM,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      update: (next) => { if (next.type !== node.type) return false; show(String(next.attrs['tone'])); return true; },
    };
  };
}
