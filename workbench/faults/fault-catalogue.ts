import type { Fault, FaultEffect } from '../../emulator/index.ts';
import type { FunctionFault } from '../functions/function-fault.ts';

type When = NonNullable<Fault['when']>;

/** A fault by the name it has in a page's address and in `docs/faults.md`. */
export type CataloguedFault = {
  readonly name: string;
  /** What a person reads in the list. */
  readonly title: string;
} & (
  | { readonly at: 'hubspot'; readonly effect: FaultEffect; readonly when?: When; readonly lasts?: boolean }
  | { readonly at: 'function'; readonly effect: Pick<FunctionFault, 'kind' | 'done'> }
);

const writeScopes = ['contacts', 'companies', 'deals', 'tickets'].map((type) => `crm.objects.${type}.write`);

const moments: Readonly<Record<When, { readonly suffix: string; readonly words: string }>> = {
  'before-write': { suffix: '', words: 'nothing written' },
  'after-write': { suffix: '-after', words: 'all written' },
  'half-written': { suffix: '-half', words: 'half written' },
};

/** A lost answer, once for each moment: before, after or in the middle of the write. */
function lostAnswers(
  { name, title, effect }: { readonly name: string; readonly title: string; readonly effect: FaultEffect },
  ...whens: readonly When[]
): readonly CataloguedFault[] {
  return whens.map((when) => ({
    at: 'hubspot',
    name: `${name}${moments[when].suffix}`,
    title: `${title}, ${moments[when].words}`,
    effect,
    when,
  }));
}

function htmlPage(status: number): FaultEffect {
  return { kind: 'status', status, body: 'html' };
}

const busyPortals: readonly CataloguedFault[] = [
  {
    at: 'hubspot',
    name: '429-ten-secondly',
    title: '429, ten seconds',
    effect: { kind: 'rate-limit', policy: 'ten-secondly' },
  },
  {
    at: 'hubspot',
    name: '429-secondly',
    title: '429, one second',
    effect: { kind: 'rate-limit', policy: 'secondly' },
  },
  {
    at: 'hubspot',
    name: '429-daily',
    title: '429, the day’s limit',
    effect: { kind: 'rate-limit', policy: 'daily' },
  },
  { at: 'hubspot', name: '423', title: '423, locked', effect: { kind: 'status', status: 423 } },
  {
    at: 'hubspot',
    name: '477',
    title: '477, back in 20 seconds',
    effect: { kind: 'status', status: 477, retryAfter: '20' },
  },
  {
    at: 'hubspot',
    name: '477-day',
    title: '477, back in a day',
    effect: { kind: 'status', status: 477, retryAfter: '86400' },
  },
];

const [before, after, half] = ['before-write', 'after-write', 'half-written'] as const;

const losses: readonly CataloguedFault[] = [
  ...lostAnswers({ name: '500', title: '500', effect: { kind: 'status', status: 500 } }, before, after),
  ...lostAnswers({ name: '502', title: '502, HTML', effect: htmlPage(502) }, before, after, half),
  ...lostAnswers({ name: '503', title: '503, HTML', effect: htmlPage(503) }, before),
  ...lostAnswers({ name: '504', title: '504, HTML', effect: htmlPage(504) }, after, half),
  { at: 'hubspot', name: '521', title: '521, server is down', effect: htmlPage(521) },
  ...lostAnswers({ name: '522', title: '522, connection timed out', effect: htmlPage(522) }, before),
  { at: 'hubspot', name: '523', title: '523, server is unreachable', effect: htmlPage(523) },
  ...lostAnswers({ name: '524', title: '524, no answer in time', effect: htmlPage(524) }, after),
  ...lostAnswers(
    { name: 'reset', title: 'connection reset', effect: { kind: 'reset' } },
    ...[before, after, half],
  ),
  ...lostAnswers({ name: 'hang', title: 'no answer at all', effect: { kind: 'hang' } }, before, after),
  {
    at: 'hubspot',
    name: 'outage',
    title: '502 for every write from then on',
    effect: htmlPage(502),
    lasts: true,
  },
];

const brokenBodies: readonly CataloguedFault[] = [
  { at: 'hubspot', name: 'truncated', title: 'truncated JSON', effect: { kind: 'truncate' } },
  { at: 'hubspot', name: 'row-missing', title: '2xx with a row missing', effect: { kind: 'omit-row' } },
  { at: 'hubspot', name: 'no-context', title: '207 without context', effect: { kind: 'strip-context' } },
  { at: 'hubspot', name: 'no-errors', title: '207 with empty errors', effect: { kind: 'empty-errors' } },
  { at: 'hubspot', name: 'no-results', title: '2xx without results', effect: { kind: 'empty-result' } },
];

const refusals: readonly CataloguedFault[] = [
  { at: 'hubspot', name: '415', title: '415, media type', effect: { kind: 'status', status: 415 } },
  {
    at: 'hubspot',
    name: 'bad-json',
    title: '400, invalid input JSON',
    effect: {
      kind: 'status',
      status: 400,
      message: 'Invalid input JSON on line 1, column 2. Some required fields were not set: [inputs]',
    },
  },
  { at: 'hubspot', name: 'token', title: 'token expires', effect: { kind: 'expire-token' } },
  {
    at: 'hubspot',
    name: 'scope',
    title: 'scope is removed',
    effect: { kind: 'revoke-scopes', scopes: writeScopes },
  },
];

const functionFaults: readonly CataloguedFault[] = [
  {
    at: 'function',
    name: 'function-killed',
    title: 'function killed, nothing written',
    effect: { kind: 'killed' },
  },
  {
    at: 'function',
    name: 'function-killed-half',
    title: 'function killed, half of its batches written',
    effect: { kind: 'killed', done: 'half' },
  },
  {
    at: 'function',
    name: 'function-killed-after',
    title: 'function killed, all its batches written',
    effect: { kind: 'killed', done: 'all' },
  },
  {
    at: 'function',
    name: 'function-rejected',
    title: 'function call rejected',
    effect: { kind: 'rejected' },
  },
  {
    at: 'function',
    name: 'function-nonsense',
    title: 'function replies nonsense',
    effect: { kind: 'nonsense', done: 'all' },
  },
  {
    at: 'function',
    name: 'function-413',
    title: 'function call too large, 413',
    effect: { kind: 'too-large' },
  },
];

/** Every fault a page of the workbench can be opened with, and a row each of `docs/faults.md`. */
export const faultCatalogue: readonly CataloguedFault[] = [
  ...busyPortals,
  ...losses,
  ...brokenBodies,
  ...refusals,
  ...functionFaults,
];

export function findFault(name: string): CataloguedFault | undefined {
  return faultCatalogue.find((fault) => fault.name === name);
}

/** The emulator's fault that strikes the nth write; one that lasts strikes all writes from there on. */
export function hubSpotFault(
  { effect, when = 'before-write', lasts = false }: Extract<CataloguedFault, { at: 'hubspot' }>,
  nth: number,
): Fault {
  const path = '/batch/(create|update|upsert|archive)$';
  const match = { path, nth, ...(lasts ? { times: 'all' as const } : {}) };
  return { ...effect, when, match };
}

/** The runner's fault that strikes the nth call that writes. */
export function functionFault(
  { effect }: Extract<CataloguedFault, { at: 'function' }>,
  nth: number,
): FunctionFault {
  return { ...effect, match: { functionName: 'write_records', nth } };
}
