/** A rich-text answer. Far from the reader's eyes it is plain HTML; it becomes an editor when it comes near or is focused, so that a long playbook opens at once. */
import type { ProseField } from '@passalong/domain';
import { toHtml } from '@passalong/prose';
import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { BoxField, type Question } from '../../../ui/form-field';
import { useEditing } from '../editing-context';
import { documentOf } from '../rich-text-value';
import './rich-text.css';
import './tool-icons.css';
import { attributesFor, RichTextEditor } from './rich-text-editor';
import { WritingHelp } from './writing-help';

interface Props { readonly field: ProseField; readonly name: string; readonly question: Question }

export function ProseAnswer({ name, question }: Props): ReactElement {
  const { setValue } = useFormContext();
  const { isReadOnly } = useEditing();
  const value: unknown = useWatch({ name });
  const text = typeof value === 'string' ? value : '';
  const place = useRef<HTMLDivElement>(null);
  const [isFocused, setFocused] = useState(false);
  const isNear = useIsNear(place);
  return (
    <BoxField {...question}>
      <div ref={place}>
        {!isReadOnly && (isNear || isFocused)
          ? <RichTextEditor question={question} text={text} isFocused={isFocused} onWrite={(written) => setValue(name, written)} />
          : <Still question={question} text={text} isReadOnly={isReadOnly} onFocus={() => setFocused(true)} />}
      </div>
      {isReadOnly ? null : <WritingHelp />}
    </BoxField>
  );
}

interface StillProps { readonly question: Question; readonly text: string; readonly isReadOnly: boolean; readonly onFocus: () => void }

function Still({ question, text, isReadOnly, onFocus }: StillProps): ReactElement {
  const { class: className, ...attributes } = attributesFor(question);
  const document = documentOf(text);
  return <div className="rich"><div className={className} {...attributes} aria-readonly={isReadOnly} tabIndex={0} onFocus={onFocus} dangerouslySetInnerHTML={{ __html: document === null ? '' : toHtml(document) }} /></div>;
}

const NEAR = '600px 0px';

/** Once near, always near: going away again would cost the undo history. */
function useIsNear(place: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null || isNear) return;
    const observer = new IntersectionObserver((entries) => { if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true); }, { rootMargin: NEAR });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, isNear]);
  return isNear;
}
