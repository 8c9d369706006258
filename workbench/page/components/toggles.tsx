import type { CheckboxProps, RadioButtonProps, ToggleProps } from '@hubspot/ui-extensions';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';

import { classNames, testAttribute } from './attributes.ts';

/** The state of a box or switch: the card's `checked` when it changes, else what the person chose. */
function useChecked(
  checked: boolean | undefined,
  initial: boolean | undefined,
): readonly [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(checked ?? initial ?? false);
  const [lastGiven, setLastGiven] = useState(checked);
  if (checked !== lastGiven) {
    setLastGiven(checked);
    if (checked !== undefined) setOn(checked);
  }
  return [isOn, setOn];
}

export interface BoxWithLabelProps {
  readonly type: 'checkbox' | 'radio';
  readonly isOn: boolean;
  readonly isReadOnly: boolean;
  readonly isSmall: boolean;
  readonly name: string | undefined;
  readonly value: string;
  readonly ariaLabel?: string | undefined;
  readonly description: string | undefined;
  readonly testId?: string | undefined;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

export function BoxWithLabel(props: BoxWithLabelProps): ReactNode {
  const id = useId();
  return (
    <span className={classNames('hs-choice', props.isSmall && 'hs-choice--small')}>
      <label>
        <input
          type={props.type}
          className={`hs-${props.type}`}
          name={props.name}
          value={props.value}
          checked={props.isOn}
          disabled={props.isReadOnly}
          aria-label={props.ariaLabel}
          aria-describedby={props.description ? id : undefined}
          onChange={(event) => {
            props.onChange(event.target.checked);
          }}
          {...testAttribute(props.testId)}
        />
        <span>{props.children}</span>
      </label>
      {props.description && (
        <span id={id} className="hs-choice-description">
          {props.description}
        </span>
      )}
    </span>
  );
}

export function isSmallChoice(size: CheckboxProps['size']): boolean {
  return size === 'sm' || size === 'small';
}

export function Checkbox(props: CheckboxProps): ReactNode {
  const [isOn, setOn] = useChecked(props.checked, props.initialIsChecked);
  const value = props.value ?? '';
  return (
    <BoxWithLabel
      type="checkbox"
      isOn={isOn}
      isReadOnly={props.readOnly ?? false}
      isSmall={isSmallChoice(props.size)}
      name={props.name}
      value={value}
      ariaLabel={props['aria-label']}
      description={props.description}
      testId={props.testId}
      onChange={(next) => {
        setOn(next);
        props.onChange?.(next, value);
      }}
    >
      {props.children}
    </BoxWithLabel>
  );
}

export function RadioButton(props: RadioButtonProps): ReactNode {
  const [isOn, setOn] = useChecked(props.checked, props.initialIsChecked);
  const value = props.value ?? '';
  return (
    <BoxWithLabel
      type="radio"
      isOn={isOn}
      isReadOnly={props.readOnly ?? false}
      isSmall={isSmallChoice(props.size)}
      name={props.name}
      value={value}
      description={props.description}
      testId={props.testId}
      onChange={(next) => {
        // Without `checked` the browser itself keeps one of a name's buttons on.
        if (props.checked === undefined) setOn(next);
        props.onChange?.(next, value);
      }}
    >
      {props.children}
    </BoxWithLabel>
  );
}

export function Toggle(props: ToggleProps): ReactNode {
  const [isOn, setOn] = useChecked(props.checked, props.initialIsChecked);
  const { labelDisplay = 'inline' } = props;
  const id = useId();
  const text = isOn ? props.textChecked : props.textUnchecked;
  return (
    <span className={`hs-toggle-field hs-toggle-field--${labelDisplay}`}>
      <button
        type="button"
        id={id}
        role="switch"
        aria-checked={isOn}
        aria-labelledby={`${id}-label`}
        className={classNames('hs-toggle', isOn && 'hs-toggle--on')}
        disabled={props.readOnly ?? false}
        onClick={() => {
          setOn(!isOn);
          props.onChange?.(!isOn);
        }}
        {...testAttribute(props.testId)}
      >
        <span className="hs-toggle-text" aria-hidden>
          {text}
        </span>
        <span className="hs-toggle-knob" />
      </button>
      <label
        id={`${id}-label`}
        htmlFor={id}
        className={labelDisplay === 'hidden' ? 'hs-visually-hidden' : undefined}
      >
        {props.label}
      </label>
    </span>
  );
}
