import type { TooltipProps } from '@hubspot/ui-extensions';
import type { CSSProperties, ReactNode } from 'react';

import { testAttribute } from './attributes.ts';
import { IconShape } from './icon.tsx';
import { useHint, useOverlaySlot } from './overlay-slot.tsx';

type Placement = NonNullable<TooltipProps['placement']>;

const gapPx = 6;

function placeAt(trigger: DOMRect, placement: Placement): CSSProperties {
  const centerX = trigger.left + trigger.width / 2;
  const centerY = trigger.top + trigger.height / 2;
  switch (placement) {
    case 'top':
      return { left: centerX, top: trigger.top - gapPx, transform: 'translate(-50%, -100%)' };
    case 'bottom':
      return { left: centerX, top: trigger.bottom + gapPx, transform: 'translateX(-50%)' };
    case 'left':
      return { left: trigger.left - gapPx, top: centerY, transform: 'translate(-100%, -50%)' };
    case 'right':
      return { left: trigger.right + gapPx, top: centerY, transform: 'translateY(-50%)' };
  }
}

/** Given as `overlay` of a button, link or tag; shown while that is hovered or has the focus. */
export function Tooltip(props: TooltipProps): ReactNode {
  const hint = useHint();
  const trigger = hint?.anchor.current?.firstElementChild;
  if (hint === undefined || !trigger) return null;
  return (
    <span
      id={hint.hintId}
      role="tooltip"
      className="hs-tooltip"
      style={placeAt(trigger.getBoundingClientRect(), props.placement ?? 'top')}
      {...testAttribute(props.testId)}
    >
      {props.children}
    </span>
  );
}

/** The small "i" beside a label. */
export function Hint({ text }: { readonly text: string }): ReactNode {
  const overlay = useOverlaySlot(<Tooltip>{text}</Tooltip>);
  return overlay.around(
    <button type="button" className="hs-hint" aria-label={text}>
      <IconShape name="info" sizePx={14} />
    </button>,
  );
}
