import type { NumberInputProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import { Field } from './field.tsx';
import { useTextDraft } from './text-draft.ts';

/** The typed text as a number inside the bounds; `undefined` for text that is none. */
function numberOf(text: string, props: NumberInputProps): number | undefined {
  const written = Number(text.trim().replace(/,/g, ''));
  if (text.trim() === '' || !Number.isFinite(written)) return undefined;
  const bounded = Math.min(props.max ?? Infinity, Math.max(props.min ?? -Infinity, written));
  return props.precision === undefined ? bounded : Number(bounded.toFixed(props.precision));
}

export function NumberInput(props: NumberInputProps): ReactNode {
  const report = (text: string, listener: ((value: number) => void) | undefined): void => {
    const value = numberOf(text, props);
    if (value !== undefined) listener?.(value);
  };
  const draft = useTextDraft({
    value: props.value?.toString(),
    initial: props.defaultValue?.toString() ?? '',
    // HubSpot deprecated onInput here: what is typed need not be a number yet.
    onEdit: undefined,
    onCommit: (text) => {
      report(text, props.onChange);
    },
  });
  return (
    <Field field={props}>
      {(control) => (
        <div className="hs-number">
          <input
            {...control}
            className="hs-input"
            style={{ textAlign: props.textAlign ?? 'left' }}
            type="text"
            inputMode="decimal"
            name={props.name}
            value={draft.text}
            placeholder={props.placeholder}
            readOnly={props.readOnly}
            onChange={(event) => {
              draft.edit(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') draft.commit();
            }}
            onFocus={() => {
              report(draft.text, props.onFocus);
            }}
            onBlur={() => {
              draft.commit();
              report(draft.text, props.onBlur);
            }}
          />
          {props.formatStyle === 'percentage' && <span className="hs-number-unit">%</span>}
        </div>
      )}
    </Field>
  );
}
