/** How many function calls may be open at once. HubSpot publishes no number, so it is found out with care. */
export interface CallLimit {
  readonly calls: number;
  /** Something went wrong once: from then on it grows slowly. */
  readonly isCareful: boolean;
  /** Troubles in a row, each met by a call that began after the one before was known. */
  readonly silences: number;
  readonly troubleAt: number;
}

/** Two calls carry the first thousand records; more are opened when the first ones have come back. */
const FIRST_CALLS = 2;

/** So many more for each that came back: five after two, ten after five. */
const STEP = 1.5;

export function firstCallLimit(mostCalls: number): CallLimit {
  return {
    calls: Math.min(FIRST_CALLS, mostCalls),
    isCareful: false,
    silences: 0,
    troubleAt: -Infinity,
  };
}

/** A call came back and had done something. */
export function widenAfterReply(limit: CallLimit, mostCalls: number): CallLimit {
  const step = limit.isCareful ? 1 / (4 * limit.calls) : STEP;
  return { ...limit, calls: Math.min(mostCalls, limit.calls + step), silences: 0 };
}

/** HubSpot locked records because too much was written at once (423): half as many calls. */
export function narrowAfterLock(limit: CallLimit, call: TroubledCall): CallLimit {
  if (isSameTrouble(limit, call)) return limit;
  return { ...limit, calls: Math.max(1, limit.calls / 2), isCareful: true, troubleAt: call.nowMs };
}

/** A call was refused, rejected or came to nothing. Calls that were open together are one trouble, not many. */
export function narrowAfterSilence(limit: CallLimit, call: TroubledCall): CallLimit {
  if (isSameTrouble(limit, call)) return limit;
  return { ...narrowAfterLock(limit, call), silences: limit.silences + 1 };
}

export interface TroubledCall {
  readonly since: number;
  readonly nowMs: number;
}

function isSameTrouble({ troubleAt }: CallLimit, { since }: TroubledCall): boolean {
  return since < troubleAt;
}
