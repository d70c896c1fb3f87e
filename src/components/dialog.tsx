"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "./button";
import { firstField, isWrittenIn } from "./dialog-fields";
import { useUiWords } from "./ui-words";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
};

/**
 * The browser's own dialog: keeps focus inside, closes on Escape and on a press beside it, and asks first where words
 * were typed that are not sent. A form's first field has the focus.
 */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const words = useUiWords();
  const titleId = useId();
  const box = useRef<HTMLDialogElement>(null);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      firstField(dialog)?.focus();
    }
    if (!open && dialog.open) dialog.close();
    if (!open) setAsking(false);
  }, [open]);

  function leave() {
    if (box.current && isWrittenIn(box.current)) setAsking(true);
    else onClose();
  }
  return (
    <dialog
      aria-labelledby={titleId}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-hairline bg-surface p-0 text-ink shadow-soft open:animate-settle"
      onClick={(event) => {
        if (event.target === box.current) leave();
      }}
      onKeyDown={(event) => {
        const dialog = box.current;
        // Here as well as at "cancel": the browser's own closing cannot be held back twice.
        if (event.key !== "Escape" || event.defaultPrevented || !dialog) return;
        if (event.target instanceof Element && event.target.closest("dialog") !== dialog) return;
        if (!asking && !isWrittenIn(dialog)) return;
        event.preventDefault();
        setAsking(!asking);
      }}
      onCancel={(event) => {
        if (event.target !== box.current || !isWrittenIn(box.current)) return;
        event.preventDefault();
        setAsking(true);
      }}
      onClose={onClose}
      ref={box}
    >
      <div className="flex flex-col gap-5 p-5 sm:p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 className="font-semibold text-xl" id={titleId}>
            {title}
          </h2>
          <button
            aria-label={words.close}
            className="-me-2 -mt-2 grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
            onClick={leave}
            type="button"
          >
            <X aria-hidden="true" className="size-5" />
          </button>
        </div>
        {open && children}
        {actions && <div className="flex flex-wrap justify-end gap-3">{actions}</div>}
      </div>
      {asking && (
        <div
          className="sticky bottom-0 flex flex-wrap items-center justify-between gap-3 border-hairline border-t bg-notice-soft p-4"
          role="alert"
        >
          <p className="font-semibold">{words.notSent}</p>
          <div className="flex flex-wrap gap-2">
            <Button kind="quiet" onClick={onClose} small>
              {words.discard}
            </Button>
            <Button autoFocus onClick={() => setAsking(false)} small>
              {words.goOnTyping}
            </Button>
          </div>
        </div>
      )}
    </dialog>
  );
}
