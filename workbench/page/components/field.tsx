import { useId } from 'react';
import type { ReactNode } from 'react';

import { classNames, testAttribute } from './attributes.ts';
import { Hint } from './hint.tsx';

export interface FieldProps {
  readonly label?: string | undefined;
  readonly required?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly description?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly error?: boolean | undefined;
  readonly validationMessage?: string | undefined;
  readonly testId?: string | undefined;
}

/** Attributes that bind a control to its label, description and message. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-labelledby'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
  readonly 'aria-readonly'?: true;
  readonly 'data-test-id'?: string;
}

/** Everything around an input: label, required mark, tooltip, description, validation message. */
export function Field(props: {
  readonly field: FieldProps;
  readonly children: (control: ControlAttributes) => ReactNode;
}): ReactNode {
  const { field } = props;
  const id = useId();
  const hasDescription = Boolean(field.description);
  const hasMessage = Boolean(field.validationMessage);
  const describedBy = classNames(hasDescription && `${id}-about`, hasMessage && `${id}-message`);
  const control: ControlAttributes = {
    id,
    ...(field.label ? { 'aria-labelledby': `${id}-label` } : {}),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(field.error === true ? { 'aria-invalid': true } : {}),
    ...(field.required === true ? { 'aria-required': true } : {}),
    ...(field.readOnly === true ? { 'aria-readonly': true } : {}),
    ...testAttribute(field.testId),
  };
  return (
    <div className={classNames('hs-field', field.error === true && 'hs-field--error')}>
      <FieldLabel id={id} field={field} />
      {hasDescription && (
        <div id={`${id}-about`} className="hs-field-description">
          {field.description}
        </div>
      )}
      {props.children(control)}
      {hasMessage && (
        <div
          id={`${id}-message`}
          className={`hs-field-message hs-field-message--${field.error === true ? 'error' : 'success'}`}
          role={field.error === true ? 'alert' : 'status'}
        >
          {field.validationMessage}
        </div>
      )}
    </div>
  );
}

function FieldLabel({ id, field }: { readonly id: string; readonly field: FieldProps }): ReactNode {
  if (!field.label && !field.tooltip) return null;
  return (
    <div className="hs-field-label">
      <label htmlFor={id} id={`${id}-label`}>
        {field.label}
      </label>
      {field.required === true && (
        <span className="hs-field-required" aria-hidden>
          {' '}
          *
        </span>
      )}
      {field.tooltip !== undefined && <Hint text={field.tooltip} />}
    </div>
  );
}
