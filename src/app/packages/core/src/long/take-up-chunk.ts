import type { Property } from '../contract/describe-object-type.ts';
import { LEASE_MS } from '../run/journal/lease.ts';
import type { JournaledRunPorts } from '../run/journal/run-with-journal.ts';
import { takeUpRun, type TakenUp } from '../run/journal/take-up-run.ts';

export type TakenChunk =
  | TakenUp
  | { readonly kind: 'stopped' }
  /** Another session has finished it meanwhile, and is at work on what comes after. */
  | { readonly kind: 'gone-on' };

interface TakeUpTools {
  readonly ports: Pick<JournaledRunPorts, 'keeper' | 'now' | 'random' | 'sleep'>;
  readonly isStopWanted: () => boolean;
  /** Told before it waits. */
  readonly onHeld: (untilMs: number) => void;
}

/** The clocks of the portal and of this browser differ. */
const MARGIN_MS = 2000;
const ASKED_EVERY_MS = 500;

/**
 * Takes a chunk's run up. Where another session has it, it waits for the end of the lease, as after a tab that was
 * closed. A session that lives renews its lease or finishes the chunk: then its rows, and those after them, are its own.
 */
export async function takeUpChunk(
  runId: string,
  properties: ReadonlyMap<string, Property>,
  tools: TakeUpTools,
): Promise<TakenChunk> {
  const { ports, onHeld } = tools;
  const first = await takeUpRun(runId, properties, ports);
  if (first.kind !== 'held') return first;
  onHeld(first.untilMs);
  const givenUpAt = ports.now() + LEASE_MS + 2 * MARGIN_MS;
  for (;;) {
    const untilMs = Math.max(first.untilMs, ports.now()) + MARGIN_MS;
    if (!(await waitUntil(Math.min(untilMs, givenUpAt), tools))) return { kind: 'stopped' };
    const taken = await takeUpRun(runId, properties, ports);
    const isSameLease = taken.kind === 'held' && taken.untilMs === first.untilMs;
    if (isSameLease && ports.now() < givenUpAt) continue;
    if (taken.kind !== 'taken' || taken.head.state !== 'finished') return taken;
    await taken.lease.release();
    return { kind: 'gone-on' };
  }
}

/** False where it was stopped. */
async function waitUntil(atMs: number, { ports, isStopWanted }: TakeUpTools): Promise<boolean> {
  while (ports.now() < atMs) {
    if (isStopWanted()) return false;
    await ports.sleep(ASKED_EVERY_MS);
  }
  return !isStopWanted();
}
