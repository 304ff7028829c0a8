/** The tools of one rich-text field: one stop for Tab, arrow keys within, Escape back to the text. */
import { useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, type MouseEvent, type ReactElement, type RefObject, useState, useSyncExternalStore } from 'react';
import { Icon } from '../../../ui/icon';
import { activeAt, run } from './commands';
import { type Act, toolsFor } from './tools';

interface Props {
  readonly editor: Editor;
  readonly controls: string;
  readonly label: string;
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly onLink: () => void;
  readonly onImage: () => void;
}

export function Toolbar({ editor, controls, label, bar, onLink, onImage }: Props): ReactElement {
  const { t, i18n } = useLingui();
  const active = useActive(editor);
  const [at, setAt] = useState(0);
  const groups = toolsFor(active);
  const acts = groups.flat().map(({ act }) => act);
  const current = Math.min(at, acts.length - 1);
  const press = (act: Act): void => {
    if (act === 'LINK') onLink();
    else if (act === 'IMAGE') onImage();
    else if (run(editor, act)) editor.view.focus(); // what comes next is typed
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') editor.commands.focus();
    const next = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: acts.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const index = (next + acts.length) % acts.length;
    setAt(index);
    event.currentTarget.querySelectorAll('button')[index]?.focus();
  };
  return (
    <div ref={bar} className="rich-tools" role="toolbar" aria-label={t`Formatting: ${label}`} aria-controls={controls} onKeyDown={onKeyDown}>
      {groups.map((tools, group) => (
        <span key={group} className="rich-group">
          {tools.map(({ act, icon, label: name, active: as, keys }) => (
            <button
              key={act} type="button" tabIndex={acts.indexOf(act) === current ? 0 : -1} aria-pressed={as === undefined ? undefined : active.has(as)} aria-keyshortcuts={keys}
              aria-label={i18n._(name)} title={keys === undefined ? i18n._(name) : `${i18n._(name)} (${keys.replace('Control', 'Ctrl')})`}
              onMouseDown={keepSelection} onFocus={() => setAt(acts.indexOf(act))} onClick={() => press(act)}
            ><Icon name={icon} /></button>
          ))}
        </span>
      ))}
    </div>
  );
}

/** A press of the mouse must not take the focus out of the text. */
function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}

const NOTHING: ReadonlySet<string> = new Set();

/** Drawn anew only when the caret comes to stand in something else. */
function useActive(editor: Editor): ReadonlySet<string> {
  const shown = useSyncExternalStore(
    (listener) => {
      editor.on('transaction', listener);
      return () => { editor.off('transaction', listener); };
    },
    () => (editor.isDestroyed ? '' : [...activeAt(editor)].sort().join(' ')),
  );
  return shown === '' ? NOTHING : new Set(shown.split(' '));
}
