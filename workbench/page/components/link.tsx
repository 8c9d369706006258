import type { LinkProps } from '@hubspot/ui-extensions';
import { useId } from 'react';
import type { ReactNode } from 'react';

import { cardEventOf, linkTargetOf, testAttribute } from './attributes.ts';
import type { WithCardEvents } from './attributes.ts';
import { IconShape } from './icon.tsx';
import { useOverlaySlot, useReactions } from './overlay-slot.tsx';

export function Link(props: WithCardEvents<LinkProps>): ReactNode {
  const { variant = 'primary', preventDefault = false } = props;
  const id = useId();
  const reactions = useReactions();
  const overlay = useOverlaySlot(props.overlay);
  const target = linkTargetOf(props.href, new URL(window.location.href));
  return overlay.around(
    <a
      aria-describedby={overlay.hintId}
      className={`hs-link hs-link--${variant}`}
      href={target.href}
      {...(target.opensNewTab ? { target: '_blank', rel: 'noreferrer' } : {})}
      onClick={(event) => {
        if (preventDefault || props.overlay) event.preventDefault();
        void props.onClick?.(cardEventOf(event, id), reactions);
        overlay.openOverlay();
      }}
      {...testAttribute(props.testId)}
    >
      {props.children}
      {target.opensNewTab && (
        <span className="hs-link-external">
          <IconShape name="forward" sizePx={12} />
          <span className="hs-visually-hidden"> (opens in a new tab)</span>
        </span>
      )}
    </a>,
  );
}
