import type {
  AutoGridProps,
  BoxProps,
  CardProps,
  DividerProps,
  FlexProps,
  InlineProps,
  SpacerProps,
  StackProps,
  TileProps,
} from '@hubspot/ui-extensions';
import type { CSSProperties, ReactNode } from 'react';

import { classNames, testAttribute } from './attributes.ts';
import { distancePxOf, shortSizeOf } from './sizes.ts';

const cssAlign = {
  start: 'flex-start',
  center: 'center',
  baseline: 'baseline',
  end: 'flex-end',
  stretch: 'stretch',
  auto: 'auto',
} as const;

const cssJustify = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  around: 'space-around',
  between: 'space-between',
} as const;

export function Flex(props: FlexProps): ReactNode {
  const { gap = 'flush', direction = 'row', justify = 'start', align = 'stretch' } = props;
  const wraps = props.wrap === true || props.wrap === 'wrap';
  const style: CSSProperties = {
    gap: distancePxOf(gap),
    flexDirection: direction,
    justifyContent: cssJustify[justify],
    alignItems: cssAlign[align],
    flexWrap: wraps ? 'wrap' : 'nowrap',
    ...(props.alignSelf === undefined ? {} : { alignSelf: cssAlign[props.alignSelf] }),
  };
  return (
    <div className="hs-flex" style={style} {...testAttribute(props.testId)}>
      {props.children}
    </div>
  );
}

export function Stack(props: StackProps): ReactNode {
  const { distance = 'flush', direction = 'column', justify = 'start', align = 'stretch' } = props;
  const style: CSSProperties = {
    gap: distancePxOf(distance),
    flexDirection: direction,
    justifyContent: cssJustify[justify],
    alignItems: cssAlign[align],
    width: props.width ?? '100%',
  };
  return (
    <div className="hs-flex" style={style} {...testAttribute(props.testId)}>
      {props.children}
    </div>
  );
}

export function Box(props: BoxProps): ReactNode {
  const { alignSelf = 'auto', flex = 'initial' } = props;
  const style: CSSProperties = { alignSelf: cssAlign[alignSelf], flex };
  return (
    <div className="hs-box" style={style} {...testAttribute(props.testId)}>
      {props.children}
    </div>
  );
}

export function Inline(props: InlineProps): ReactNode {
  const { gap = 'flush', justify = 'start', align = 'stretch' } = props;
  const style: CSSProperties = {
    gap: distancePxOf(gap),
    justifyContent: cssJustify[justify],
    alignItems: cssAlign[align],
  };
  return (
    <div className="hs-flex hs-inline" style={style} {...testAttribute(props.testId)}>
      {props.children}
    </div>
  );
}

export function AutoGrid(props: AutoGridProps): ReactNode {
  const { columnWidth, gap = 'flush', flexible = false } = props;
  const column = `min(${columnWidth}px, 100%)`;
  const style: CSSProperties = {
    gap: distancePxOf(gap),
    gridTemplateColumns: flexible
      ? `repeat(auto-fit, minmax(${column}, 1fr))`
      : `repeat(auto-fill, ${column})`,
  };
  return (
    <div className="hs-auto-grid" style={style} {...testAttribute(props.testId)}>
      {props.children}
    </div>
  );
}

export function Divider(props: DividerProps): ReactNode {
  const marginBlock = distancePxOf(props.size ?? 'small');
  return <hr className="hs-divider" style={{ marginBlock }} {...testAttribute(props.testId)} />;
}

export function Spacer(props: SpacerProps): ReactNode {
  const size = shortSizeOf(props.size ?? 'small');
  return <div aria-hidden style={{ height: distancePxOf(size) }} {...testAttribute(props.testId)} />;
}

export function Tile(props: TileProps): ReactNode {
  const { compact = false, flush = false } = props;
  return (
    <div
      className={classNames('hs-tile', compact && 'hs-tile--compact', flush && 'hs-tile--flush')}
      {...testAttribute(props.testId)}
    >
      {props.children}
    </div>
  );
}

export function Card(props: CardProps): ReactNode {
  return (
    <section className="hs-card" {...testAttribute(props.testId)}>
      {props.children}
    </section>
  );
}
