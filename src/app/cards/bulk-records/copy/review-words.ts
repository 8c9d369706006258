import type { CanaryReport, PlanFile, PlanHead, ReadFailure } from '@bulk-records/core';
import type { Recheck } from '../state/caution.ts';
import { describeLoadFailure } from './flow-words.ts';
import { nameOfObject } from './object-words.ts';
import { say } from './say.ts';
import type { ProblemWords } from './workbook-words.ts';

export function describeCanaryCounts({ outcomes, failedCount, surprises }: CanaryReport): string {
  return say('review.canaryCounts', {
    count: outcomes.length,
    failed: failedCount,
    surprises: surprises.length,
  });
}

/** "Read less than a minute ago", "Read 3 minutes ago" */
export function describeAge(ageMs: number): string {
  const minutes = Math.floor(ageMs / 60_000);
  return minutes < 1 ? say('review.justRead') : say('review.age', { minutes });
}

export function describeReadFailure(failure: ReadFailure): ProblemWords {
  return describeLoadFailure(
    failure.kind === 'said'
      ? { kind: 'refused', error: failure.error }
      : { kind: 'no-reply', message: failure.message },
  );
}

/** The choice with what it costs. */
export function nameOfRecheck(recheck: Recheck, readCount: number): string {
  return say(`recheck.${recheck}`, { count: readCount });
}

/** "Only update existing records · contacts · matched by email · Plan 3fa9c2d1" */
export function describePlanHead({ objectType, operation, keyProperty, digest }: PlanHead): string {
  const key = keyProperty === null ? [] : [say('planHead.matchedBy', { key: keyProperty })];
  const plan = say('review.digest', { digest: digest.slice(0, 8) });
  const parts = [say(`operation.${operation}`), nameOfObject(objectType), ...key, plan].join(' · ');
  return say('planHead.body', { parts });
}

/** Why a plan's file cannot be used, and what to do. */
export function describeUnusablePlan(file: Exclude<PlanFile, { kind: 'plan' }>): ProblemWords {
  const body = say(`planFile.${file.kind}.body`);
  switch (file.kind) {
    case 'unreadable':
      return { title: say('planFile.unreadable.title', { line: file.line }), body };
    case 'altered':
      return { title: say('planFile.altered.title'), body };
    case 'unknown-property':
      return { title: say('planFile.unknown-property.title', { property: file.property }), body };
  }
}
