import type { RequestReport } from '../contract/batch-answer.ts';
import { estimateForeignUse, type Sighting } from './foreign-use.ts';
import {
  closeRequests,
  countOpen,
  countTaken,
  EMPTY_LEDGER,
  forgetBefore,
  freeAt,
  noteAside,
  openRequests,
  type Aside,
  type Ledger,
  type OpenRequests,
} from './ledger.ts';
import type { PaceSettings } from './pace-settings.ts';
import { cutQuota, moveQuota, type Quota } from './quota.ts';
import type { WaitReason } from './wait-reason.ts';
import { beginVolleys, nextVolleyAt, NO_VOLLEYS, returnOne, type Volleys } from './volleys.ts';
import { LEAST_LIMIT, learnLimit, type WindowLimit } from './window-limit.ts';

export type Room =
  | { readonly kind: 'room'; readonly count: number }
  /** `untilMs` null: until a call comes back. */
  | { readonly kind: 'full'; readonly reason: WaitReason; readonly untilMs: number | null };

/** A request, with its times by the card's clock. */
export interface PlacedRequest extends Pick<RequestReport, 'status' | 'rate'> {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Rather wait so long for a full call than make a small one: each call costs a function. */
const PATIENCE_MS = 500;

/** From this part of the window on, what HubSpot counts beyond our own requests is taken for somebody else's. */
const COMPANY = 0.015;

/** Without news of the window for so long, one request is sent to ask. */
const NEWS_MS = 700;

/** How often to look again at a quota that grows meanwhile. */
const LOOK_AGAIN_MS = 200;

/** More others than these are not expected to be busy at once. */
const MOST_OTHERS = 3;

/** HubSpot's rolling window as one card knows it: its own requests, and what headers tell of all requests together. */
export class ApiWindow {
  private ledger: Ledger = EMPTY_LEDGER;
  private limit: WindowLimit = LEAST_LIMIT;
  private sightings: readonly Sighting[] = [];
  private foreign = 0;
  private companyUntilMs = -Infinity;
  private quota: Quota | null = null;
  private openedAtMs = -Infinity;
  private volleys: Volleys = NO_VOLLEYS;

  constructor(private readonly settings: Pick<PaceSettings, 'headroom' | 'marginMs'>) {}

  /** How many of the wanted requests may be sent now. */
  roomFor(wanted: number, nowMs: number): Room {
    this.look(nowMs);
    const taken = countTaken(this.ledger, nowMs - this.slotMs());
    if (nowMs < this.companyUntilMs) return this.roomBesideOthers(wanted, taken, nowMs);
    this.quota = null;
    const nextAt = nextVolleyAt(this.volleys, { limit: this.limit, taken, nowMs });
    if (nextAt !== null) return { kind: 'full', reason: 'window-full', untilMs: nextAt };
    const share = Math.max(1, Math.floor(this.limit.max * (1 - this.settings.headroom) - this.foreign));
    const fullAt = freeAt(this.ledger, share - wanted, this.slotMs());
    if (share - taken >= wanted) return { kind: 'room', count: wanted };
    if (share - taken < 1) {
      return { kind: 'full', reason: 'window-full', untilMs: freeAt(this.ledger, share - 1, this.slotMs()) };
    }
    if (fullAt !== null && fullAt - nowMs <= PATIENCE_MS) {
      return { kind: 'full', reason: 'window-full', untilMs: fullAt };
    }
    return { kind: 'room', count: share - taken };
  }

  open(requests: OpenRequests): void {
    if (this.openCalls === 0 && this.sightings.length === 0)
      this.volleys = beginVolleys(this.limit, requests.since);
    this.ledger = openRequests(this.ledger, requests);
    this.openedAtMs = requests.since;
  }

