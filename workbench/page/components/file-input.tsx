import type { ReactNode } from 'react';
import { useId, useRef, useState } from 'react';

import { testAttribute } from './attributes.ts';

/** Props of HubSpot's experimental FileInput; its package does not export the type at its root. */
export interface FileInputProps {
  readonly name: string;
  readonly value?: File | { readonly name: string };
  /** Gets the chosen `File` itself: it is cloned into the worker and readable there. */
  readonly onChange?: (file: File) => void;
  readonly testId?: string;
}

export function FileInput(props: FileInputProps): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosenName, setChosenName] = useState('');
  return (
    <div className="hs-file-input" {...testAttribute(props.testId)}>
      <input
        ref={input}
        id={id}
        className="hs-visually-hidden"
        type="file"
        name={props.name}
        tabIndex={-1}
        aria-label="Choose file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file === undefined) return;
          setChosenName(file.name);
          props.onChange?.(file);
          // The same file may be chosen again after it was edited on disk.
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className="hs-button hs-button--secondary hs-button--sm"
        aria-describedby={`${id}-name`}
        onClick={() => input.current?.click()}
      >
        Choose file
      </button>
      <span id={`${id}-name`} className="hs-file-name">
        {props.value?.name ?? (chosenName || 'No file chosen')}
      </span>
    </div>
  );
}
