import { useEffect, useLayoutEffect, useState } from 'react';
import type { CSSProperties, RefObject } from 'react';

const gapPx = 4;
const maxHeightPx = 320;

function placeBelow(anchor: DOMRect, isAsWide: boolean): CSSProperties {
  const roomBelowPx = window.innerHeight - anchor.bottom - gapPx * 2;
  const roomAbovePx = anchor.top - gapPx * 2;
  const opensUp = roomBelowPx < 200 && roomAbovePx > roomBelowPx;
  return {
    position: 'fixed',
    left: anchor.left,
    ...(isAsWide ? { width: anchor.width } : { minWidth: anchor.width }),
    maxHeight: Math.max(120, Math.min(maxHeightPx, opensUp ? roomAbovePx : roomBelowPx)),
    ...(opensUp ? { bottom: window.innerHeight - anchor.top + gapPx } : { top: anchor.bottom + gapPx }),
  };
}

export interface PopoverOptions {
  readonly anchor: RefObject<HTMLElement>;
  readonly popover: RefObject<HTMLElement>;
  readonly isOpen: boolean;
  readonly isAsWide: boolean;
  readonly close: () => void;
}

/**
 * Places a popover at its anchor and closes it on an outside press or scroll; then the focus is not lost. Fixed, not absolute:
 * a panel's scrolling body would cut it off.
 */
export function usePopover(options: PopoverOptions): CSSProperties {
  const { anchor, popover, isOpen, isAsWide, close } = options;
  const [style, setStyle] = useState<CSSProperties>({ position: 'fixed' });

  useLayoutEffect(() => {
    if (isOpen && anchor.current) {
      setStyle(placeBelow(anchor.current.getBoundingClientRect(), isAsWide));
    }
  }, [isOpen, isAsWide, anchor]);

  useEffect(() => {
    if (!isOpen) return undefined;
    const isInside = (target: EventTarget | null): boolean =>
      target instanceof Node &&
      (anchor.current?.contains(target) === true || popover.current?.contains(target) === true);
    const closeOutside = (event: Event): void => {
      if (!isInside(event.target)) close();
    };
    // Nobody went elsewhere: whoever was in the list goes on from what opened it.
    const closeAndReturn = (event: Event): void => {
      if (isInside(event.target)) return;
      if (popover.current?.contains(document.activeElement) === true) {
        anchor.current?.focus({ preventScroll: true });
      }
      close();
    };
    document.addEventListener('pointerdown', closeOutside, true);
    document.addEventListener('scroll', closeAndReturn, true);
    window.addEventListener('resize', closeAndReturn);
    return () => {
      document.removeEventListener('pointerdown', closeOutside, true);
      document.removeEventListener('scroll', closeAndReturn, true);
      window.removeEventListener('resize', closeAndReturn);
    };
  }, [isOpen, anchor, popover, close]);

  return style;
}
