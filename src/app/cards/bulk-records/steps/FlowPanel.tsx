import { Alert, StepIndicator } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { say } from '../copy/say.ts';
import { STEPS } from '../state/flow-state.ts';
import type { LanguageChoice } from '../state/use-language.ts';
import type { FlowProps } from './flow-props.ts';
import { ForwardFooter } from './ForwardFooter.tsx';
import type { Frame } from './frames.tsx';
import { BackToParts, LongOutcomesStep } from './LongOutcomesStep.tsx';
import { LongReviewFooter, LongReviewStep } from './LongReviewStep.tsx';
import { LongRunStep } from './LongRunStep.tsx';
import { MatchStep } from './MatchStep.tsx';
import { OutcomesFooter, OutcomesStep } from './OutcomesStep.tsx';
import { ReviewFooter, ReviewStep } from './ReviewStep.tsx';
import { RunFooter, RunStep } from './RunStep.tsx';
import { LanguageSelect } from './SpeakingPanel.tsx';
import { useLongReview } from './use-long-review.ts';
import { useReview } from './use-review.ts';

interface FlowPanelProps extends FlowProps {
  readonly speech: LanguageChoice;
  readonly portalId: number;
  readonly copyText: (text: string) => Promise<void>;
  readonly frame: Frame;
  /** Where the rows come from. */
  readonly dataStep: (props: FlowProps) => ReactNode;
}

/** Where we are, the step, and the way on. */
export function FlowPanel({
  state,
  actions,
  speech,
  portalId,
  copyText,
  frame: Framed,
  dataStep: DataStep,
}: FlowPanelProps) {
  const flow = { state, actions };
  const review = useReview(state, actions);
  const long = useLongReview(state, actions);
  return (
    <Framed
      head={<Head state={state} />}
      foot={state.step === 'data' && <LanguageSelect speech={speech} />}
      footer={
        <>
          {(state.step === 'data' || state.step === 'match') && <ForwardFooter {...flow} />}
          {state.step === 'review' &&
            (long === null ? (
              <ReviewFooter {...flow} review={review} />
            ) : (
              <LongReviewFooter {...flow} review={long} portalId={portalId} />
            ))}
          {state.step === 'run' && <RunFooter {...flow} />}
          {state.step === 'outcomes' && <OutcomesFooter {...flow} />}
        </>
      }
    >
      {state.step === 'data' && <DataStep {...flow} />}
      {state.step === 'match' && <MatchStep {...flow} copyText={copyText} />}
      {state.step === 'review' &&
        (long === null ? (
          <ReviewStep {...flow} review={review} copyText={copyText} />
        ) : (
          <LongReviewStep {...flow} review={long} />
        ))}
      {state.step === 'run' &&
        (state.run.kind === 'long-running' ? (
          <LongRunStep state={state} run={state.run} />
        ) : (
          <RunStep {...flow} />
        ))}
      {state.step === 'outcomes' && (
        <>
          <BackToParts {...flow} />
          {state.run.kind === 'long-finished' ? (
            <LongOutcomesStep {...flow} run={state.run} />
          ) : (
            <OutcomesStep {...flow} portalId={portalId} copyText={copyText} />
          )}
        </>
      )}
    </Framed>
  );
}

function Head({ state }: Pick<FlowProps, 'state'>) {
  return (
    <>
      <StepIndicator
        testId="steps"
        stepNames={STEPS.map((step) => say(`step.${step}`))}
        currentStep={STEPS.indexOf(state.step)}
        variant="flush"
      />
      {!state.mayRun && (
        <Alert testId="may-not-run" variant="info" title={say('flow.mayNotRunTitle')}>
          {say('flow.mayNotRunBody')}
        </Alert>
      )}
    </>
  );
}
