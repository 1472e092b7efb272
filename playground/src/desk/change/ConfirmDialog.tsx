import { useEffect, useId, useRef, type ReactNode } from 'react';
import { TEXTS } from './texts';

interface ConfirmDialogProps {
  title: string;
  /** The consequences. */
  children: ReactNode;
  /** The button that goes on: what it does, in words. */
  confirm: string;
  onConfirm: () => void;
  onCancel: () => void;
}

const CONFIRMED = 'confirmed';

/** Asks before something is done that cannot be taken back. Escape, Cancel and a click beside it change nothing. */
export function ConfirmDialog({ title, children, confirm, onConfirm, onCancel }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  function close(answer = '') {
    dialog.current?.close(answer);
  }

  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      // The browser gives the focus back to where it was before it says so.
      onClose={() => {
        if (dialog.current?.returnValue === CONFIRMED) onConfirm();
        else onCancel();
      }}
      // Only what surrounds the dialog is the dialog itself to a click.
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div className="confirm-body">
        <h2 id={`${id}title`}>{title}</h2>
        <div id={`${id}text`}>{children}</div>
        <div className="actions">
          {/* First, so that it has the focus: a key that is still pressed does no harm. */}
          <button
            type="button"
            className="button"
            onClick={() => {
              close();
            }}
          >
            {TEXTS.cancel}
          </button>
          <button
            type="button"
            className="button danger"
            onClick={() => {
              close(CONFIRMED);
            }}
          >
            {confirm}
          </button>
        </div>
      </div>
    </dialog>
  );
}
