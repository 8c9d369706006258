import type { ResultRecord } from '../contract/batch-body.ts';
import { holdsAppendedOptions, isSameValue } from '../records/same-value.ts';
import type { PlanTarget } from '../plan/plan.ts';
import type { SentRecord } from './attempt.ts';
import type { Difference, Evidence, WrittenRecord } from './outcome.ts';

/** A row, what HubSpot says it stored for it, and why that may be believed. */
export interface Write {
  readonly sent: SentRecord;
  readonly result: ResultRecord;
  readonly evidence: Evidence;
}

export function describeWritten({ sent, result, evidence }: Write, target: PlanTarget): WrittenRecord {
  return {
    recordId: result.id,
    url: result.url ?? null,
    evidence,
    differences: findDifferences(sent, result, target),
    warnings: result.warnings.map(({ message }) => message).filter((message) => message !== ''),
    updatedAt: result.updatedAt ?? null,
    changedSince: sent.record.changedSince ?? [],
  };
}

/**
 * Sent values that HubSpot did not store as sent, for example a lifecycle stage that may only move forward.
 * A property the answer leaves out is not judged: HubSpot returns empty and some other values never.
 */
export function findDifferences(
  sent: SentRecord,
  result: ResultRecord,
  target: PlanTarget,
): readonly Difference[] {
  return Object.entries(sent.record.properties).flatMap(([name, value]) => {
    const property = target.properties.get(name);
    const stored = result.properties[name];
    if (!property || stored === undefined || stored === null) return [];
    if (isSameValue(property, value, stored) || holdsAppendedOptions(property, value, stored)) return [];
    return [{ property: name, sent: value, stored }];
  });
}
