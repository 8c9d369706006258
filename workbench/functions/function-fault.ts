import * as v from 'valibot';

/** A call of a function that goes wrong outside the function's own code. */
export interface FunctionFault {
  /**
   * `killed`: HubSpot ends the call at its time limit. `rejected`: HubSpot answers 500 for the function.
   * `nonsense`: the reply is JSON of another shape. `too-large`: 413, as for parameters over HubSpot's limit.
   */
  readonly kind: 'killed' | 'rejected' | 'nonsense' | 'too-large';
  /** How much of its work the function does before, nothing unless told otherwise; half is what `firstHalf` leaves. */
  readonly done?: 'nothing' | 'half' | 'all';
  readonly match?: FunctionFaultMatch;
}

export interface FunctionFaultMatch {
  readonly functionName?: string;
  /** The first matching call the fault strikes, counted from 1. */
  readonly nth?: number;
  /** How many calls it strikes from there on; 1 unless told otherwise. */
  readonly times?: number | 'all';
}

interface PlannedFault {
  readonly fault: FunctionFault;
  seen: number;
  struck: number;
}

/** Which call goes wrong, and how. The first planned fault that is due strikes; one call never meets two. */
export class FunctionFaultPlan {
  private readonly planned: PlannedFault[] = [];

  add(fault: FunctionFault): void {
    this.planned.push({ fault, seen: 0, struck: 0 });
  }

  clear(): void {
    this.planned.length = 0;
  }

  strike(functionName: string): FunctionFault | undefined {
    const matching = this.planned.filter(
      ({ fault: { match } }) => match?.functionName === undefined || match.functionName === functionName,
    );
    for (const planned of matching) planned.seen += 1;
    const due = matching.find(({ fault: { match }, seen, struck }) => {
      const { nth = 1, times = 1 } = match ?? {};
      return seen >= nth && (times === 'all' || struck < times);
    });
    if (due !== undefined) due.struck += 1;
    return due?.fault;
  }
}

/**
 * Parameters with the first half of their longest list: what a function that works through it has done when it is
 * killed half-way. Of a list of one, all. A value without a list stays as it is.
 */
export function firstHalf(parameters: unknown): unknown {
  const fields = v.safeParse(v.record(v.string(), v.unknown()), parameters);
  if (!fields.success) return parameters;
  const lists = Object.entries(fields.output).flatMap(([name, value]) =>
    v.is(v.array(v.unknown()), value) ? [{ name, list: value }] : [],
  );
  const [longest] = lists.sort((one, other) => other.list.length - one.list.length);
  if (longest === undefined) return parameters;
  const half = longest.list.slice(0, Math.ceil(longest.list.length / 2));
  return { ...fields.output, [longest.name]: half };
}
