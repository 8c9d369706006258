import type { StepIndicatorProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import { testAttribute } from './attributes.ts';
import { IconShape } from './icon.tsx';
import { shortSizeOf } from './sizes.ts';

const circlePx = { xs: 14, sm: 20, md: 26, lg: 32, xl: 38 } as const;

export function StepIndicator(props: StepIndicatorProps): ReactNode {
  const { stepNames, direction = 'horizontal', currentStep = 0, variant = 'default' } = props;
  const sizePx = circlePx[shortSizeOf(props.circleSize ?? 'small')];
  return (
    <ol className={`hs-steps hs-steps--${direction} hs-steps--${variant}`} {...testAttribute(props.testId)}>
      {stepNames.map((name, index) => (
        <Step
          key={name}
          name={name}
          state={index < currentStep ? 'done' : index === currentStep ? 'current' : 'later'}
          sizePx={sizePx}
          showsName={variant === 'default' || index === currentStep}
          onClick={props.onClick && (() => props.onClick?.(index))}
        />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly name: string;
  readonly state: 'done' | 'current' | 'later';
  readonly sizePx: number;
  readonly showsName: boolean;
  readonly onClick: (() => void) | undefined;
}

function Step({ name, state, sizePx, showsName, onClick }: StepProps): ReactNode {
  const content = (
    <>
      <span className="hs-step-circle" style={{ width: sizePx, height: sizePx }} aria-hidden>
        {state === 'done' && <IconShape name="success" sizePx={sizePx * 0.6} />}
      </span>
      <span className={showsName ? 'hs-step-name' : 'hs-visually-hidden'}>{name}</span>
      {state === 'done' && <span className="hs-visually-hidden"> (done)</span>}
    </>
  );
  return (
    <li className={`hs-step hs-step--${state}`} {...(state === 'current' ? { 'aria-current': 'step' } : {})}>
      {onClick === undefined ? (
        <span className="hs-step-content">{content}</span>
      ) : (
        <button type="button" className="hs-plain-button hs-step-content" onClick={onClick}>
          {content}
        </button>
      )}
    </li>
  );
}
