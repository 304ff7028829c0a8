/** A small form over the page that asks for what a link or an image needs, and gives the focus back to the text. */
import { Trans } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import '../../../ui/confirm.css';

interface Props {
  readonly title: ReactNode;
  readonly confirm: ReactNode;
  readonly children: ReactNode;
  /** Takes something away instead; absent where there is nothing yet. */
  readonly other?: { readonly label: ReactNode; readonly act: () => void } | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** It stands in the page's body, because a form cannot stand in a form; what is sent here stays here. */
export function SmallDialog({ title, confirm, children, other, onConfirm, onCancel }: Props): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element?.open === false) element.showModal();
    element?.querySelector<HTMLElement>('select, input')?.focus();
    return () => element?.close();
  }, []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    onConfirm();
  };
  return createPortal(
    <dialog ref={dialog} className="confirm" aria-labelledby={heading} onCancel={(event) => { event.preventDefault(); onCancel(); }} onKeyDown={(event) => event.stopPropagation()} onBlur={(event) => event.stopPropagation()}>
      <form className="stack" noValidate onSubmit={send}>
        <h2 id={heading}>{title}</h2>
        {children}
        <p className="row">
          <button type="submit" className="btn go">{confirm}</button>
          {other === undefined ? null : <button type="button" className="btn" onClick={other.act}>{other.label}</button>}
          <button type="button" className="btn" onClick={onCancel}><Trans>Cancel</Trans></button>
        </p>
      </form>
    </dialog>,
    document.body,
  );
}
