import type { AccordionProps } from '@hubspot/ui-extensions';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';

import { testAttribute } from './attributes.ts';
import { IconShape } from './icon.tsx';
import { shortSizeOf } from './sizes.ts';

export function Accordion(props: AccordionProps): ReactNode {
  const { disabled = false, size = 'sm' } = props;
  const id = useId();
  const [isOwnOpen, setOwnOpen] = useState(props.defaultOpen ?? false);
  const isOpen = props.open ?? isOwnOpen;
  return (
    <div className={`hs-accordion hs-accordion--${shortSizeOf(size)}`} {...testAttribute(props.testId)}>
      <button
        type="button"
        className="hs-accordion-title"
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={disabled}
        onClick={() => {
          setOwnOpen(!isOpen);
          props.onClick?.();
        }}
      >
        <IconShape name={isOpen ? 'downCarat' : 'right'} sizePx={12} />
        <span>{props.title}</span>
      </button>
      <div id={id} className="hs-accordion-body" hidden={!isOpen}>
        {isOpen && props.children}
      </div>
    </div>
  );
}
