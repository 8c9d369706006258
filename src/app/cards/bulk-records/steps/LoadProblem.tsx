import { Button, ErrorState, Text } from '@hubspot/ui-extensions';
import { say } from '../copy/say.ts';
import { describeLoadFailure } from '../copy/flow-words.ts';
import type { LoadFailure } from '../state/loadable.ts';

interface LoadProblemProps {
  readonly failure: LoadFailure;
  readonly testId: string;
  readonly onRetry: () => void;
}

/** Something could not be loaded: what, why, and trying again. */
export function LoadProblem({ failure, testId, onRetry }: LoadProblemProps) {
  const { title, body } = describeLoadFailure(failure);
  const isPermission = failure.kind === 'refused' && failure.error.code === 'missing-scopes';
  return (
    <ErrorState testId={testId} title={title} type={isPermission ? 'lock' : 'error'}>
      <Text>{body}</Text>
      <Button testId={`${testId}-retry`} onClick={onRetry}>
        {say('flow.tryAgain')}
      </Button>
    </ErrorState>
  );
}
