import type { IconProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import { classNames, testAttribute } from './attributes.ts';
import { iconShapes } from './icon-shapes.ts';
import { shortSizeOf } from './sizes.ts';

const sizesPx = { xs: 12, sm: 12, md: 16, lg: 20, xl: 24 } as const;

/** Draws a known icon; the workbench draws a square for HubSpot's rarer ones. */
export function IconShape({ name, sizePx }: { readonly name: string; readonly sizePx: number }) {
  const shape = iconShapes[name] ?? 'M5 5h14v14H5z';
  return (
    <svg className="hs-icon-shape" width={sizePx} height={sizePx} viewBox="0 0 24 24" aria-hidden>
      <path d={shape} />
    </svg>
  );
}

export function Icon(props: IconProps): ReactNode {
  const { color = 'inherit', screenReaderText } = props;
  const sizePx = props.size === undefined ? 16 : sizesPx[shortSizeOf(props.size)];
  return (
    <span
      className={classNames('hs-icon', `hs-icon--${color}`)}
      data-icon={props.name}
      {...(screenReaderText === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': screenReaderText })}
      {...testAttribute(props.testId)}
    >
      <IconShape name={props.name} sizePx={sizePx} />
    </span>
  );
}
