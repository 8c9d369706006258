import type { MultiSelectProps, SelectProps } from '@hubspot/ui-extensions';
import { useCallback, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';

import { classNames } from './attributes.ts';
import { Field } from './field.tsx';
import type { ControlAttributes, FieldProps } from './field.tsx';
import { IconShape } from './icon.tsx';
import { Listbox } from './listbox.tsx';
import type { Choice } from './option-list.ts';
import { usePopover } from './popover.ts';

interface SelectFrameProps {
  readonly field: FieldProps & { readonly name?: string };
  readonly variant: 'transparent' | 'input';
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly Choice['value'][];
  readonly allowsMany: boolean;
  readonly onChoose: (value: Choice['value']) => void;
  readonly onSearch?: ((query: string) => void) | undefined;
}

export function Select(props: SelectProps): ReactNode {
  const [ownValue, setOwnValue] = useState(props.value);
  const [lastGiven, setLastGiven] = useState(props.value);
  if (props.value !== lastGiven) {
    setLastGiven(props.value);
    setOwnValue(props.value);
  }
  return (
    <SelectFrame
      field={props}
      variant={props.variant ?? 'input'}
      placeholder={props.placeholder ?? 'Select an option'}
      choices={props.options}
      chosen={ownValue === undefined ? [] : [ownValue]}
      allowsMany={false}
      onChoose={(value) => {
        setOwnValue(value);
        props.onChange?.(value);
      }}
      onSearch={props.onInput}
    />
  );
}

function sameValues(first: MultiSelectProps['value'], second: MultiSelectProps['value']): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}

export function MultiSelect(props: MultiSelectProps): ReactNode {
  const [ownValues, setOwnValues] = useState(props.value ?? []);
  const [lastGiven, setLastGiven] = useState(props.value);
  if (!sameValues(props.value, lastGiven)) {
    setLastGiven(props.value);
    setOwnValues(props.value ?? []);
  }
  return (
    <SelectFrame
      field={props}
      variant={props.variant ?? 'input'}
      placeholder={props.placeholder ?? 'Select options'}
      choices={props.options}
      chosen={ownValues}
      allowsMany
      onChoose={(value) => {
        const next = ownValues.includes(value)
          ? ownValues.filter((own) => own !== value)
          : [...ownValues, value];
        setOwnValues(next);
        props.onChange?.(next);
      }}
    />
  );
}

/** HubSpot's select is a button that opens a searchable list, not a native `<select>`. */
function SelectFrame(props: SelectFrameProps): ReactNode {
  const { field, choices, chosen, allowsMany, variant } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const close = useCallback(() => {
    setOpen(false);
  }, []);
  const isAsWide = variant === 'input';
  const style = usePopover({ anchor: button, popover, isOpen, isAsWide, close });
  const closeAndReturn = (): void => {
    close();
    button.current?.focus();
  };

  return (
    <Field field={field}>
      {(control) => (
        <div className="hs-select">
          <SelectButton {...props} control={control} button={button} isOpen={isOpen} onOpen={setOpen} />
          {field.name !== undefined && (
            <input type="hidden" name={field.name} value={chosen.map(String).join(';')} />
          )}
          {isOpen && (
            <div ref={popover} className="hs-popover" style={style}>
              <Listbox
                label={field.label ?? props.placeholder}
                choices={choices}
                chosen={chosen}
                allowsMany={allowsMany}
                onChoose={(value) => {
                  props.onChoose(value);
                  if (!allowsMany) closeAndReturn();
                }}
                onSearch={props.onSearch}
                onClose={closeAndReturn}
              />
            </div>
          )}
        </div>
      )}
    </Field>
  );
}

interface SelectButtonProps extends SelectFrameProps {
  readonly control: ControlAttributes;
  readonly button: RefObject<HTMLButtonElement>;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function SelectButton(props: SelectButtonProps): ReactNode {
  const { control, isOpen, onOpen, choices, chosen } = props;
  const labels = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.label);
  return (
    <button
      {...control}
      ref={props.button}
      type="button"
      // What is chosen is its value; its name is its label, and nothing else.
      role="combobox"
      className={classNames('hs-select-button', `hs-select-button--${props.variant}`)}
      aria-haspopup="listbox"
      aria-expanded={isOpen}
      disabled={props.field.readOnly === true}
      onClick={() => {
        onOpen(!isOpen);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        onOpen(true);
      }}
    >
      <span className={labels.length > 0 ? 'hs-select-value' : 'hs-select-placeholder'}>
        {labels.length > 0 ? labels.join(', ') : props.placeholder}
      </span>
      <IconShape name={isOpen ? 'upCarat' : 'downCarat'} sizePx={14} />
    </button>
  );
}
