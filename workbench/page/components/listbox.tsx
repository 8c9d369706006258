import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

import { IconShape } from './icon.tsx';
import { listKeyMeaning } from './listbox-keys.ts';
import { choicesMatching, maxChoicesWithoutSearch } from './option-list.ts';
import type { Choice } from './option-list.ts';

export interface ListboxProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly Choice['value'][];
  readonly allowsMany: boolean;
  readonly onChoose: (value: Choice['value']) => void;
  readonly onSearch: ((query: string) => void) | undefined;
  readonly onClose: () => void;
}

/** The open part of a select: a search box for long lists and the options; keyboard first. */
export function Listbox(props: ListboxProps): ReactNode {
  const { choices, chosen } = props;
  const id = useId();
  const [query, setQuery] = useState('');
  const hasSearch = choices.length > maxChoicesWithoutSearch || props.onSearch !== undefined;
  const shown = choicesMatching(choices, query);
  const firstChosen = shown.findIndex((choice) => chosen.includes(choice.value));
  const [activeIndex, setActiveIndex] = useState(Math.max(0, firstChosen));
  const activeId = shown.length > 0 ? `${id}-${activeIndex}` : undefined;

  const onKeyDown = (event: KeyboardEvent): void => {
    const meaning = listKeyMeaning({ key: event.key, activeIndex, shown, hasSearch });
    const choice = shown[activeIndex];
    switch (meaning.kind) {
      case 'move':
        event.preventDefault();
        setActiveIndex(meaning.index);
        return;
      case 'choose':
        event.preventDefault();
        if (choice !== undefined) props.onChoose(choice.value);
        return;
      case 'close':
        // A prevented Escape tells the panel around the select to stay.
        if (meaning.keepsDialogOpen) event.preventDefault();
        props.onClose();
        return;
      case 'type':
        return;
    }
  };

  return (
    <div className="hs-listbox" onKeyDown={onKeyDown}>
      {hasSearch && (
        <ListSearch
          id={id}
          label={props.label}
          activeId={activeId}
          query={query}
          onQuery={(next) => {
            setQuery(next);
            setActiveIndex(0);
            props.onSearch?.(next);
          }}
        />
      )}
      <OptionList {...props} id={id} shown={shown} activeIndex={activeIndex} takesFocus={!hasSearch} />
      {shown.length === 0 && <div className="hs-listbox-empty">No results found</div>}
    </div>
  );
}

interface ListSearchProps {
  readonly id: string;
  readonly label: string;
  readonly activeId: string | undefined;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

function ListSearch(props: ListSearchProps): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="hs-search hs-listbox-search">
      <input
        ref={box}
        className="hs-input"
        type="text"
        role="combobox"
        aria-label={`Search ${props.label}`}
        aria-expanded
        aria-controls={`${props.id}-list`}
        aria-activedescendant={props.activeId}
        autoComplete="off"
        placeholder="Search"
        value={props.query}
        onChange={(event) => {
          props.onQuery(event.target.value);
        }}
      />
      <span className="hs-search-icon">
        <IconShape name="search" sizePx={16} />
      </span>
    </div>
  );
}

interface OptionListProps extends ListboxProps {
  readonly id: string;
  readonly shown: readonly Choice[];
  readonly activeIndex: number;
  readonly takesFocus: boolean;
}

function OptionList(props: OptionListProps): ReactNode {
  const { id, shown, activeIndex, takesFocus } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (takesFocus) list.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    const option = list.current?.children[activeIndex];
    // jsdom lays nothing out and has no scrollIntoView.
    if (option && 'scrollIntoView' in option) option.scrollIntoView({ block: 'nearest' });
  }, [activeIndex]);
  return (
    <ul
      ref={list}
      id={`${id}-list`}
      role="listbox"
      tabIndex={-1}
      aria-label={props.label}
      aria-multiselectable={props.allowsMany ? true : undefined}
      aria-activedescendant={shown.length > 0 ? `${id}-${activeIndex}` : undefined}
    >
      {shown.map((choice, index) => (
        <Option
          key={String(choice.value)}
          id={`${id}-${index}`}
          label={choice.label}
          isActive={index === activeIndex}
          isChosen={props.chosen.includes(choice.value)}
          showsCheckbox={props.allowsMany}
          onChoose={() => {
            props.onChoose(choice.value);
          }}
        />
      ))}
    </ul>
  );
}

interface OptionProps {
  readonly id: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly showsCheckbox: boolean;
  readonly onChoose: () => void;
}

function Option(props: OptionProps): ReactNode {
  return (
    <li
      id={props.id}
      role="option"
      className={props.isActive ? 'hs-option hs-option--active' : 'hs-option'}
      aria-selected={props.isChosen}
      onMouseDown={(event) => {
        // The focus stays where the keyboard is.
        event.preventDefault();
      }}
      onClick={props.onChoose}
    >
      {props.showsCheckbox && (
        <span className={props.isChosen ? 'hs-check hs-check--on' : 'hs-check'} aria-hidden>
          {props.isChosen && <IconShape name="success" sizePx={10} />}
        </span>
      )}
      {props.label}
    </li>
  );
}
