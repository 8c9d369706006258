import type { TabProps, TabsProps } from '@hubspot/ui-extensions';
import { createContext, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

import { testAttribute } from './attributes.ts';
import { nextIndex } from './option-list.ts';

type TabId = string | number;

interface KnownTab {
  readonly id: TabId;
  readonly title: string;
  readonly isDisabled: boolean;
}

interface TabList {
  readonly domId: string;
  readonly selected: TabId | undefined;
  readonly announce: (tab: KnownTab) => () => void;
}

const TabListContext = createContext<TabList | undefined>(undefined);

/** A card's handler takes text or number ids; which one, only its own tabs know. */
type HostTabsProps = Omit<TabsProps, 'onSelectedChange'> & {
  readonly onSelectedChange?: (id: TabId) => void;
};

export function Tabs(props: HostTabsProps): ReactNode {
  const domId = useId();
  const [tabs, setTabs] = useState<readonly KnownTab[]>([]);
  const [chosen, setChosen] = useState<TabId | undefined>(props.defaultSelected);
  const selected = props.selected ?? chosen ?? tabs[0]?.id;
  const list = useMemo<TabList>(
    () => ({
      domId,
      selected,
      announce(tab) {
        // A tab that changes its title keeps its place.
        setTabs((known) =>
          known.some((other) => other.id === tab.id)
            ? known.map((other) => (other.id === tab.id ? tab : other))
            : [...known, tab],
        );
        return () => {
          setTabs((known) => known.filter((other) => other !== tab));
        };
      },
    }),
    [domId, selected],
  );
  return (
    <div className={`hs-tabs hs-tabs--${props.variant ?? 'default'}`} {...testAttribute(props.testId)}>
      <TabButtons
        domId={domId}
        tabs={tabs}
        selected={selected}
        fills={props.fill ?? false}
        onSelect={(id) => {
          setChosen(id);
          props.onSelectedChange?.(id);
        }}
      />
      <TabListContext.Provider value={list}>{props.children}</TabListContext.Provider>
    </div>
  );
}

interface TabButtonsProps {
  readonly domId: string;
  readonly tabs: readonly KnownTab[];
  readonly selected: TabId | undefined;
  readonly fills: boolean;
  readonly onSelect: (id: TabId) => void;
}

function TabButtons({ domId, tabs, selected, fills, onSelect }: TabButtonsProps): ReactNode {
  const buttons = useRef<HTMLDivElement>(null);
  const keyTargets = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' } as const;
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = event.key === 'ArrowRight' || event.key === 'ArrowLeft' ? keyTargets[event.key] : event.key;
    const enabled = tabs.filter((tab) => !tab.isDisabled);
    const next = nextIndex(
      key,
      enabled.findIndex((tab) => tab.id === selected),
      enabled.length,
    );
    const tab = next === undefined ? undefined : enabled[next];
    if (tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    buttons.current?.querySelector<HTMLElement>(`[data-tab="${String(tab.id)}"]`)?.focus();
  };
  return (
    <div
      ref={buttons}
      role="tablist"
      className={fills ? 'hs-tablist hs-tablist--filled' : 'hs-tablist'}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${domId}-tab-${tab.id}`}
          data-tab={tab.id}
          aria-selected={tab.id === selected}
          aria-controls={`${domId}-body-${tab.id}`}
          tabIndex={tab.id === selected ? 0 : -1}
          disabled={tab.isDisabled}
          onClick={() => {
            onSelect(tab.id);
          }}
        >
          {tab.title}
        </button>
      ))}
    </div>
  );
}

export function Tab(props: TabProps): ReactNode {
  const ownId = useId();
  const list = useContext(TabListContext);
  const announce = list?.announce;
  const id = props.tabId ?? ownId;
  const { title = '', disabled = false } = props;
  useEffect(() => announce?.({ id, title, isDisabled: disabled }), [announce, id, title, disabled]);
  if (list === undefined || list.selected !== id) return null;
  return (
    <div
      role="tabpanel"
      className="hs-tab-body"
      id={`${list.domId}-body-${id}`}
      aria-labelledby={`${list.domId}-tab-${id}`}
      {...testAttribute(props.testId)}
    >
      {props.children}
    </div>
  );
}
