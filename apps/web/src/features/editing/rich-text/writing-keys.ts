/** Keys of a rich-text field, and the marks of Markdown that become what they mean while they are typed. Tab is not among them: it leaves the field. */
import { Extension, type InputRule, InputRule as Rule, markInputRule, nodeInputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';
import type { MarkType, NodeType, Schema } from '@tiptap/pm/model';
import { type Command, run } from './commands';
import { belowCell, tablesKeptEven } from './tables';

export interface WritingKeysOptions {
  readonly onLink: () => void;
  readonly onToolbar: () => void;
}

const KEYS: Readonly<Record<string, Command>> = {
  'Mod-b': 'STRONG', 'Mod-i': 'EM', 'Mod-e': 'CODE', 'Mod-Shift-x': 'STRIKE', 'Mod-Alt-2': 'HEADING', 'Mod-Alt-3': 'SUBHEADING',
  'Mod-Shift-7': 'NUMBERS', 'Mod-Shift-8': 'BULLETS', 'Mod-Shift-9': 'CHECKLIST', 'Mod-Shift-b': 'QUOTE',
};

const ITEMS = ['list_item', 'task_item'];

export const WritingKeys = Extension.create<WritingKeysOptions>({
  name: 'writing_keys',
  priority: 200, // before the keys that Tiptap brings

  addOptions: () => ({ onLink: () => undefined, onToolbar: () => undefined }),

  addKeyboardShortcuts() {
    const { editor, options } = this;
    const does = (act: () => void) => () => { act(); return true; };
    return {
      ...Object.fromEntries(Object.entries(KEYS).map(([key, command]) => [key, () => run(editor, command)])),
      'Mod-k': does(options.onLink),
      'Alt-F10': does(options.onToolbar),
      'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
      'Mod-]': () => editor.commands.first(({ commands }) => ITEMS.map((item) => () => commands.sinkListItem(item))),
      'Mod-[': () => editor.commands.first(({ commands }) => ITEMS.map((item) => () => commands.liftListItem(item))),
      'Mod-Enter': () => editor.isActive('task_item') && editor.commands.updateAttributes('task_item', { checked: editor.getAttributes('task_item')['checked'] !== true }),
      'Shift-Enter': () => editor.isActive('paragraph') && editor.commands.insertContent({ type: 'hard_break' }),
      Enter: () => {
        const below = belowCell(editor.state);
        if (below !== null) editor.view.dispatch(below);
        return below !== null || editor.commands.first(({ commands }) => ITEMS.map((item) => () => commands.splitListItem(item)));
      },
    };
  },

  addInputRules() {
    return rulesFor(this.editor.schema);
  },

  addProseMirrorPlugins: () => [tablesKeptEven()],
});

function rulesFor(schema: Schema): InputRule[] {
  const node = (name: string): NodeType => found(schema.nodes[name], name);
  const mark = (name: string): MarkType => found(schema.marks[name], name);
  return [
    textblockTypeInputRule({ find: /^(#{1,4})\s$/, type: node('heading'), getAttributes: ([, signs]) => ({ level: Math.max(2, signs?.length ?? 2) }) }),
    wrappingInputRule({ find: /^\s*[-+*]\s$/, type: node('bullet_list') }),
    wrappingInputRule({ find: /^(\d{1,3})\.\s$/, type: node('ordered_list'), getAttributes: ([, number]) => ({ order: Number(number) }), joinPredicate: ([, number], list) => list.childCount + Number(list.attrs['order']) === Number(number) }),
    wrappingInputRule({ find: /^\s*>\s$/, type: node('blockquote') }),
    textblockTypeInputRule({ find: /^```([A-Za-z0-9_+#.-]{0,40})\s$/, type: node('code_block'), getAttributes: ([, language]) => ({ language: language ?? '' }) }),
    nodeInputRule({ find: /^(?:---|___)$/, type: node('horizontal_rule') }),
    checklistRule(),
    markInputRule({ find: /(?:^|\s)(\*\*([^*\s](?:[^*]*[^*\s])?)\*\*)$/, type: mark('strong') }),
    markInputRule({ find: /(?:^|\s)(\*([^*\s](?:[^*]*[^*\s])?)\*)$/, type: mark('em') }),
    markInputRule({ find: /(?:^|\s)(_([^_\s](?:[^_]*[^_\s])?)_)$/, type: mark('em') }),
    markInputRule({ find: /(?:^|\s)(~~([^~\s](?:[^~]*[^~\s])?)~~)$/, type: mark('strike') }),
    markInputRule({ find: /(?:^|\s)(`([^`]+)`)$/, type: mark('code') }),
  ];
}

/** `[ ]` makes a checklist, also of the list that `-` has just begun. */
function checklistRule(): InputRule {
  return new Rule({
    find: /^\[([ xX]?)\]\s$/,
    handler: ({ range, match, chain }) => {
      chain().deleteRange(range).toggleList('task_list', 'task_item').updateAttributes('task_item', { checked: /x/i.test(match[1] ?? '') }).run();
    },
  });
}

function found<Type>(type: Type | undefined, name: string): Type {
  if (type === undefined) throw new Error(`The schema has no ${name}.`);
  return type;
}
