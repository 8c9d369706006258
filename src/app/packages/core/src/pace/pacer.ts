import type { RequestReport } from '../contract/batch-answer.ts';
import { batchesInTime, learnAnswerTime, type AnswerTime } from './answer-time.ts';
import { ApiWindow, type PlacedRequest } from './api-window.ts';
import {
  firstCallLimit,
  narrowAfterLock,
  narrowAfterSilence,
  widenAfterReply,
  type CallLimit,
} from './call-limit.ts';
import { isSpent, learnBudget, type DailyBudget } from './daily-budget.ts';
import { nextDayAt } from './next-day-at.ts';
import type { PaceSettings } from './pace-settings.ts';
import type { WaitReason } from './wait-reason.ts';

/** The right to let one function call send so many requests. Hand it back with `settle`, whatever comes of it. */
export interface Permit {
  readonly id: number;
  readonly requests: number;
  readonly since: number;
}

export interface Pause {
  readonly reason: WaitReason;
  readonly untilMs: number;
}

export type Grant =
  | { readonly kind: 'go'; readonly permit: Permit }
  /** `untilMs` null: ask again when a call has come back. */
  | { readonly kind: 'wait'; readonly reason: WaitReason | null; readonly untilMs: number | null };

/** What came of a call: what its requests met, or nothing (rejected, timed out, nothing sent). */
export type CallReport =
  | {
      readonly kind: 'told';
      readonly requests: readonly RequestReport[];
      /** So many more may have been sent, but the reply does not mention them. */
      readonly unknownRequests: number;
    }
  | { readonly kind: 'silent' };

export interface PacePorts {
  /** Milliseconds since the epoch. */
  now(): number;
  /** From 0 to below 1. Cards that began together must not go on in step. */
  random(): number;
}

const FIRST_SILENCE_MS = 500;
const LONGEST_SILENCE_MS = 16_000;

/** A pause becomes longer by up to a quarter, but by no more than this. */
const MOST_JITTER_MS = 30_000;

/**
 * Says when how many requests may be sent, so that this card stays below HubSpot's limits and leaves room to others
 * (law 12). One per card: whatever calls HubSpot through a function asks here first and tells here what came of it.
 */
export class Pacer {
  private readonly window: ApiWindow;
  private callLimit: CallLimit;
  private answerTime: AnswerTime | null = null;
  private budget: DailyBudget | null = null;
  private paused: Pause | null = null;
  private lastId = 0;
  private settling = signal();

  constructor(
    private readonly ports: PacePorts,
    private readonly settings: PaceSettings,
  ) {
    this.window = new ApiWindow(settings);
    this.callLimit = firstCallLimit(settings.callsInFlight);
  }

  /** May so many requests be sent now, in one call? Grants from one to `wanted`, or says when to ask again. */
  ask(wanted: number): Grant {
    const nowMs = this.ports.now();
    if (isSpent(this.budget, this.settings.dailyHeadroom, nowMs)) this.pauseForTheDay();
    const pause = this.pause;
    if (pause !== null) return { kind: 'wait', ...pause };
    if (this.window.openCalls >= Math.floor(this.callLimit.calls)) {
      return { kind: 'wait', reason: null, untilMs: null };
    }
    const room = this.window.roomFor(Math.min(wanted, this.requestsPerCall), nowMs);
    if (room.kind === 'full') return { ...room, kind: 'wait' };
    this.lastId += 1;
    const permit = { id: this.lastId, requests: room.count, since: nowMs };
    this.window.open({ id: permit.id, count: permit.requests, since: nowMs });
    return { kind: 'go', permit };
  }

