import type { Property } from '../../contract/describe-object-type.ts';
import { Lease } from './lease.ts';
import { loadHead, loadRun, type JournalProblem, type RunSoFar } from './load-run.ts';
import type { RunHead } from './run-head.ts';
import type { JournaledRunPorts } from './run-with-journal.ts';

/** A run that this session may go on with, as its journal says it stands. */
export interface TakenRun {
  /** Of this session: it begins trace ids and holds the lease, so that two tabs never send the same rows. */
  readonly session: string;
  readonly lease: Lease;
  readonly head: RunHead;
  readonly run: RunSoFar;
}

export type TakenUp =
  | ({ readonly kind: 'taken' } & TakenRun)
  | { readonly kind: 'held'; readonly untilMs: number }
  /** The journal cannot be read, or not be kept: what is not noted might be sent twice. */
  | { readonly kind: 'not-noted'; readonly problem: JournalProblem };

/**
 * Takes a run up that another session began. It is read only once it is ours: whoever had it before may have gone on
 * with it. `properties` are those of its object type as they are now.
 */
export async function takeUpRun(
  runId: string,
  properties: ReadonlyMap<string, Property>,
  ports: Pick<JournaledRunPorts, 'keeper' | 'now' | 'random'>,
): Promise<TakenUp> {
  const { keeper } = ports;
  const seen = await loadHead(runId, keeper);
  if (seen.kind !== 'head') return { kind: 'not-noted', problem: seen };
  const session = newSession(runId, ports);
  const claim = { digest: seen.head.digest, holder: session };
  const taken = await Lease.take(claim, { keeper, now: () => ports.now() });
  if (taken.kind === 'held') return taken;
  if (taken.kind === 'failed') return { kind: 'not-noted', problem: taken };
  const { lease } = taken;
  const loaded = await loadHead(runId, keeper);
  const journal = loaded.kind === 'head' ? await loadRun(loaded.head, properties, keeper) : loaded;
  if (loaded.kind === 'head' && journal.kind === 'run') {
    return { kind: 'taken', session, lease, head: loaded.head, run: journal.run };
  }
  await lease.release();
  return { kind: 'not-noted', problem: journal.kind === 'run' ? { kind: 'unreadable' } : journal };
}

const LONGEST_SESSION = 40;

export function newSession(
  runId: string,
  { now, random }: Pick<JournaledRunPorts, 'now' | 'random'>,
): string {
  const lot = Math.floor(random() * 2 ** 31).toString(36);
  return `${runId.slice(0, 24)}r${now().toString(36)}${lot}`.slice(0, LONGEST_SESSION);
}
