import type { DateInputProps } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { Field } from './field.tsx';

type CardDate = NonNullable<DateInputProps['value']>;

function isoOf(date: CardDate | null | undefined): string {
  if (!date) return '';
  const month = String(date.month + 1).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}-${month}-${String(date.date).padStart(2, '0')}`;
}

/** HubSpot counts months from 0 (`@hubspot/ui-extensions`, BaseDate). */
function cardDateOf(iso: string): CardDate | undefined {
  const [year, month, date] = iso.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return { year, month: month - 1, date };
}

const styles = {
  short: { dateStyle: 'short' },
  L: { dateStyle: 'short' },
  long: { dateStyle: 'long' },
  LL: { dateStyle: 'long' },
  medium: { dateStyle: 'medium' },
  ll: { dateStyle: 'medium' },
} as const;

function formattedDate(iso: string, format: NonNullable<DateInputProps['format']>): string {
  if (format === 'standard' || format === 'YYYY-MM-DD') return iso;
  return new Intl.DateTimeFormat('en-US', { ...styles[format], timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}

export function DateInput(props: DateInputProps): ReactNode {
  const given = isoOf(props.value);
  const [iso, setIso] = useState(given || isoOf(props.defaultValue));
  const [lastGiven, setLastGiven] = useState(given);
  if (given !== lastGiven) {
    setLastGiven(given);
    setIso(given);
  }
  const report = (listener: DateInputProps['onChange'], value: string): void => {
    const date = cardDateOf(value);
    if (date === undefined) return;
    listener?.({ ...date, formattedDate: formattedDate(value, props.format ?? 'short') });
  };
  return (
    <Field field={props}>
      {(control) => (
        <input
          {...control}
          className="hs-input"
          type="date"
          name={props.name}
          value={iso}
          min={isoOf(props.min) || undefined}
          max={isoOf(props.max) || undefined}
          readOnly={props.readOnly}
          onChange={(event) => {
            setIso(event.target.value);
            report(props.onChange, event.target.value);
          }}
          onFocus={() => {
            report(props.onFocus, iso);
          }}
          onBlur={() => {
            report(props.onBlur, iso);
          }}
        />
      )}
    </Field>
  );
}