  settle(permit: Permit, report: CallReport): void {
    const nowMs = this.ports.now();
    this.settling.give();
    this.settling = signal();
    if (report.kind === 'silent') {
      this.window.close(permit.id, [], { count: permit.requests, nowMs });
      this.slowDown(permit, nowMs);
      return;
    }
    const { requests, unknownRequests } = report;
    const seen = placeInTime(requests, { permit, nowMs });
    this.window.close(permit.id, seen, { count: unknownRequests, nowMs });
    const rates = requests.map(({ rate }) => rate);
    this.budget = learnBudget(this.budget, rates, { nowMs, timeZone: this.settings.timeZone });
    this.answerTime = requests.reduce<AnswerTime | null>(
      (known, { sentAt, receivedAt }) => learnAnswerTime(known, receivedAt - sentAt),
      this.answerTime,
    );
    this.callLimit = requests.some(({ status }) => status === 423)
      ? narrowAfterLock(this.callLimit, { since: permit.since, nowMs })
      : widenAfterReply(this.callLimit, this.settings.callsInFlight);
  }

  /**
   * A function call that asks nobody's leave and tells only how many requests it made: the journal's. They count as ours,
   * or a run would make way for its own journal. Call what is given back with their number.
   */
  beginAside(expected: number): (requests: number) => void {
    this.lastId += 1;
    const begun = { id: this.lastId, count: expected, since: this.ports.now(), untilMs: Infinity };
    this.window.noteAside(begun);
    return (count) => {
      this.window.noteAside({ ...begun, count, untilMs: this.ports.now() });
    };
  }

  /** Comes when the next call is settled, whoever made it. */
  get nextSettled(): Promise<void> {
    return this.settling.given;
  }

  /** Nothing is granted for so long, by whatever HubSpot said. */
  pauseFor(reason: WaitReason, delayMs: number): void {
    const jitterMs = Math.min(delayMs / 4, MOST_JITTER_MS) * this.ports.random();
    const untilMs = this.ports.now() + delayMs + jitterMs;
    if (this.paused === null || untilMs > this.paused.untilMs) this.paused = { reason, untilMs };
  }

  /** HubSpot's daily limit is used up, or what is left of it is kept for others. */
  pauseForTheDay(): void {
    if (this.pause?.reason === 'daily-limit') return;
    const nowMs = this.ports.now();
    // What the headers told belongs to this day; the next one begins with a request that asks.
    this.budget = null;
    this.pauseFor('daily-limit', nextDayAt(nowMs, this.settings.timeZone) - nowMs);
  }

  get pause(): Pause | null {
    return this.paused !== null && this.paused.untilMs > this.ports.now() ? this.paused : null;
  }

  /** What others use of HubSpot's window, while we make way for them. */
  get company(): { readonly foreign: number; readonly max: number } | null {
    return this.window.company(this.ports.now());
  }

  /** Most requests one call may carry just now, so that it ends within its time. */
  get requestsPerCall(): number {
    const { workMs, batchesPerCall } = this.settings;
    return batchesInTime(this.answerTime, { workMs, most: batchesPerCall });
  }

  private slowDown({ since }: Permit, nowMs: number): void {
    const before = this.callLimit;
    this.callLimit = narrowAfterSilence(before, { since, nowMs });
    if (this.callLimit === before) return;
    const delayMs = FIRST_SILENCE_MS * 2 ** (this.callLimit.silences - 1);
    this.pauseFor('functions-refused', Math.min(delayMs, LONGEST_SILENCE_MS));
  }
}

interface Signal {
  readonly given: Promise<void>;
  readonly give: () => void;
}

function signal(): Signal {
  let give: Signal['give'] = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/**
 * A function's clock is not ours, so only its differences count: back from the moment its reply came. The way of the
 * reply makes requests look later than they were, never earlier.
 */
function placeInTime(
  requests: readonly RequestReport[],
  { permit, nowMs }: { readonly permit: Permit; readonly nowMs: number },
): readonly PlacedRequest[] {
  const endedAt = Math.max(...requests.map(({ receivedAt }) => receivedAt));
  const toOurs = (theirs: number): number =>
    Math.min(nowMs, Math.max(permit.since, nowMs - (endedAt - theirs)));
  return requests.map(({ sentAt, receivedAt, status, rate }) => ({
    status,
    rate,
    fromMs: toOurs(sentAt),
    untilMs: toOurs(receivedAt),
  }));
}
