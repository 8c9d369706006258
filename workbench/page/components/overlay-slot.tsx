import type { Reactions } from '@hubspot/ui-extensions';
import { createContext, useCallback, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';

import { useOverlayStore } from './overlay-store.ts';

interface OverlaySlotState {
  /** Called by a panel or modal with the id it opens by. */
  readonly register: (id: string) => () => void;
  /** The trigger is hovered or focused: a tooltip shows itself. */
  readonly isHinting: boolean;
  readonly hintId: string;
  /** Holds nothing but the trigger; it has no box of its own, its first child has. */
  readonly anchor: RefObject<HTMLSpanElement>;
}

const OverlaySlotContext = createContext<OverlaySlotState | undefined>(undefined);

export interface OverlaySlot {
  /** Opens the panel or modal given as `overlay`; nothing happens without one. */
  readonly openOverlay: () => void;
  /** Puts the overlay beside its trigger; a closed panel or modal shows nothing. */
  readonly around: (trigger: ReactNode) => ReactNode;
  /** For the trigger's `aria-describedby`. */
  readonly hintId: string | undefined;
}

/** Gives a trigger (button, link, tag, menu item) its overlay: a panel, a modal or a tooltip. */
export function useOverlaySlot(overlay: ReactNode): OverlaySlot {
  const store = useOverlayStore();
  const overlayId = useRef<string | undefined>(undefined);
  const hintId = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [isHinting, setHinting] = useState(false);
  const register = useCallback((id: string) => {
    overlayId.current = id;
    return () => (overlayId.current = undefined);
  }, []);
  const openOverlay = useCallback(() => {
    if (overlayId.current !== undefined) store.open(overlayId.current);
  }, [store]);
  const slot = useMemo(() => ({ register, isHinting, hintId, anchor }), [register, isHinting, hintId]);

  const hint = useCallback(() => {
    setHinting(true);
  }, []);
  const unhint = useCallback(() => {
    setHinting(false);
  }, []);
  return {
    openOverlay,
    hintId: overlay && isHinting ? hintId : undefined,
    around: (trigger) =>
      overlay ? (
        <>
          <span
            ref={anchor}
            className="hs-overlay-anchor"
            onMouseEnter={hint}
            onMouseLeave={unhint}
            onFocus={hint}
            onBlur={unhint}
          >
            {trigger}
          </span>
          <OverlaySlotContext.Provider value={slot}>{overlay}</OverlaySlotContext.Provider>
        </>
      ) : (
        trigger
      ),
  };
}

/** Makes an overlay known to the trigger it was given to. */
export function useOverlayRegistration(id: string): void {
  const register = useContext(OverlaySlotContext)?.register;
  useEffect(() => register?.(id), [register, id]);
}

/** What a tooltip needs to know of its trigger; `undefined` outside of one or while it is not asked for. */
export function useHint(): Pick<OverlaySlotState, 'hintId' | 'anchor'> | undefined {
  const slot = useContext(OverlaySlotContext);
  return slot?.isHinting === true ? slot : undefined;
}

/** The second argument of a card's click handlers. */
export function useReactions(): Reactions {
  const store = useOverlayStore();
  return useMemo(
    () => ({
      openPanel: store.open,
      closePanel: store.close,
      openModal: store.open,
      closeModal: store.close,
    }),
    [store],
  );
}
