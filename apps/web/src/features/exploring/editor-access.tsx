/** What GraphiQL's editors lack for those who do not see them or use no mouse: names, and a Tab key that moves on. */
import { useEditorContext } from '@graphiql/react';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useLayoutEffect } from 'react';

type Editor = NonNullable<ReturnType<typeof useEditorContext>>['queryEditor' | 'variableEditor' | 'responseEditor'];

/** Only the browser's own meaning is left, or nobody could leave an editor by keyboard; while completions are open, theirs come first. */
const TAB_MOVES_ON = { Tab: false, 'Shift-Tab': false } as const;

interface Props {
  /** Every editor is there and has its name: only now does what people type and press arrive. */
  readonly onReady: () => void;
}

/** Shows nothing; stands inside GraphiQL, which brings its editors one after the other. */
export function EditorAccess({ onReady }: Props): null {
  const { t } = useLingui();
  const { queryEditor, variableEditor, responseEditor } = useEditorContext({ nonNull: true });
  useAccess(queryEditor, t`Query`);
  useAccess(variableEditor, t`Variables, as JSON`);
  useAccess(responseEditor, t`Answer`);
  const isReady = queryEditor !== null && variableEditor !== null && responseEditor !== null;
  useEffect(() => { if (isReady) onReady(); }, [isReady, onReady]);
  return null;
}

function useAccess(editor: Editor, name: string): void {
  useLayoutEffect(() => {
    if (editor === null) return undefined;
    editor.setOption('screenReaderLabel', name);
    editor.addKeyMap(TAB_MOVES_ON);
    return () => editor.removeKeyMap(TAB_MOVES_ON);
  }, [editor, name]);
}
