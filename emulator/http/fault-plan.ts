import type { LimitPolicy } from './rate-limit.ts';

export interface FaultMatch {
  /** A regular expression over the path. */
  readonly path?: string;
  readonly method?: string;
  /** The first matching request the fault may strike, counted from 1. */
  readonly nth?: number;
  /** How many requests it strikes from there on; 1 unless told otherwise. */
  readonly times?: number;
}

export type FaultEffect =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: 'html' | 'json' | 'empty';
      readonly retryAfter?: string;
    }
  | { readonly kind: 'rate-limit'; readonly policy: 'ten-secondly' | 'secondly' | 'daily' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'omit-row'; readonly rows?: number }
  | { readonly kind: 'strip-trace-ids' }
  | { readonly kind: 'strip-context' }
  | { readonly kind: 'empty-result' }
  | { readonly kind: 'slow'; readonly delayMs: number };

export type Fault = FaultEffect & {
  readonly match?: FaultMatch;
  /**
   * Whether the write happens all the same. `half-written` writes the first half of the inputs.
   * Effects on a body (`truncate` to `empty-result`) always let the request through.
   */
  readonly when?: 'before-write' | 'after-write' | 'half-written';
};

export const limitPolicies: Readonly<Record<'ten-secondly' | 'secondly' | 'daily', LimitPolicy>> = {
  'ten-secondly': 'TEN_SECONDLY_ROLLING',
  secondly: 'SECONDLY',
  daily: 'DAILY',
};

interface PlannedFault {
  readonly fault: Fault;
  seen: number;
  struck: number;
}

function matches({ match }: Fault, method: string, path: string): boolean {
  if (match?.method !== undefined && match.method.toUpperCase() !== method) return false;
  return match?.path === undefined || new RegExp(match.path, 'u').test(path);
}

/** Which request goes wrong, and how. The first planned fault that is due strikes; one request never meets two. */
export class FaultPlan {
  private readonly planned: PlannedFault[] = [];

  /** Throws a SyntaxError when `match.path` is no regular expression. */
  add(fault: Fault): void {
    new RegExp(fault.match?.path ?? '', 'u');
    this.planned.push({ fault, seen: 0, struck: 0 });
  }

  clear(): void {
    this.planned.length = 0;
  }

  strike(method: string, path: string): Fault | undefined {
    const matching = this.planned.filter(({ fault }) => matches(fault, method, path));
    for (const planned of matching) planned.seen += 1;
    const due = matching.find(
      ({ fault, seen, struck }) => seen >= (fault.match?.nth ?? 1) && struck < (fault.match?.times ?? 1),
    );
    if (due !== undefined) due.struck += 1;
    return due?.fault;
  }
}
