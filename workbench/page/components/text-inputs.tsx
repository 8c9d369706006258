import type { InputProps, SearchInputProps, TextAreaProps } from '@hubspot/ui-extensions';
import { useRef } from 'react';
import type { CSSProperties, ReactNode } from 'react';

import { Field } from './field.tsx';
import { IconShape } from './icon.tsx';
import { useTextDraft } from './text-draft.ts';

export function Input(props: InputProps): ReactNode {
  const draft = useTextDraft({
    value: props.value,
    initial: props.defaultValue ?? '',
    onEdit: props.onInput,
    onCommit: props.onChange,
  });
  return (
    <Field field={props}>
      {(control) => (
        <input
          {...control}
          className="hs-input"
          type={props.type ?? 'text'}
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
          onFocus={() => props.onFocus?.(draft.text)}
          onBlur={() => {
            draft.commit();
            props.onBlur?.(draft.text);
          }}
        />
      )}
    </Field>
  );
}

export function TextArea(props: TextAreaProps): ReactNode {
  const draft = useTextDraft({
    value: props.value,
    initial: props.defaultValue ?? '',
    onEdit: props.onInput,
    onCommit: props.onChange,
  });
  const style: CSSProperties = { resize: props.resize ?? 'both' };
  return (
    <Field field={props}>
      {(control) => (
        <textarea
          {...control}
          className="hs-input hs-textarea"
          style={style}
          name={props.name}
          value={draft.text}
          placeholder={props.placeholder}
          readOnly={props.readOnly}
          rows={props.rows ?? 3}
          cols={props.cols}
          maxLength={props.maxLength}
          onChange={(event) => {
            draft.edit(event.target.value);
          }}
          onFocus={() => props.onFocus?.(draft.text)}
          onBlur={() => {
            draft.commit();
            props.onBlur?.(draft.text);
          }}
        />
      )}
    </Field>
  );
}

export function SearchInput(props: SearchInputProps): ReactNode {
  const { clearable = true } = props;
  const box = useRef<HTMLInputElement>(null);
  const draft = useTextDraft({
    value: props.value,
    initial: props.defaultValue ?? '',
    onEdit: props.onInput,
    onCommit: props.onChange,
  });
  return (
    <Field field={props}>
      {(control) => (
        <div className="hs-search">
          <input
            {...control}
            ref={box}
            className="hs-input"
            type="text"
            role="searchbox"
            name={props.name}
            value={draft.text}
            placeholder={props.placeholder ?? 'Search'}
            readOnly={props.readOnly}
            onChange={(event) => {
              draft.edit(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') draft.commit();
            }}
            onFocus={() => props.onFocus?.(draft.text)}
            onBlur={() => {
              draft.commit();
              props.onBlur?.(draft.text);
            }}
          />
          {clearable && draft.text !== '' ? (
            <button
              type="button"
              className="hs-search-clear"
              aria-label="Clear search"
              onClick={() => {
                draft.edit('');
                box.current?.focus();
              }}
            >
              <IconShape name="remove" sizePx={12} />
            </button>
          ) : (
            <span className="hs-search-icon">
              <IconShape name="search" sizePx={16} />
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
