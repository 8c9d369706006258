import { useCallback, useEffect, useRef } from 'react';
import type { KeyboardEvent as ReactKeyboardEvent, ReactNode, RefObject, SyntheticEvent } from 'react';
import { createPortal } from 'react-dom';

import { classNames, testAttribute } from './attributes.ts';
import { IconShape } from './icon.tsx';
import { useOverlayRegistration } from './overlay-slot.tsx';
import { useOpenOverlayIds, useOverlayStore } from './overlay-store.ts';
import { keepFocusInside } from './focus.ts';

export interface DialogProps {
  readonly id: string;
  readonly kind: 'panel' | 'modal';
  readonly className: string;
  readonly title: string | undefined;
  readonly ariaLabel: string | undefined;
  readonly isModal: boolean;
  readonly onOpen: (() => void) | undefined;
  readonly onClose: (() => void) | undefined;
  readonly testId: string | undefined;
  readonly children: ReactNode;
}

/** What panel and modal share: open state by id, focus, Escape, title bar. Closed: renders nothing. */
export function Dialog(props: DialogProps): ReactNode {
  const store = useOverlayStore();
  const openIds = useOpenOverlayIds();
  const { id } = props;
  const isOpen = openIds.includes(id);
  useOverlayRegistration(id);
  useOpenAndCloseEvents(isOpen, props);
  // A trigger that disappears takes its overlay along, else it could never be closed.
  useEffect(
    () => () => {
      store.close(id);
    },
    [store, id],
  );
  if (!isOpen) return null;
  return createPortal(
    <OpenDialog {...props} isTop={openIds.at(-1) === id} depth={openIds.indexOf(id)} />,
    document.body,
  );
}

function useOpenAndCloseEvents(isOpen: boolean, { onOpen, onClose }: DialogProps): void {
  const latest = useRef({ onOpen, onClose });
  latest.current = { onOpen, onClose };
  useEffect(() => {
    if (!isOpen) return undefined;
    latest.current.onOpen?.();
    return () => latest.current.onClose?.();
  }, [isOpen]);
}

interface OpenDialogProps extends DialogProps {
  readonly isTop: boolean;
  readonly depth: number;
}

function OpenDialog(props: OpenDialogProps): ReactNode {
  const { id, kind, title, isModal } = props;
  const store = useOverlayStore();
  const dialog = useRef<HTMLDivElement>(null);
  useDialogFocus(dialog);
  const onKeyDown = useDialogKeys(dialog, props.isTop, () => {
    store.close(id);
  });
  const label = props.ariaLabel ?? title;
  return (
    <div
      className={`hs-${kind}-layer`}
      style={{ zIndex: 1000 + props.depth }}
      {...stopped}
      onKeyDown={onKeyDown}
    >
      {isModal && <div className="hs-backdrop" />}
      <div
        ref={dialog}
        className={classNames('hs-dialog', props.className)}
        role="dialog"
        tabIndex={-1}
        aria-label={label ?? id}
        {...(isModal ? { 'aria-modal': true } : {})}
        {...testAttribute(props.testId)}
      >
        <header className={`hs-dialog-header hs-${kind}-header`}>
          <h2>{title}</h2>
          <button
            type="button"
            className="hs-dialog-close"
            aria-label="Close"
            onClick={() => {
              store.close(id);
            }}
          >
            <IconShape name="remove" sizePx={18} />
          </button>
        </header>
        {props.children}
      </div>
    </div>
  );
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}

// React events climb from a portal to the trigger: a form around the trigger would see them.
const stopped = { onClick: stop, onSubmit: stop, onChange: stop, onBlur: stop };

function useDialogFocus(dialog: RefObject<HTMLDivElement>): void {
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [dialog]);
}

/** Escape and Tab for the dialog on top; the returned handler hears what happens inside it. */
function useDialogKeys(
  dialog: RefObject<HTMLDivElement>,
  isTop: boolean,
  close: () => void,
): (event: ReactKeyboardEvent) => void {
  const latestClose = useRef(close);
  latestClose.current = close;
  const onKeyDown = useCallback(
    (event: KeyboardEvent): void => {
      if (!isTop || event.defaultPrevented) return;
      if (event.key === 'Escape') latestClose.current();
      if (event.key === 'Tab' && dialog.current) keepFocusInside(dialog.current, event);
    },
    [dialog, isTop],
  );
  useEffect(() => {
    // A button that vanished or got disabled leaves the focus on the page.
    const onKeyDownOutside = (event: KeyboardEvent): void => {
      const isInside = event.target instanceof Node && dialog.current?.contains(event.target);
      if (isInside !== true) onKeyDown(event);
    };
    document.addEventListener('keydown', onKeyDownOutside);
    return () => {
      document.removeEventListener('keydown', onKeyDownOutside);
    };
  }, [dialog, onKeyDown]);
  return (event) => {
    onKeyDown(event.nativeEvent);
    event.stopPropagation();
  };
}
