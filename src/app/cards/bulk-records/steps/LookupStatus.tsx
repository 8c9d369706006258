import { Alert, Button, ErrorState, Flex, Inline, ProgressBar, Text } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { say } from '../copy/say.ts';
import { describeAge, describeReadFailure } from '../copy/review-words.ts';
import type { Lookup, Trust } from '../state/lookup.ts';

type Reading = Extract<Lookup, { kind: 'reading' }>;
type Read = Extract<Lookup, { kind: 'read' }>;

export function LookupProgress({ lookup }: { readonly lookup: Reading | null }) {
  const { askedCount = 0, keyCount = 0 } = lookup ?? {};
  return (
    <ProgressBar
      testId="lookup-progress"
      title={say('review.reading')}
      aria-label={say('review.reading')}
      showPercentage={keyCount > 0}
      value={askedCount}
      maxValue={Math.max(keyCount, 1)}
      valueDescription={say('review.readingProgress', { asked: askedCount, total: keyCount })}
    />
  );
}

interface LookupResultProps {
  readonly lookup: Read;
  readonly unreadCount: number;
  readonly digest: string;
  readonly now: () => number;
  readonly onRead: (trust: Trust) => void;
}

/** How old the reading is, what could not be read and why, and reading again. */
export function LookupResult({ lookup, unreadCount, digest, now, onRead }: LookupResultProps) {
  return (
    <Flex direction="column" gap="sm">
      <Inline gap="sm" align="center">
        <Age readAt={lookup.readAt} now={now} />
        <Button
          testId="read-again"
          size="xs"
          onClick={() => {
            onRead('none');
          }}
        >
          {say('review.readAgain')}
        </Button>
        <Text testId="plan-digest" variant="microcopy">
          {say('review.digest', { digest })}
        </Text>
      </Inline>
      {unreadCount > 0 && (
        <Unread
          lookup={lookup}
          unreadCount={unreadCount}
          onRetry={() => {
            onRead('told');
          }}
        />
      )}
    </Flex>
  );
}

const AGE_STEP_MS = 30_000;

function Age({ readAt, now }: { readonly readAt: number; readonly now: () => number }) {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const clock = setInterval(() => {
      setAt(now());
    }, AGE_STEP_MS);
    return () => {
      clearInterval(clock);
    };
  }, [now]);
  return (
    <Text testId="plan-age" variant="microcopy">
      {describeAge(at - readAt)}
    </Text>
  );
}

interface UnreadProps {
  readonly lookup: Read;
  readonly unreadCount: number;
  readonly onRetry: () => void;
}

function Unread({ lookup, unreadCount, onRetry }: UnreadProps) {
  const { failure, isStopped, readings } = lookup;
  const retry = (
    <Button testId="read-rest" size="sm" onClick={onRetry}>
      {say('review.readRest')}
    </Button>
  );
  if (isStopped) {
    return (
      <Alert
        testId="lookup-stopped"
        variant="warning"
        title={say('review.stoppedTitle', { count: unreadCount })}
      >
        <Text>{say('review.stoppedBody')}</Text>
        {retry}
      </Alert>
    );
  }
  const reason = failure && describeReadFailure(failure);
  const isNothingRead = unreadCount === readings.size;
  if (reason !== null && isNothingRead) {
    const isPermission = failure?.kind === 'said' && failure.error.code === 'missing-scopes';
    return (
      <ErrorState testId="lookup-failed" title={reason.title} type={isPermission ? 'lock' : 'error'}>
        <Text>{reason.body}</Text>
        {retry}
      </ErrorState>
    );
  }
  return (
    <Alert
      testId="lookup-incomplete"
      variant="warning"
      title={say('review.unreadTitle', { count: unreadCount })}
    >
      <Text>{say('review.unreadBody', { reason: reason === null ? '' : `${reason.title}.` })}</Text>
      {retry}
    </Alert>
  );
}
