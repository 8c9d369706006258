import type { StatusTagProps, TagProps } from '@hubspot/ui-extensions';
import { useId } from 'react';
import type { ReactNode } from 'react';

import { classNames, cardEventOf, testAttribute } from './attributes.ts';
import type { WithCardEvents } from './attributes.ts';
import { IconShape } from './icon.tsx';
import { useOverlaySlot, useReactions } from './overlay-slot.tsx';

export function Tag(props: WithCardEvents<TagProps>): ReactNode {
  const { variant = 'default', inline = false } = props;
  const id = useId();
  const reactions = useReactions();
  const overlay = useOverlaySlot(props.overlay);
  const className = classNames('hs-tag', `hs-tag--${variant}`, inline && 'hs-tag--inline');
  const isClickable = props.onClick !== undefined || Boolean(props.overlay);
  return overlay.around(
    isClickable ? (
      <button
        type="button"
        className={className}
        aria-describedby={overlay.hintId}
        onClick={(event) => {
          void props.onClick?.(cardEventOf(event, id), reactions);
          overlay.openOverlay();
        }}
        {...testAttribute(props.testId)}
      >
        {props.children}
      </button>
    ) : (
      <span className={className} {...testAttribute(props.testId)}>
        {props.children}
      </span>
    ),
  );
}

export function StatusTag(props: StatusTagProps): ReactNode {
  const { variant = 'default', hollow = false, showRemoveIcon = false } = props;
  const content = (
    <>
      <span className="hs-status-dot" aria-hidden />
      <span>{props.children}</span>
    </>
  );
  return (
    <span
      className={classNames('hs-status-tag', `hs-status-tag--${variant}`, hollow && 'hs-status-tag--hollow')}
      {...testAttribute(props.testId)}
    >
      {props.onClick === undefined ? (
        content
      ) : (
        <button type="button" className="hs-plain-button" onClick={() => props.onClick?.()}>
          {content}
        </button>
      )}
      {showRemoveIcon && (
        <button
          type="button"
          className="hs-plain-button"
          aria-label="Remove"
          onClick={() => props.onRemoveClick?.()}
        >
          <IconShape name="remove" sizePx={10} />
        </button>
      )}
    </span>
  );
}
