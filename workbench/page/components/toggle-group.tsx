import type { ToggleGroupProps } from '@hubspot/ui-extensions';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';

import { classNames, testAttribute } from './attributes.ts';
import { Hint } from './hint.tsx';
import { BoxWithLabel, isSmallChoice } from './toggles.tsx';

function givenValues(props: ToggleGroupProps): readonly string[] | undefined {
  if (props.value === undefined) return undefined;
  return typeof props.value === 'string' ? [props.value] : props.value;
}

function initialValues(props: ToggleGroupProps): readonly string[] {
  const checked = props.options.filter((option) => option.initialIsChecked);
  return givenValues(props) ?? checked.map((option) => option.value);
}

function report(props: ToggleGroupProps, values: readonly string[]): void {
  if (props.toggleType === 'radioButtonList') props.onChange?.(values[0] ?? '');
  else props.onChange?.([...values]);
}

/** Radio buttons or checkboxes under one label; which one shows is the group's own state. */
export function ToggleGroup(props: ToggleGroupProps): ReactNode {
  const isRadio = props.toggleType === 'radioButtonList';
  const id = useId();
  const [values, setValues] = useState(initialValues(props));
  const given = JSON.stringify(props.value);
  const [lastGiven, setLastGiven] = useState(given);
  if (given !== lastGiven) {
    setLastGiven(given);
    setValues(givenValues(props) ?? []);
  }
  const choose = (value: string, isOn: boolean): void => {
    const others = values.filter((other) => other !== value);
    const next = isRadio ? [value] : isOn ? [...others, value] : others;
    setValues(next);
    report(props, next);
  };
  return (
    <fieldset
      className={classNames('hs-field hs-toggle-group', props.error === true && 'hs-field--error')}
      role={isRadio ? 'radiogroup' : 'group'}
      aria-labelledby={`${id}-label`}
      {...testAttribute(props.testId)}
    >
      <div className="hs-field-label">
        <span id={`${id}-label`}>{props.label}</span>
        {props.required === true && <span aria-hidden> *</span>}
        {props.tooltip !== undefined && <Hint text={props.tooltip} />}
      </div>
      <div className={props.inline === true ? 'hs-choices hs-choices--inline' : 'hs-choices'}>
        {props.options.map((option) => (
          <BoxWithLabel
            key={option.value}
            type={isRadio ? 'radio' : 'checkbox'}
            isOn={values.includes(option.value)}
            isReadOnly={option.readOnly ?? false}
            isSmall={isSmallChoice(props.size)}
            // A card may show two groups of one name; the browser would join their radio buttons.
            name={isRadio ? `${props.name}-${id}` : props.name}
            value={option.value}
            description={option.description}
            onChange={(isOn) => {
              choose(option.value, isOn);
            }}
          >
            {option.label}
          </BoxWithLabel>
        ))}
      </div>
      {props.validationMessage && (
        <div
          className={`hs-field-message hs-field-message--${props.error === true ? 'error' : 'success'}`}
          role={props.error === true ? 'alert' : 'status'}
        >
          {props.validationMessage}
        </div>
      )}
    </fieldset>
  );
}
