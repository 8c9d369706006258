import { cutToFit } from '../batches/cut-to-fit.ts';
import { sizeOf } from '../batches/make-waves.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { identityOf } from '../records/row-identity.ts';
import type { UnsettledRow } from '../outcomes/settle-answer.ts';
import { settleArchive } from '../outcomes/settle-archive.ts';
import { settleByRead, type ReadVerdict } from '../outcomes/settle-by-read.ts';
import type { KeyReading } from '../plan/key-reading.ts';
import type { PlanPart } from '../plan/plan-part.ts';
import { readKeys, type ReadPorts } from '../plan/read-keys.ts';
import { targetOf } from './apply-answer.ts';
import { recordOutcome, type RunState } from './run-state.ts';
import { batchLimits, type RunSettings } from './settings.ts';
import { makeItem, type PendingRecord } from './work-item.ts';

export interface SettleContext {
  readonly plan: PlanPart;
  readonly ports: ReadPorts;
  readonly settings: RunSettings;
}

/** Reads back every unsettled row: each gets an outcome, or goes into the queue when it is proven unwritten. */
export async function settleUnsettled(state: RunState, context: SettleContext): Promise<void> {
  const rows = state.unsettled;
  state.unsettled = [];
  const readable = rows.filter(({ sent }) => sent.record.key !== null && context.plan.keyProperty !== null);
  for (const row of rows) if (!readable.includes(row)) recordUnreadable(state, row);
  if (readable.length === 0) return;
  if (context.plan.operation === 'archive') await settleArchived(state, readable, context);
  else await settleWritten(state, readable, context);
}

/** Without a key nothing can be looked up: the honest outcome is that nobody knows. */
function recordUnreadable(state: RunState, { sent, because, hint }: UnsettledRow): void {
  const reason = because === 'answer-lost' ? 'no-key-to-read-back' : because;
  recordOutcome(state, { ...identityOf({ ...sent.record }), kind: 'unknown', reason, detail: hint });
}

async function settleWritten(
  state: RunState,
  rows: readonly UnsettledRow[],
  { plan, ports, settings }: SettleContext,
): Promise<void> {
  const names = new Set(rows.flatMap(({ sent }) => Object.keys(sent.record.properties)));
  const known = [...names].filter((name) => plan.properties.has(name));
  const question = { target: plan, keys: keysOf(rows), propertyNames: known, archived: false };
  const { readings: found } = await readKeys(question, ports, settings);
  const judge = (row: UnsettledRow): ReadVerdict =>
    settleByRead(row, answerFor(row, found), targetOf({ plan, state }));
  obeyVerdicts(state, rows, { judge, settings });
}

/** Records what reading settled; what it proved unwritten goes into the queue again, as long as that may help. */
function obeyVerdicts(
  state: RunState,
  rows: readonly UnsettledRow[],
  { judge, settings }: { readonly judge: (row: UnsettledRow) => ReadVerdict; readonly settings: RunSettings },
): void {
  const again: PendingRecord[] = [];
  for (const row of rows) {
    const verdict = judge(row);
    if (verdict.kind === 'settled') {
      recordOutcome(state, verdict.outcome);
      continue;
    }
    const { record, attempt, firstSentAt } = row.sent;
    if (state.stop === null && attempt < settings.maxAttempts * 2) {
      again.push({ record, attempts: attempt, firstSentAt, mayHaveBeenApplied: true });
    } else {
      recordOutcome(state, givenUp(row, verdict, state.stop));
    }
  }
  // Ever smaller batches: a row that makes HubSpot fail must not take its neighbours along each time.
  const maxInputs = Math.min(settings.maxInputsPerBatch, Math.ceil(again.length / 4));
  const limits = { ...batchLimits(settings), maxInputs };
  state.queue.push(...cutToFit(again, ({ record }) => sizeOf(record), limits).map(makeItem));
}

/** Resending ends too. A row that is proven unwritten was, in effect, not sent; of any other nobody knows. */
function givenUp(
  { sent, hint }: UnsettledRow,
  { isProvenUnwritten }: Extract<ReadVerdict, { kind: 'resend' }>,
  stop: RunState['stop'],
): Outcome {
  const identity = identityOf({ ...sent.record });
  if (!isProvenUnwritten) return { ...identity, kind: 'unknown', reason: 'answer-lost', detail: hint };
  return { ...identity, kind: 'not-sent', ...(stop ?? { reason: 'function-unreachable', detail: hint }) };
}

async function settleArchived(
  state: RunState,
  rows: readonly UnsettledRow[],
  { plan, ports, settings }: SettleContext,
): Promise<void> {
  const question = { target: plan, keys: keysOf(rows), propertyNames: [], archived: true };
  const { readings: archived } = await readKeys(question, ports, settings);
  const open = rows.filter((row) => answerFor(row, archived).kind !== 'found');
  const live =
    open.length > 0
      ? (await readKeys({ ...question, keys: keysOf(open), archived: false }, ports, settings)).readings
      : new Map<string, KeyReading>();
  const judge = (row: UnsettledRow): ReadVerdict => {
    const reading = { archived: answerFor(row, archived), live: answerFor(row, live) };
    return settleArchive(row, reading, targetOf({ plan, state }));
  };
  obeyVerdicts(state, rows, { judge, settings });
}

function keysOf(rows: readonly UnsettledRow[]): readonly string[] {
  return [...new Set(rows.map(({ sent }) => sent.record.key ?? ''))];
}

function answerFor(row: UnsettledRow, found: ReadonlyMap<string, KeyReading>): KeyReading {
  return found.get(row.sent.record.key ?? '') ?? { kind: 'unread' };
}
