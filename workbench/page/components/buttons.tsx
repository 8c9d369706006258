import type {
  BaseButtonProps,
  ButtonProps,
  ButtonRowProps,
  LoadingButtonProps,
} from '@hubspot/ui-extensions';
import { useEffect, useId, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';

import { classNames, cardEventOf, linkTargetOf, testAttribute } from './attributes.ts';
import type { WithCardEvents } from './attributes.ts';
import { IconShape } from './icon.tsx';
import { useOverlaySlot, useReactions } from './overlay-slot.tsx';
import { shortSizeOf } from './sizes.ts';

interface ClickableProps {
  readonly props: WithCardEvents<BaseButtonProps>;
  readonly isDisabled: boolean;
  readonly onTrigger: () => void;
  readonly hintId: string | undefined;
  readonly children: ReactNode;
}

function Clickable({ props, isDisabled, onTrigger, hintId, children }: ClickableProps): ReactNode {
  const id = useId();
  const reactions = useReactions();
  const className = classNames(
    'hs-button',
    `hs-button--${props.variant ?? 'secondary'}`,
    `hs-button--${shortSizeOf(props.size ?? 'md')}`,
    props.truncate === true && 'hs-button--truncated',
  );
  const onClick = (event: MouseEvent): void => {
    void props.onClick?.(cardEventOf(event, id), reactions);
    onTrigger();
  };
  if (props.href !== undefined && !isDisabled) {
    const target = linkTargetOf(props.href, new URL(window.location.href));
    return (
      <a
        className={className}
        href={target.href}
        {...(target.opensNewTab ? { target: '_blank', rel: 'noreferrer' } : {})}
        onClick={onClick}
        aria-describedby={hintId}
        {...testAttribute(props.testId)}
      >
        {children}
        {target.opensNewTab && <IconShape name="forward" sizePx={12} />}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? 'button'}
      className={className}
      disabled={isDisabled}
      onClick={onClick}
      aria-describedby={hintId}
      {...testAttribute(props.testId)}
    >
      {children}
    </button>
  );
}

export function Button(props: WithCardEvents<ButtonProps>): ReactNode {
  const overlay = useOverlaySlot(props.overlay);
  return overlay.around(
    <Clickable
      props={props}
      isDisabled={props.disabled ?? false}
      onTrigger={overlay.openOverlay}
      hintId={overlay.hintId}
    >
      {props.children}
    </Clickable>,
  );
}

export function LoadingButton(props: WithCardEvents<LoadingButtonProps>): ReactNode {
  const { loading = false, overlayOptions, resultIconName = 'success' } = props;
  const overlay = useOverlaySlot(props.overlay);
  const { openOverlay } = overlay;
  const opensOnClick = (overlayOptions?.openBehavior ?? 'onClick') === 'onClick';
  const wasLoading = useRef(false);
  const hasLoaded = useRef(false);
  if (wasLoading.current && !loading) hasLoaded.current = true;

  useEffect(() => {
    if (wasLoading.current && !loading && !opensOnClick) openOverlay();
    wasLoading.current = loading;
  }, [loading, opensOnClick, openOverlay]);

  return overlay.around(
    <Clickable
      props={props}
      isDisabled={(props.disabled ?? false) || loading}
      onTrigger={() => {
        if (opensOnClick) openOverlay();
      }}
      hintId={overlay.hintId}
    >
      {props.children}
      {loading && <span className="hs-spinner hs-spinner--xs" role="status" aria-label="Loading" />}
      {!loading && hasLoaded.current && <IconShape name={resultIconName} sizePx={14} />}
    </Clickable>,
  );
}

export function ButtonRow(props: ButtonRowProps): ReactNode {
  return (
    <div className="hs-button-row" {...testAttribute(props.testId)}>
      {props.children}
    </div>
  );
}
