/** Asks once more before what cannot be undone. The button that goes on has the focus, so that Enter is enough. */
import { Trans } from '@lingui/react/macro';
import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import './confirm.css';

interface Props {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly confirm: ReactNode;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function ConfirmDialog({ title, children, confirm, isBusy, onConfirm, onCancel }: Props): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element?.open === false) element.showModal();
    button.current?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={heading} onCancel={(event) => {
      event.preventDefault();
      if (!isBusy) onCancel();
    }}>
      <h2 id={heading}>{title}</h2>
      <div className="stack-s">{children}</div>
      <p className="row">
        <button ref={button} type="button" className="btn go" aria-disabled={isBusy} onClick={() => (isBusy ? undefined : onConfirm())}>{isBusy ? <Trans>Sending…</Trans> : confirm}</button>
        <button type="button" className="btn" disabled={isBusy} onClick={onCancel}><Trans>Not yet</Trans></button>
      </p>
    </dialog>
  );
}
