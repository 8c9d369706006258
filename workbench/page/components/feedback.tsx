import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  LoadingSpinnerProps,
  ProgressBarProps,
} from '@hubspot/ui-extensions';
import { useId } from 'react';
import type { CSSProperties, ReactNode } from 'react';

import { classNames, testAttribute } from './attributes.ts';
import { IconShape } from './icon.tsx';
import { shortSizeOf } from './sizes.ts';

export const alertIcons = {
  info: 'info',
  tip: 'bulb',
  success: 'checkCircle',
  warning: 'warning',
  error: 'exclamationCircle',
  danger: 'exclamationCircle',
} as const;

export function Alert(props: AlertProps): ReactNode {
  const { variant = 'info' } = props;
  const isUrgent = variant === 'error' || variant === 'danger';
  return (
    <div
      className={`hs-alert hs-alert--${variant === 'error' ? 'danger' : variant}`}
      role={isUrgent ? 'alert' : 'status'}
      {...testAttribute(props.testId)}
    >
      <span className="hs-alert-icon">
        <IconShape name={alertIcons[variant]} sizePx={18} />
      </span>
      <div className="hs-alert-content">
        <div className="hs-alert-title">{props.title}</div>
        {props.children}
      </div>
    </div>
  );
}

export function LoadingSpinner(props: LoadingSpinnerProps): ReactNode {
  const { size = 'sm', layout = 'inline', showLabel = false } = props;
  return (
    <span className={`hs-loading hs-loading--${layout}`} role="status" {...testAttribute(props.testId)}>
      <span className={`hs-spinner hs-spinner--${shortSizeOf(size)}`} aria-hidden />
      <span className={showLabel ? undefined : 'hs-visually-hidden'}>{props.label}</span>
    </span>
  );
}

export function ProgressBar(props: ProgressBarProps): ReactNode {
  const { value = 0, variant = 'success', showPercentage = false, title, valueDescription } = props;
  const max = props.maxValue ?? 100;
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const titleId = useId();
  const label = props['aria-label'] ?? title ?? 'Progress';
  return (
    <div className={`hs-progress hs-progress--${variant}`} {...testAttribute(props.testId)}>
      <div className="hs-progress-caption">
        <span id={titleId}>{title}</span>
        {showPercentage && <span>{Math.round(share * 100)}%</span>}
      </div>
      <div
        className="hs-progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        {...(valueDescription === undefined ? {} : { 'aria-valuetext': valueDescription })}
      >
        <div className="hs-progress-bar" style={{ width: `${share * 100}%` }} />
      </div>
      {valueDescription !== undefined && <div className="hs-progress-description">{valueDescription}</div>}
    </div>
  );
}

export function EmptyState(props: EmptyStateProps): ReactNode {
  const { layout = 'horizontal', reverseOrder = false, flush = false, imageWidth = 250 } = props;
  const imageStyle: CSSProperties = { width: imageWidth, maxWidth: '45%' };
  return (
    <div
      className={classNames(
        'hs-empty-state',
        `hs-empty-state--${layout}`,
        reverseOrder && 'hs-empty-state--reversed',
        flush && 'hs-empty-state--flush',
      )}
      {...testAttribute(props.testId)}
    >
      <div className="hs-empty-state-text">
        {props.title !== undefined && <h3>{props.title}</h3>}
        {props.children}
      </div>
      <div className="hs-illustration" style={imageStyle} aria-hidden>
        <IconShape name="inbox" sizePx={64} />
      </div>
    </div>
  );
}

const errorStateIcons = { error: 'warning', support: 'questionCircle', lock: 'locked' } as const;

export function ErrorState(props: ErrorStateProps): ReactNode {
  const { type = 'error', title = 'Something went wrong.' } = props;
  return (
    <div className="hs-error-state" role="alert" {...testAttribute(props.testId)}>
      <div className="hs-illustration" aria-hidden>
        <IconShape name={errorStateIcons[type]} sizePx={64} />
      </div>
      <h3>{title}</h3>
      {props.children}
    </div>
  );
}
