import { useLayoutEffect, useState } from 'react';
import type { Sliced, WorkProgress } from '@bulk-records/core';
import type { FlowActions } from '../state/use-flow.ts';

/** Work of a screen: `value` is null until it is done; `latest` is the value of the work before it, or its own. */
export interface Worked<T> {
  readonly value: T | null;
  readonly latest: T | null;
  /** Null where there is nothing to do, or not enough to show. */
  readonly progress: WorkProgress | null;
}

interface Result<T> {
  readonly start: (() => Sliced<T>) | null;
  readonly value: T | null;
}

interface Progress<T> {
  readonly start: () => Sliced<T>;
  readonly progress: WorkProgress;
}

/**
 * Drives the work that `start` makes, anew whenever it is another function; what it replaces is stopped. Small work
 * is done before the screen shows.
 */
export function useWork<T>(start: (() => Sliced<T>) | null, work: FlowActions['work']): Worked<T> {
  const [result, setResult] = useState<Result<T>>({ start: null, value: null });
  const [inWork, setInWork] = useState<Progress<T> | null>(null);
  useLayoutEffect(() => {
    if (start === null) {
      setResult({ start, value: null });
      return;
    }
    return work(start(), {
      onDone: (value) => {
        setResult({ start, value });
      },
      onProgress: (progress) => {
        setInWork({ start, progress });
      },
    });
  }, [start, work]);
  const isDone = start !== null && result.start === start;
  return {
    value: isDone ? result.value : null,
    latest: result.value,
    progress: !isDone && inWork !== null && inWork.start === start ? inWork.progress : null,
  };
}