  /** What became of open requests. `unknown`: so many more may have arrived up to now. */
  close(
    id: number,
    seen: readonly PlacedRequest[],
    unknown: { readonly count: number; readonly nowMs: number },
  ): void {
    // HubSpot is not known to count a request it refuses for the window. If it does, headers will tell.
    const arrived = seen.filter(({ status }) => status !== 429);
    const isRefused = arrived.length < seen.length;
    const last = Array.from({ length: unknown.count }, () => unknown.nowMs);
    this.ledger = closeRequests(this.ledger, id, [...arrived.map(({ fromMs }) => fromMs), ...last]);
    this.volleys = returnOne(this.volleys, this.openCalls, unknown.nowMs);
    for (const { rate } of seen) this.limit = learnLimit(this.limit, rate);
    this.remember(seen);
    if (isRefused && this.quota !== null) this.quota = cutQuota(this.quota);
  }

  /** Requests beside the calls that are granted here: counted as ours whenever they were within their time. */
  noteAside(aside: Aside): void {
    this.ledger = noteAside(this.ledger, aside);
  }

  get openCalls(): number {
    return this.ledger.open.length;
  }

  /** What others use of the window, while they are taken into account. */
  company(nowMs: number): { readonly foreign: number; readonly max: number } | null {
    return nowMs < this.companyUntilMs ? { foreign: this.foreign, max: this.limit.max } : null;
  }

  private look(nowMs: number): void {
    const { intervalMs, max } = this.limit;
    this.ledger = forgetBefore(this.ledger, nowMs - 3 * intervalMs);
    this.sightings = this.sightings.filter(({ untilMs }) => untilMs > nowMs - intervalMs);
    this.foreign = estimateForeignUse(this.sightings, this.ledger, this.limit);
    if (this.foreign > max * COMPANY) this.companyUntilMs = nowMs + intervalMs;
  }

  private roomBesideOthers(wanted: number, taken: number, nowMs: number): Room {
    const free = this.limit.max - this.foreign - taken - this.expectedOfOthers(taken);
    this.quota = moveQuota(this.quota ?? { slots: taken, atMs: nowMs }, {
      limit: this.limit,
      free,
      taken,
      nowMs,
    });
    const room = Math.floor(this.quota.slots) - taken;
    if (room >= wanted) return { kind: 'room', count: wanted };
    if (room < 1 && free >= 2 && this.lacksNews(nowMs)) return { kind: 'room', count: 1 };
    const fullAt = freeAt(this.ledger, Math.floor(this.quota.slots) - wanted, this.slotMs());
    const isFullSoon = fullAt !== null && fullAt - nowMs <= PATIENCE_MS;
    if (room >= 1 && !isFullSoon && nowMs - this.openedAtMs > PATIENCE_MS)
      return { kind: 'room', count: room };
    const untilMs = Math.min(nowMs + LOOK_AGAIN_MS, Math.max(fullAt ?? Infinity, nowMs + 1));
    return { kind: 'full', reason: 'window-shared', untilMs };
  }

  /** While our own requests are on their way, so are those of others: as many for each of theirs as for each of ours. */
  private expectedOfOthers(taken: number): number {
    const open = countOpen(this.ledger);
    return open * Math.min(MOST_OTHERS, this.foreign / Math.max(1, taken - open));
  }

  private lacksNews(nowMs: number): boolean {
    const lastMs = this.sightings.at(-1)?.untilMs ?? -Infinity;
    return this.ledger.open.length === 0 && nowMs - lastMs > NEWS_MS;
  }

  private remember(seen: readonly PlacedRequest[]): void {
    const told = seen.flatMap(({ rate, fromMs, untilMs }) =>
      rate.remaining === undefined
        ? []
        : [{ taken: Math.max(0, (rate.max ?? this.limit.max) - rate.remaining), fromMs, untilMs }],
    );
    const [first] = told;
    if (first === undefined) return;
    // Requests of one call arrive in any order: the one that met most tells when all had arrived.
    const fullest = told.reduce((one, other) => (other.taken > one.taken ? other : one), first);
    this.sightings = [...this.sightings, fullest].sort((one, other) => one.untilMs - other.untilMs);
  }

  private slotMs(): number {
    return this.limit.intervalMs + this.settings.marginMs;
  }
}
