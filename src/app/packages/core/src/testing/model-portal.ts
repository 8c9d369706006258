import type { BatchAnswer } from '../contract/batch-answer.ts';
import { batchBodySchema, resultRecordSchema, type ResultRecord } from '../contract/batch-body.ts';
import { decodeWith } from '../contract/json.ts';
import type { ReadRecordsQuestion, ReadRecordsReply } from '../contract/read-records.ts';
import type { WriteInput, WriteRecordsReply, WriteRecordsRequest } from '../contract/write-records.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import type { RunPorts, RunProgress } from '../run/ports.ts';
import { formatAnswer, formatRecord, type InputFate } from './model-answer.ts';
import { ModelStore } from './model-store.ts';
import { FINE_BATCH, type BatchWeather, type CallWeather, type ReadWeather } from './weather.ts';

/** What happens, in the order of requests; after its end, and where a list is missing, all is fine. */
export interface Forecast {
  readonly batches?: readonly BatchWeather[];
  readonly calls?: readonly CallWeather[];
  readonly reads?: readonly ReadWeather[];
  /** Weather of every further batch instead of a fine one. */
  readonly thenAlways?: BatchWeather;
  /** By how much HubSpot's clock is ahead of ours. */
  readonly clockSkewMs?: number;
}

const MAX_CALLS = 5000;
const LATENCY_MS = 300;

/** A small HubSpot behind the ports of a run, with functions in between, scripted and on a virtual clock. */
export class ModelPortal implements RunPorts {
  readonly store: ModelStore;
  readonly writeRequests: WriteRecordsRequest[] = [];
  readonly reports: RunProgress[] = [];
  readCalls = 0;
  private timeMs = Date.UTC(2026, 10, 22, 9);
  private batchCount = 0;
  private late: readonly WriteInput[] = [];

  constructor(private readonly forecast: Forecast = {}) {
    this.store = new ModelStore(() => this.timeMs + (forecast.clockSkewMs ?? 0));
  }

  now(): number {
    return this.timeMs;
  }

  random(): number {
    return 0.5;
  }

  sleep(delayMs: number): Promise<void> {
    this.timeMs += delayMs;
    return Promise.resolve();
  }

  report(progress: RunProgress): void {
    this.reports.push(progress);
  }

  async writeRecords(request: WriteRecordsRequest): Promise<FunctionAnswer<WriteRecordsReply>> {
    this.writeRequests.push(request);
    this.countCall();
    const weather = this.forecast.calls?.[this.writeRequests.length - 1] ?? { kind: 'fine' };
    await Promise.resolve();
    if ('when' in weather && weather.when === 'before') return brokenReply(weather);
    const batches = request.batches.map((batch) => ({
      batchId: batch.batchId,
      answer: this.answerBatch(request, batch.inputs),
    }));
    this.timeMs += LATENCY_MS;
    switch (weather.kind) {
      case 'fine':
        return { kind: 'reply', reply: { ok: true, batches } };
      case 'leaves-batch-out':
        return { kind: 'reply', reply: { ok: true, batches: batches.slice(1) } };
      case 'wrong-batch-ids':
        return {
          kind: 'reply',
          reply: { ok: true, batches: batches.map((batch) => ({ ...batch, batchId: 'x' })) },
        };
      case 'no-reply':
      case 'failure':
        return brokenReply(weather);
    }
  }

  async readRecords(request: ReadRecordsQuestion): Promise<FunctionAnswer<ReadRecordsReply>> {
    const weather = this.forecast.reads?.[this.readCalls] ?? 'fine';
    this.readCalls += 1;
    this.countCall();
    this.timeMs += LATENCY_MS;
    await Promise.resolve();
    if (weather === 'no-reply') return { kind: 'no-reply', message: 'the function timed out' };
    if (weather === 'failure') return failure('unavailable');
    const asked =
      weather === 'reads-half' ? request.ids.slice(0, Math.ceil(request.ids.length / 2)) : request.ids;
    const found = new Map(asked.map((id) => [id, this.findForReading(request, id)]));
    const records = [...new Set(found.values())].filter((record) => record !== null);
    return {
      kind: 'reply',
      reply: {
        ok: true,
        records,
        missingIds: asked.filter((id) => found.get(id) === null),
        unreadIds: request.ids.filter((id) => !asked.includes(id)),
        requests: [{ sentAt: this.timeMs - LATENCY_MS, receivedAt: this.timeMs, status: 200, rate: {} }],
      },
    };
  }

  private findForReading(request: ReadRecordsQuestion, id: string): ResultRecord | null {
    const record = this.store.find(request.idProperty, id) ?? this.store.findWinner(id);
    if (!record || (record.archivedAt !== null) !== request.archived) return null;
    const decoded = decodeWith(resultRecordSchema, formatRecord(record));
    return decoded.ok ? decoded.value : null;
  }

