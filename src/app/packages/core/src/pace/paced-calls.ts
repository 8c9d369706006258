import type { CallReport, Pacer, Pause, Permit } from './pacer.ts';

/** Work that is done in function calls, each of so many requests as the pacer permits. */
export interface PacedWork {
  /** How many requests could be sent now, at most `mostPerCall` of them in one call; none while all is on its way. */
  wanted(mostPerCall: number): number;
  /** One call. Never rejects for what a function does; tells what came of it. */
  call(permit: Permit): Promise<CallReport>;
  /** When the next request can be wanted although none is now; null when only a call can bring one. */
  nextWanted(): Pause | null;
  /** Preparations under way, after which more may be wanted. */
  preparing(): readonly Promise<void>[];
  /** Asked before every call. */
  isStopped(): boolean;
  /** Called whenever there may be news: why nothing is sent, or null. */
  onTurn(wait: Pause | null): void;
}

export interface PacedTools {
  readonly pacer: Pacer;
  readonly ports: {
    /** Milliseconds since the epoch. */
    now(): number;
    sleep(delayMs: number): Promise<void>;
  };
}

/** So often a wish to stop is noticed while nothing else happens. */
const TURN_MS = 250;
const LONG_WAIT_MS = 60_000;
const LONG_TURN_MS = 1000;

/** Makes calls as the pacer permits until nothing is wanted or prepared and nothing is open any more. */
export async function makePacedCalls(work: PacedWork, { pacer, ports }: PacedTools): Promise<void> {
  const open = new Set<Promise<void>>();
  const start = (permit: Permit): void => {
    const call: Promise<void> = work.call(permit).then((report) => {
      pacer.settle(permit, report);
      open.delete(call);
    });
    open.add(call);
  };
  for (;;) {
    const wait = startCalls(work, pacer, start);
    const events = [...open, ...work.preparing()];
    if (wait === null && events.length === 0) return;
    work.onTurn(isPause(wait) ? wait : null);
    await Promise.race([...events, ...eventFor(wait, { pacer, ports })]);
  }
}

type TurnWait = Pause | 'for-a-call' | null;

/** Starts all calls that are permitted now and says what is waited for; null when nothing is wanted. */
function startCalls(work: PacedWork, pacer: Pacer, start: (permit: Permit) => void): TurnWait {
  for (;;) {
    if (work.isStopped()) return null;
    const wanted = work.wanted(pacer.requestsPerCall);
    if (wanted === 0) return work.nextWanted();
    const grant = pacer.ask(wanted);
    if (grant.kind === 'wait') {
      const { reason, untilMs } = grant;
      return reason === null || untilMs === null ? 'for-a-call' : { reason, untilMs };
    }
    start(grant.permit);
  }
}

function isPause(wait: TurnWait): wait is Pause {
  return wait !== null && wait !== 'for-a-call';
}

/** What ends the wait, besides what is under way anyhow. */
function eventFor(wait: TurnWait, { pacer, ports }: PacedTools): readonly Promise<void>[] {
  if (wait === null) return [];
  if (!isPause(wait)) return [pacer.nextSettled];
  const leftMs = Math.max(1, wait.untilMs - ports.now());
  return [ports.sleep(Math.min(leftMs, leftMs > LONG_WAIT_MS ? LONG_TURN_MS : TURN_MS))];
}
