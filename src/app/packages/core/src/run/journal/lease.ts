import type { Claimed, RunKeeper } from './journal-ports.ts';

/** So long nobody else gets in after a tab was closed. */
export const LEASE_MS = 60_000;

const RENEWED_AFTER_MS = 20_000;

/** A function call that was begun by then has ended while the lease still holds. */
const TRUSTED_MS = 35_000;

/** Which plan, and who runs it: every session of a run has a name of its own, so that two never share a lease. */
export interface LeaseClaim {
  readonly digest: string;
  readonly holder: string;
}

interface LeaseTools {
  readonly keeper: Pick<RunKeeper, 'claim' | 'release'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export type TakenLease =
  { readonly kind: 'taken'; readonly lease: Lease } | Exclude<Claimed, { kind: 'claimed' }>;

/**
 * The right to run a plan. A tab that slept, or waited for its admin, may have lost it meanwhile, so it is asked before
 * everything that is sent or noted.
 */
export class Lease {
  private renewal: Promise<void> | null = null;
  private lost = false;

  private constructor(
    private readonly claim: LeaseClaim,
    private readonly tools: LeaseTools,
    private renewedAt: number,
  ) {}

  static async take(claim: LeaseClaim, tools: LeaseTools): Promise<TakenLease> {
    // Counted from before the call: the function may have written it at once.
    const askedAt = tools.now();
    const claimed = await tools.keeper.claim(claim.digest, claim.holder);
    return claimed.kind === 'claimed' ? { kind: 'taken', lease: new Lease(claim, tools, askedAt) } : claimed;
  }

  /** Somebody else runs the plan now. It never comes back. */
  get isLost(): boolean {
    return this.lost;
  }

  /** Whether the plan is still ours; renews in passing. Where nobody can say, because files fail, it is. */
  async isOurs(): Promise<boolean> {
    const ageMs = this.tools.now() - this.renewedAt;
    if (ageMs >= RENEWED_AFTER_MS && !this.lost) this.renewal ??= this.renew();
    if (ageMs >= TRUSTED_MS) await this.renewal;
    return !this.lost;
  }

  async release(): Promise<void> {
    if (!this.lost) await this.tools.keeper.release(this.claim.digest, this.claim.holder);
  }

  private async renew(): Promise<void> {
    const { claim, tools } = this;
    const askedAt = tools.now();
    const { kind } = await tools.keeper.claim(claim.digest, claim.holder);
    if (kind === 'claimed') this.renewedAt = askedAt;
    this.lost = kind === 'held';
    this.renewal = null;
  }
}
