import type { Fault } from './fault.ts';

interface PlannedFault {
  readonly fault: Fault;
  seen: number;
  struck: number;
}

/** What of a request decides whether a fault strikes it. */
export interface StruckRequest {
  readonly method: string;
  readonly path: string;
  /** Needed only where `looksAtBodies` says so. */
  readonly bodyText: string;
}

/** `/crm/v3/objects/contacts/batch/create`, `/crm/objects/2026-03/contacts/batch/create`, `…/search`. */
const manyRecordsPath =
  /\/objects\/(?:\d{4}-\d{2}\/)?(?<objectType>[^/]+)\/(?:batch\/)?(?<operation>[a-z]+)$/u;

function matches({ match = {} }: Fault, { method, path, bodyText }: StruckRequest): boolean {
  const { objectType, operation } = manyRecordsPath.exec(path)?.groups ?? {};
  return (
    (match.method === undefined || match.method.toUpperCase() === method) &&
    (match.path === undefined || new RegExp(match.path, 'u').test(path)) &&
    (match.objectType === undefined || match.objectType === objectType) &&
    (match.operation === undefined || match.operation === operation) &&
    (match.holds === undefined || bodyText.includes(match.holds))
  );
}

function isDue({ fault: { match = {} }, seen, struck }: PlannedFault): boolean {
  const { nth = 1, times = 1 } = match;
  return seen >= nth && (times === 'all' || struck < times);
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

  get looksAtBodies(): boolean {
    return this.planned.some(({ fault }) => fault.match?.holds !== undefined);
  }

  strike(request: StruckRequest): Fault | undefined {
    const matching = this.planned.filter(({ fault }) => matches(fault, request));
    for (const planned of matching) planned.seen += 1;
    const due = matching.find(isDue);
    if (due !== undefined) due.struck += 1;
    return due?.fault;
  }
}
