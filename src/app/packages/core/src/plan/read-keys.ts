import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { FunctionError } from '../contract/function-error.ts';
import { MAX_IDS_PER_READ, MAX_INPUTS_PER_BATCH } from '../contract/limits.ts';
import type { ReadRecordsReply } from '../contract/read-records.ts';
import type { PacedRead } from '../pace/read-paced.ts';
import { cut } from './cut.ts';
import type { KeyReading, KeyReadings } from './key-reading.ts';
import type { PlanTarget } from './plan.ts';
import { IDENTIFYING_PROPERTIES, sortReply } from './sort-reply.ts';

export interface KeyQuestion {
  readonly target: PlanTarget;
  readonly keys: readonly string[];
  readonly propertyNames: readonly string[];
  /** True asks for archived records only, false for live ones only. */
  readonly archived: boolean;
  /** True asks for the history of the properties too, which HubSpot gives for half as many records a request. */
  readonly withHistory?: boolean;
  /** The key is not unique, so records are searched for. */
  readonly bySearch?: boolean;
}

/** What reading needs of the world. */
export interface ReadPorts {
  /** By way of the pacer: nothing may ask HubSpot without it. */
  readonly readRecords: PacedRead;
  sleep(delayMs: number): Promise<void>;
}

export interface ReadOptions {
  /** Milliseconds of work a function call may do. */
  readonly workMs: number;
  /** Asked before every call: true leaves what is not read yet unread. */
  readonly isStopWanted?: () => boolean;
  /** Told after every call: how many of the keys have been asked for. */
  readonly report?: (askedCount: number) => void;
}

/** How replies are read, and how much is asked for at once. */
export interface ReplyReader<Reading> {
  sort(
    keys: readonly string[],
    reply: Extract<ReadRecordsReply, { ok: true }>,
  ): readonly (readonly [key: string, reading: Reading])[];
  readonly keysPerCall: number;
  readonly callsAtOnce: number;
}

type Unread = { readonly kind: 'unread' };

export interface ReadAll<Reading> {
  /** One reading per key; what nobody answered is `unread`. */
  readonly readings: ReadonlyMap<string, Reading | Unread>;
  /** What the last call that brought nothing said about it; null where every call brought something. */
  readonly failure: ReadFailure | null;
}

export interface ReadKeys extends ReadAll<KeyReading> {
  readonly readings: KeyReadings;
}

export type ReadFailure =
  | { readonly kind: 'said'; readonly error: FunctionError }
  | { readonly kind: 'silent'; readonly message: string };

const KEYS_PER_CALL = MAX_IDS_PER_READ / 2;

/** So many calls wait for the pacer at once; how many are really made is for the pacer to say. */
const CALLS_AT_ONCE = 10;

/** Reads records by the target's key. */
export async function readKeys(
  question: KeyQuestion,
  ports: ReadPorts,
  options: ReadOptions,
): Promise<ReadKeys> {
  return readAll(
    question,
    { ports, options },
    {
      sort: (keys, reply) => sortReply(keys, reply, question.target),
      keysPerCall: KEYS_PER_CALL,
      callsAtOnce: CALLS_AT_ONCE,
    },
  );
}

interface ReadTools {
  readonly ports: ReadPorts;
  readonly options: ReadOptions;
}

/** Reads in as many calls as it takes: one that shows whether it works, then several at once. */
export async function readAll<Reading extends { readonly kind: string }>(
  question: KeyQuestion,
  tools: ReadTools,
  reader: ReplyReader<Reading>,
): Promise<ReadAll<Reading>> {
  const { options } = tools;
  const readings = new Map<string, Reading | Unread>();
  const pieces = cut(question.keys, reader.keysPerCall);
  let failure: ReadFailure | null = null;
  let askedCount = 0;
  let next = 0;
  const readUpTo = async (end: number): Promise<void> => {
    while (next < end && !isFinal(failure) && options.isStopWanted?.() !== true) {
      const keys = pieces[next] ?? [];
      next += 1;
      const read = await readUntilTold({ ...question, keys }, tools, reader);
      for (const [key, reading] of read.readings) readings.set(key, reading);
      failure = read.failure ?? failure;
      askedCount += keys.length;
      options.report?.(askedCount);
    }
  };
  await readUpTo(1);
  await Promise.all(Array.from({ length: reader.callsAtOnce }, () => readUpTo(pieces.length)));
  for (const key of question.keys) if (!readings.has(key)) readings.set(key, { kind: 'unread' });
  return { readings, failure };
}

/** What one call was refused for would meet every other one alike. */
function isFinal(failure: ReadFailure | null): boolean {
  return failure?.kind === 'said' && !failure.error.retryable;
}

const MAX_READS = 4;

/** Reading is safe to repeat: what stays unread is asked again, in ever smaller doses and after a wait. */
async function readUntilTold<Reading extends { readonly kind: string }>(
  question: KeyQuestion,
  { ports, options }: ReadTools,
  reader: ReplyReader<Reading>,
): Promise<ReadAll<Reading>> {
  const readings = new Map<string, Reading | Unread>(question.keys.map((key) => [key, { kind: 'unread' }]));
  let open = question.keys;
  let failure: ReadFailure | null = null;
  for (let attempt = 1; attempt <= MAX_READS && open.length > 0; attempt += 1) {
    if (attempt > 1) await ports.sleep(1000 * 2 ** (attempt - 1));
    failure = null;
    const doses = attempt < 3 ? [open] : cut(open, MAX_INPUTS_PER_BATCH / 4);
    for (const keys of doses) {
      if (options.isStopWanted?.() === true) return { readings, failure };
      const answer = await ask({ ...question, keys }, ports, options);
      if (answer.kind === 'read')
        for (const [key, reading] of reader.sort(keys, answer.reply)) readings.set(key, reading);
      else failure = answer.failure;
      if (isFinal(failure)) return { readings, failure };
    }
    open = open.filter((key) => readings.get(key)?.kind === 'unread');
  }
  return { readings, failure };
}

type Answer =
  | { readonly kind: 'read'; readonly reply: Extract<ReadRecordsReply, { ok: true }> }
  | { readonly kind: 'failed'; readonly failure: ReadFailure };

async function ask(
  { target, keys, propertyNames, archived, withHistory = false, bySearch = false }: KeyQuestion,
  ports: Pick<ReadPorts, 'readRecords'>,
  { workMs }: ReadOptions,
): Promise<Answer> {
  const { keyProperty } = target;
  const extra = IDENTIFYING_PROPERTIES.filter((name) => target.properties.has(name));
  const answer = await ports.readRecords({
    objectType: target.objectType,
    apiVersion: target.apiVersion,
    ...(keyProperty === null || keyProperty === RECORD_ID_PROPERTY ? {} : { idProperty: keyProperty }),
    ids: [...keys],
    properties: [...new Set([...propertyNames, ...extra])],
    ...(withHistory ? { propertiesWithHistory: [...propertyNames] } : {}),
    archived,
    ...(bySearch ? { bySearch } : {}),
    workMs,
  });
  if (answer.kind === 'no-reply')
    return { kind: 'failed', failure: { kind: 'silent', message: answer.message } };
  const { reply } = answer;
  if (!reply.ok) return { kind: 'failed', failure: { kind: 'said', error: reply.error } };
  return { kind: 'read', reply };
}