  /** The run must end: a bug that goes round in circles becomes a failure instead of a hang. */
  private countCall(): void {
    if (this.writeRequests.length + this.readCalls > MAX_CALLS) throw new Error('The run does not end');
  }

  private answerBatch(request: WriteRecordsRequest, inputs: readonly WriteInput[]): BatchAnswer {
    const weather = this.forecast.batches?.[this.batchCount] ?? this.forecast.thenAlways ?? FINE_BATCH;
    this.batchCount += 1;
    if (weather.kind !== 'not-sent') this.writeLate(request, inputs);
    const when = { sentAt: this.timeMs, receivedAt: this.timeMs + LATENCY_MS, rate: {} };
    switch (weather.kind) {
      case 'not-sent':
        return { kind: 'not-sent', reason: 'deadline' };
      case 'refused':
        return { kind: 'refused', status: weather.status, error: wholeError('No.'), ...when };
      case 'lost': {
        if (weather.written === 'late') this.late = [...this.late, ...inputs];
        const share = { nothing: 0, half: 0.5, all: 1, late: 0 }[weather.written];
        this.writeInputs(request, inputs.slice(0, Math.floor(inputs.length * share)));
        return { kind: 'no-answer', cause: weather.cause, message: 'lost', ...when };
      }
      case 'answered':
        return this.answerWell(request, inputs, weather);
    }
  }

  private answerWell(
    request: WriteRecordsRequest,
    inputs: readonly WriteInput[],
    weather: Extract<BatchWeather, { kind: 'answered' }>,
  ): BatchAnswer {
    const when = { sentAt: this.timeMs, receivedAt: this.timeMs + LATENCY_MS, rate: {} };
    const duplicates = findDuplicates(inputs);
    if (duplicates.length > 0) {
      const message = `Duplicate IDs found in batch input: [${duplicates.join(', ')}]. IDs must be unique`;
      return {
        kind: 'refused',
        status: 400,
        error: { ...wholeError(message), context: { ids: duplicates } },
        ...when,
      };
    }
    if (weather.refusal === 'whole') {
      const errors = inputs.flatMap((input) => this.store.judge(request.operation, input) ?? []);
      const [first] = errors;
      const status = errors.some(({ category }) => category === 'CONFLICT') ? 409 : 400;
      // Missing ids never refuse a whole request: HubSpot answers 207 even without trace ids.
      if (first && first.category !== 'OBJECT_NOT_FOUND') {
        return {
          kind: 'refused',
          status,
          error: { ...wholeError(first.message), category: first.category },
          ...when,
        };
      }
    }
    const written = inputs.slice(0, inputs.length - weather.droppedRows);
    const fates = this.writeInputs(request, written);
    if (request.operation === 'archive') return { kind: 'accepted', status: 204, ...when };
    const body = decodeWith(batchBodySchema, formatAnswer(fates, weather));
    if (!body.ok) throw new Error(`The model speaks nonsense: ${body.problems.join(' ')}`);
    return { kind: 'answered', status: body.value.errors.length > 0 ? 207 : 200, body: body.value, ...when };
  }

  private writeLate(request: WriteRecordsRequest, inputs: readonly WriteInput[]): void {
    const slots = new Set(inputs.map(slotOf));
    const due = this.late.filter((input) => slots.has(slotOf(input)));
    this.late = this.late.filter((input) => !due.includes(input));
    this.writeInputs(request, due);
  }

  private writeInputs(request: WriteRecordsRequest, inputs: readonly WriteInput[]): readonly InputFate[] {
    return inputs.map((input) => ({ input, applied: this.store.apply(request.operation, input) }));
  }
}

/** Trace ids are run, slot and attempt. */
function slotOf({ objectWriteTraceId }: WriteInput): string | undefined {
  return objectWriteTraceId.split('-')[1];
}

function findDuplicates(inputs: readonly WriteInput[]): string[] {
  const ids = inputs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function wholeError(message: string): Extract<BatchAnswer, { kind: 'refused' }>['error'] {
  return { message, context: {}, errors: [] };
}

function brokenReply(
  weather: Extract<CallWeather, { readonly when: string }>,
): FunctionAnswer<WriteRecordsReply> {
  return weather.kind === 'no-reply'
    ? { kind: 'no-reply', message: 'the function timed out' }
    : failure(weather.code);
}

function failure(code: 'internal' | 'unavailable'): {
  readonly kind: 'reply';
  readonly reply: Extract<WriteRecordsReply, { ok: false }>;
} {
  return { kind: 'reply', reply: { ok: false, error: { code, message: code, retryable: true, scopes: [] } } };
}
