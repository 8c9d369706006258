import type { Behaviour } from '../emulator/index.ts';
import type { TestPortal } from './test-portal.ts';

export type Finding =
  | { readonly kind: 'settled'; readonly says: string; readonly switches: Partial<Behaviour> }
  /** What HubSpot did, where no switch depends on it. */
  | { readonly kind: 'seen'; readonly says: string }
  | { readonly kind: 'unexpected'; readonly says: string }
  | { readonly kind: 'not-asked'; readonly says: string };

/** One thing about HubSpot that nobody has published, and how to find it out. */
export interface Question {
  readonly name: string;
  readonly asks: string;
  /** The requests, in words. */
  readonly sends: string;
  readonly sets: readonly (keyof Behaviour)[];
  /** Throws `UnexpectedAnswer` where the answer is none of those foreseen. */
  readonly settle: (portal: TestPortal) => Promise<Finding>;
  /** Runs into a limit on purpose, so it is only asked when wanted. */
  readonly reachesLimit?: true;
}

export function settled(says: string, switches: Partial<Behaviour>): Finding {
  return { kind: 'settled', says, switches };
}
