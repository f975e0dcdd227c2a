import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { messageOf } from "../data/api.ts";

export interface DialogProps {
  readonly title: ComponentChildren;
  /** `drawer` is at the right edge, with the height of the window. */
  readonly kind?: "box" | "drawer";
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog: the browser keeps the focus in it and returns it afterwards; Escape and a click outside close it. */
export function Dialog({ title, kind = "box", onClose, children }: DialogProps): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    element.current?.showModal();
    // A dialog without a field begins at its title, not at the button that closes it.
    if (document.activeElement?.classList.contains("close")) heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={kind}
      aria-labelledby={id}
      onClose={onClose}
      onClick={({ target }) => {
        if (target === element.current) onClose();
      }}
    >
      <div class="dialog-body">
        <header>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" class="plain close" aria-label="Close" onClick={onClose}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

export interface ConfirmProps {
  readonly title: string;
  /** What will happen. */
  readonly children: ComponentChildren;
  /** The verb on the button. */
  readonly action: string;
  readonly isDangerous?: boolean;
  /** Closes the dialog when it resolves; its error is shown. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before a change. */
export function Confirm({
  title,
  children,
  action,
  isDangerous = false,
  onConfirm,
  onClose,
}: ConfirmProps): JSX.Element {
  const error = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const confirm = async (): Promise<void> => {
    isBusy.value = true;
    try {
      await onConfirm();
      onClose();
    } catch (reason) {
      error.value = messageOf(reason);
      isBusy.value = false;
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Problem text={error.value} />
      <footer>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          class={isDangerous ? "primary danger" : "primary"}
          disabled={isBusy.value}
          onClick={() => void confirm()}
        >
          {action}
        </button>
      </footer>
    </Dialog>
  );
}

/** An error in a form. */
export function Problem({ text }: { readonly text: string | undefined }): JSX.Element | null {
  if (text === undefined) return null;
  return (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}
