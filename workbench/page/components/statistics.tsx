import type { StatisticsItemProps, StatisticsProps, StatisticsTrendProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import { testAttribute } from './attributes.ts';

export function Statistics(props: StatisticsProps): ReactNode {
  return (
    <div className="hs-statistics" {...testAttribute(props.testId)}>
      {props.children}
    </div>
  );
}

export function StatisticsItem(props: StatisticsItemProps): ReactNode {
  return (
    <div className="hs-statistics-item" id={props.id} {...testAttribute(props.testId)}>
      <div className="hs-statistics-label">{props.label}</div>
      <div className="hs-statistics-number">{props.number}</div>
      {props.children}
    </div>
  );
}

export function StatisticsTrend(props: StatisticsTrendProps): ReactNode {
  const isRise = props.direction === 'increase';
  const color = props.color ?? (isRise ? 'green' : 'red');
  return (
    <span className={`hs-trend hs-trend--${color}`} {...testAttribute(props.testId)}>
      <span aria-hidden>{isRise ? '▲' : '▼'}</span>
      <span className="hs-visually-hidden">{isRise ? 'up' : 'down'} </span>
      {props.value}
    </span>
  );
}
