/** What the buttons and the keys of a rich-text field do, each by its name. */
import type { Editor } from '@tiptap/core';
import type { CalloutTone } from '@passalong/prose';
import { changedTable, emptyTable, type TableChange } from './tables';

export type Command = 'HEADING' | 'SUBHEADING' | 'STRONG' | 'EM' | 'STRIKE' | 'CODE' | 'BULLETS' | 'NUMBERS' | 'CHECKLIST' | 'QUOTE' | 'TABLE' | 'UNDO' | 'REDO'
  | 'NOTE' | 'TIP' | 'WARNING' | TableChange;

const TONES: Readonly<Record<'NOTE' | 'TIP' | 'WARNING', CalloutTone>> = { NOTE: 'note', TIP: 'tip', WARNING: 'warning' };

const COMMANDS: Readonly<Record<Exclude<Command, TableChange | keyof typeof TONES>, (editor: Editor) => boolean>> = {
  HEADING: ({ commands }) => commands.toggleNode('heading', 'paragraph', { level: 2 }),
  SUBHEADING: ({ commands }) => commands.toggleNode('heading', 'paragraph', { level: 3 }),
  STRONG: ({ commands }) => commands.toggleMark('strong'),
  EM: ({ commands }) => commands.toggleMark('em'),
  STRIKE: ({ commands }) => commands.toggleMark('strike'),
  CODE: ({ commands }) => commands.toggleMark('code'),
  BULLETS: ({ commands }) => commands.toggleList('bullet_list', 'list_item'),
  NUMBERS: ({ commands }) => commands.toggleList('ordered_list', 'list_item'),
  CHECKLIST: ({ commands }) => commands.toggleList('task_list', 'task_item'),
  QUOTE: ({ commands }) => commands.toggleWrap('blockquote'),
  TABLE: (editor) => insertTable(editor),
  UNDO: ({ commands }) => commands.undo(),
  REDO: ({ commands }) => commands.redo(),
};

export function run(editor: Editor, command: Command): boolean {
  if (command in TONES) return callOut(editor, TONES[command as keyof typeof TONES]);
  const act = COMMANDS[command as keyof typeof COMMANDS];
  return act === undefined ? changeTable(editor, command as TableChange) : act(editor);
}

/** The same tone again takes the call-out away; another one changes it. */
function callOut(editor: Editor, tone: CalloutTone): boolean {
  const { commands, state } = editor;
  const current = state.selection.$from;
  for (let depth = current.depth; depth > 0; depth -= 1) {
    const node = current.node(depth);
    if (node.type.name === 'callout') return node.attrs['tone'] === tone ? commands.lift('callout') : commands.updateAttributes('callout', { tone });
  }
  return editor.isActive('table') ? false : commands.wrapIn('callout', { tone });
}

function insertTable(editor: Editor): boolean {
  if (editor.isActive('table')) return false;
  const { schema, selection } = editor.state;
  const at = selection.$from.depth === 0 ? selection.from : selection.$from.after(1);
  return editor.chain().insertContentAt(at, emptyTable(schema).toJSON()).setTextSelection(at + 3).scrollIntoView().run();
}

function changeTable(editor: Editor, change: TableChange): boolean {
  const tr = changedTable(editor.state, change);
  if (tr !== null) editor.view.dispatch(tr);
  return tr !== null;
}

/** Names of everything that the caret stands in, in one walk: it is asked for after every key. */
export function activeAt({ state }: Editor): ReadonlySet<string> {
  const { $from, empty, from, to } = state.selection;
  const names = new Set<string>();
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type, attrs } = $from.node(depth);
    names.add(type.name === 'heading' ? `heading${String(attrs['level'])}` : type.name);
    if (type.name === 'callout') names.add(String(attrs['tone']));
  }
  if (empty) for (const { type } of state.storedMarks ?? $from.marks()) names.add(type.name);
  else for (const mark of ['strong', 'em', 'strike', 'code', 'link']) {
    const type = state.schema.marks[mark];
    if (type !== undefined && state.doc.rangeHasMark(from, to, type)) names.add(mark);
  }
  return names;
}
