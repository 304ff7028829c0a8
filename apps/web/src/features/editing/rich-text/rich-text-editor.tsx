/** One rich-text field that is being written: Tiptap on the schema of the server, with its tools below the text. */
import { proseSchema } from '@passalong/prose';
import { useLingui } from '@lingui/react/macro';
import { Editor, type JSONContent } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import { type ReactElement, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { controlProps, type Question } from '../../../ui/form-field';
import { documentOf, textOf } from '../rich-text-value';
import { MARK_BEHAVIOUR, nodeBehaviour, type ViewWords } from './behaviour';
import { ImageDialog } from './image-dialog';
import { LinkDialog } from './link-dialog';
import { schemaExtensions } from './schema-extensions';
import { Toolbar } from './toolbar';
import { PasteSaid } from './paste-said';
import { type PasteOutcome, takePaste } from './take-paste';
import { WritingKeys, type WritingKeysOptions } from './writing-keys';

export interface RichTextProps {
  readonly question: Question;
  /** The text of the document's JSON, empty where nothing is said. */
  readonly text: string;
  readonly onWrite: (text: string) => void;
}

const contentOf = (text: string): JSONContent => (documentOf(text) ?? { type: 'doc', content: [{ type: 'paragraph' }] }) as JSONContent;

export function RichTextEditor({ question, text, onWrite, isFocused }: RichTextProps & { readonly isFocused: boolean }): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const [asks, setAsks] = useState<'LINK' | 'IMAGE' | null>(null);
  const [pasted, setPasted] = useState<PasteOutcome | null>(null);
  const editor = useEditor(host, { question, text, onWrite, isFocused }, {
    onPasted: setPasted,
    onLink: () => setAsks('LINK'),
    onToolbar: () => bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
  });
  const done = (): void => setAsks(null);
  return (
    <>
      <div className="rich">
        <div ref={host} />
        {editor === null ? null : <Toolbar editor={editor} controls={question.id} label={question.label} bar={bar} onLink={() => setAsks('LINK')} onImage={() => setAsks('IMAGE')} />}
      </div>
      <PasteSaid outcome={pasted} />
      {editor === null || asks === null ? null : asks === 'LINK' ? <LinkDialog editor={editor} id={question.id} onDone={done} /> : <ImageDialog editor={editor} id={question.id} onDone={done} />}
    </>
  );
}

interface Asked extends WritingKeysOptions { readonly onPasted: (outcome: PasteOutcome | null) => void }

/** An editor for as long as the field is on screen. What changes from outside (a choice in a conflict, a step put back) replaces its text. */
function useEditor(host: RefObject<HTMLDivElement | null>, { question, text, onWrite, isFocused }: Parameters<typeof RichTextEditor>[0], asked: Asked): Editor | null {
  const words = useViewWords();
  const [editor, setEditor] = useState<Editor | null>(null);
  const now = useRef({ text, question, onWrite });
  now.current = { text: now.current.text, question, onWrite };
  useLayoutEffect(() => {
    const made = new Editor({
      element: host.current, injectCSS: false, schemaSpec: proseSchema.spec, content: contentOf(text),
      extensions: [...schemaExtensions(nodeBehaviour(words), MARK_BEHAVIOUR), UndoRedo, WritingKeys.configure({ onLink: asked.onLink, onToolbar: asked.onToolbar })],
      editorProps: {
        attributes: () => attributesFor(now.current.question),
        handlePaste: (view, event) => takePaste(view, event.clipboardData, asked.onPasted),
        handleDrop: (_view, event) => keptOut(event, asked.onPasted),
      },
      onUpdate: ({ editor: { state } }) => {
        const written = textOf(state.doc.toJSON() as Parameters<typeof textOf>[0]);
        if (written === now.current.text) return;
        now.current.text = written;
        now.current.onWrite(written);
        asked.onPasted(null);
      },
    });
    setEditor(made);
    if (isFocused) made.view.focus();
    return () => made.destroy();
  }, []); // eslint-disable-line react-hooks/exhaustive-deps -- made once; what changes later reaches it through `now`
  useEffect(() => {
    if (editor === null || editor.isDestroyed || text === now.current.text) return;
    now.current.text = text;
    editor.commands.setContent(contentOf(text), { emitUpdate: false });
  }, [editor, text]);
  useEffect(() => { if (editor?.isDestroyed === false) editor.view.updateState(editor.state); }, [editor, question.hint, question.error]); // reads the attributes again
  return editor;
}

/** A browser would leave the page for a file that is dropped on it. */
function keptOut(event: DragEvent, onPasted: Asked['onPasted']): boolean {
  if ((event.dataTransfer?.files.length ?? 0) === 0) return false;
  event.preventDefault();
  onPasted({ kind: 'PICTURE' });
  return true;
}

/** What makes a box that is no native control a text field with its name, its hint and its problem. */
export function attributesFor(question: Question): Record<string, string> {
  const { id, 'aria-describedby': describedBy, 'aria-invalid': isInvalid } = controlProps(question);
  return {
    id, class: 'rich-text prose', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': `${id}-label`,
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }), ...(isInvalid === undefined ? {} : { 'aria-invalid': 'true' }),
  };
}

function useViewWords(): ViewWords {
  const { t } = useLingui();
  return { done: t`Done`, elsewhere: t`Shown as a link: pages load nothing from other sites.`, tones: { note: t`Note`, tip: t`Tip`, warning: t`Take care` } };
}
