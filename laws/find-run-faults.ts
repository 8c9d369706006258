import type { NotSentReason, Outcome } from '@bulk-records/core';
import type { CataloguedFault } from '../workbench/faults/fault-catalogue.ts';
import { isBad, markerOf, REQUESTS_PER_CALL } from './fault-jobs.ts';
import { findLies } from './find-lies.ts';
import type { StruckRun } from './strike-run.ts';

/** What ends a run: going on would be useless, or there is nobody to go on with. */
export const STOPPING_FAULTS: Readonly<Record<string, NotSentReason>> = {
  '429-daily': 'daily-limit',
  '477-day': 'migrating',
  outage: 'hubspot-unreachable',
  '415': 'not-understood',
  'bad-json': 'not-understood',
  token: 'invalid-token',
  scope: 'missing-scopes',
};

export function isWritten({ kind }: Outcome): boolean {
  return kind === 'created' || kind === 'updated' || kind === 'archived';
}

/** Everything a struck run did that it must not do; a sentence each. */
export function findRunFaults(run: StruckRun, fault: CataloguedFault | null): readonly string[] {
  const { job, emulator, outcomes } = run;
  return [
    ...findLies({ plan: job, emulator, outcomes }),
    ...findDoubles(run),
    ...findUnjustUnknowns(run, fault),
    ...findAbandoned(run, fault),
  ];
}

function findDoubles({ job, emulator, outcomes }: StruckRun): readonly string[] {
  const markerProperty = job.objectType === 'companies' ? 'name' : 'firstname';
  const markers = emulator.records(job.objectType).map(({ properties }) => properties[markerProperty]);
  return outcomes.flatMap(({ slot }) => {
    const count = markers.filter((marker) => marker === markerOf(slot)).length;
    return count > 1 ? [`slot ${String(slot)} has ${String(count)} records`] : [];
  });
}

/** Nobody knows: only of rows the fault struck, and only where no key or no reading could tell. */
function findUnjustUnknowns(
  { job, outcomes, requests, canRead }: StruckRun,
  fault: CataloguedFault | null,
): readonly string[] {
  const unknown = outcomes.filter(({ kind }) => kind === 'unknown');
  const isProvable = canRead && job.keyProperty !== null;
  const provable = isProvable ? unknown.map(({ slot }) => `slot ${String(slot)} could have been read`) : [];
  if (fault?.at === 'hubspot' && fault.lasts === true) return provable;
  const struck = requests.filter((slots) => unknown.some(({ slot }) => slots.includes(slot)));
  const allowed = fault?.at === 'function' ? REQUESTS_PER_CALL : 1;
  // An archive is proven by reading alone, so what was archived before the token expired is unknown too.
  const isFarReaching = canRead && struck.length > allowed;
  return isFarReaching ? [...provable, `${String(struck.length)} requests are unknown`] : provable;
}

/** Rows after the fault are written, unless it ends the run; then the reason is the fault's own. */
function findAbandoned({ outcomes }: StruckRun, fault: CataloguedFault | null): readonly string[] {
  const reason = STOPPING_FAULTS[fault?.name ?? ''];
  return outcomes.flatMap((outcome) => {
    const { slot, kind } = outcome;
    const row = `slot ${String(slot)}`;
    if (kind === 'not-sent')
      return outcome.reason === reason ? [] : [`${row} was not sent: ${outcome.reason}`];
    if (kind === 'unknown') return [];
    const isRefused = kind === 'rejected' || kind === 'conflict';
    if (isBad(slot)) return isRefused ? [] : [`${row} is bad, but ${kind}`];
    return isWritten(outcome) ? [] : [`${row} is good, but ${kind}`];
  });
}
