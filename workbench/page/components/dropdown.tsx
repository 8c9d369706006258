import type { DropdownButtonItemProps, DropdownProps } from '@hubspot/ui-extensions';
import { createContext, useCallback, useContext, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

import { classNames, cardEventOf, testAttribute } from './attributes.ts';
import type { WithCardEvents } from './attributes.ts';
import { focusableInside } from './focus.ts';
import { IconShape } from './icon.tsx';
import { nextIndex } from './option-list.ts';
import { useOverlaySlot, useReactions } from './overlay-slot.tsx';
import { usePopover } from './popover.ts';
import { shortSizeOf } from './sizes.ts';

const CloseMenuContext = createContext<() => void>(() => undefined);

function moveInside(menu: HTMLElement, event: KeyboardEvent): void {
  const items = focusableInside(menu);
  const current = items.findIndex((item) => item === document.activeElement);
  const next = nextIndex(event.key, current, items.length);
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
}

export function Dropdown(props: DropdownProps): ReactNode {
  const { variant = 'secondary', buttonText = 'Actions', buttonSize = 'md' } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = useCallback(() => {
    setOpen(false);
  }, []);
  const style = usePopover({ anchor: button, popover: menu, isOpen, isAsWide: false, close });
  useEffect(() => {
    if (isOpen && menu.current) focusableInside(menu.current)[0]?.focus();
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
      button.current?.focus();
    } else if (event.key === 'Tab') close();
    else if (isOpen && menu.current) moveInside(menu.current, event);
  };

  return (
    <div className="hs-dropdown" onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={classNames('hs-button', `hs-button--${variant}`, `hs-button--${shortSizeOf(buttonSize)}`)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={props.disabled}
        onClick={() => {
          setOpen(!isOpen);
        }}
        {...testAttribute(props.testId)}
      >
        {buttonText}
        <IconShape name="downCarat" sizePx={12} />
      </button>
      {/* Stays in the tree while closed: an item's overlay lives and dies with its item. */}
      <div ref={menu} id={id} role="menu" className="hs-popover hs-menu" style={style} hidden={!isOpen}>
        <CloseMenuContext.Provider value={close}>{props.children}</CloseMenuContext.Provider>
      </div>
    </div>
  );
}

interface MenuItemProps {
  readonly onClick: () => void;
  readonly testId?: string | undefined;
  readonly children: ReactNode;
}

function MenuItem(props: MenuItemProps): ReactNode {
  const close = useContext(CloseMenuContext);
  return (
    <button
      type="button"
      role="menuitem"
      className="hs-option"
      onClick={() => {
        close();
        props.onClick();
      }}
      {...testAttribute(props.testId)}
    >
      {props.children}
    </button>
  );
}

export function DropdownButtonItem(props: WithCardEvents<DropdownButtonItemProps>): ReactNode {
  const id = useId();
  const reactions = useReactions();
  const overlay = useOverlaySlot(props.overlay);
  return overlay.around(
    <MenuItem
      testId={props.testId}
      onClick={() => {
        const event = { type: 'click', bubbles: true, timeStamp: performance.now() };
        void props.onClick?.(cardEventOf(event, id), reactions);
        overlay.openOverlay();
      }}
    >
      {props.children}
    </MenuItem>,
  );
}
