import { strFromU8 } from 'fflate';
import * as v from 'valibot';
import type { Property } from '../../contract/describe-object-type.ts';
import { decodeWith } from '../../contract/json.ts';
import type { Outcome } from '../../outcomes/outcome.ts';
import { digestPlan } from '../../plan/digest-plan.ts';
import { findSideEffects } from '../../plan/find-side-effects.ts';
import type { Plan, PlannedRow } from '../../plan/plan.ts';
import type { JournalPiece } from '../../contract/run-journal.ts';
import { identityOf } from '../../records/row-identity.ts';
import { amendPlan } from '../amend-plan.ts';
import type { NotedImport } from '../importing/import-ports.ts';
import { outcomeWithoutWrite } from '../outcome-without-write.ts';
import type { JournalFailure, JournalPorts } from './journal-ports.ts';
import { unpackLines } from './pack-lines.ts';
import { plannedRowSchema } from './planned-row-schema.ts';
import { fromRanges } from './slot-ranges.ts';
import { rowLineSchema, type RowLine } from './row-lines.ts';
import { runHeadSchema, type RunHead } from './run-head.ts';

/** Why a journal, or a part of it, cannot be had. */
export type JournalProblem =
  | { readonly kind: 'failed'; readonly failure: JournalFailure }
  | { readonly kind: 'absent' }
  /** It was not written by this product so, or was changed since. */
  | { readonly kind: 'unreadable' };

export type LoadedHead = { readonly kind: 'head'; readonly head: RunHead } | JournalProblem;

/** How far a run had come. */
export interface RunSoFar {
  readonly plan: Plan;
  readonly outcomes: ReadonlyMap<number, Outcome>;
  /** Slots of rows that may have been sent, whether or not their outcome is known. */
  readonly announced: ReadonlySet<number>;
  /** Files that were, or may have been, handed to HubSpot's imports. */
  readonly imports: readonly NotedImport[];
  /** How many pieces of rows there are; the next one comes after them. */
  readonly rowPieces: number;
  /** False where a piece of rows is missing: what it said of rows is not known. */
  readonly isWhole: boolean;
}

export type LoadedRun = { readonly kind: 'run'; readonly run: RunSoFar } | JournalProblem;

export async function loadHead(runId: string, ports: Pick<JournalPorts, 'fetch'>): Promise<LoadedHead> {
  const fetched = await ports.fetch(runId, { kind: 'head' });
  if (fetched.kind !== 'content') return fetched;
  try {
    const decoded = decodeWith(runHeadSchema, JSON.parse(strFromU8(fetched.bytes)));
    const isThisRun = decoded.ok && decoded.value.runId === runId;
    return isThisRun ? { kind: 'head', head: decoded.value } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}

/**
 * The plan and everything noted of a run. `properties` are those of its object type as they are now. The plan must have
 * the digest the head names. A piece of rows that is missing takes nothing away from safety: its rows count as
 * announced, so they are read before anything is sent again, and what was refused before may have been amended since.
 */
export async function loadRun(
  head: RunHead,
  properties: ReadonlyMap<string, Property>,
  ports: Pick<JournalPorts, 'fetch'>,
): Promise<LoadedRun> {
  const rows: PlannedRow[] = [];
  for (let number = 1; number <= head.planPieces; number += 1) {
    const lines = await fetchLines(head.runId, { kind: 'plan', number }, ports);
    if ('kind' in lines) return lines;
    const decoded = decodeWith(v.array(plannedRowSchema), lines);
    if (!decoded.ok) return { kind: 'unreadable' };
    rows.push(...decoded.value);
  }
  const plan = planOf(head, rows, properties);
  if (plan === null) return { kind: 'unreadable' };
  return loadRows(plan, head, ports);
}

function planOf(
  head: RunHead,
  rows: readonly PlannedRow[],
  properties: ReadonlyMap<string, Property>,
): Plan | null {
  const { digest, operation, objectType, apiVersion, keyProperty, columns, associations, readAt } = head;
  const target = { operation, objectType, apiVersion, keyProperty, properties };
  const context = { target, readings: new Map(), associations };
  const said = {
    ...target,
    columns,
    rows,
    duplicates: [],
    associations,
    sideEffects: findSideEffects(rows, context),
    readAt,
    ...(head.isUncompared === true ? { isUncompared: true as const } : {}),
  };
  return digestPlan(said) === digest ? { ...said, digest } : null;
}

async function loadRows(plan: Plan, head: RunHead, ports: Pick<JournalPorts, 'fetch'>): Promise<LoadedRun> {
  const outcomes = new Map<number, Outcome>();
  const announced = new Set<number>();
  const amended = new Map<number, PlannedRow>();
  const imports = new Map<number, NotedImport>();
  const noted = { outcomes, announced, amended, imports };
  let isWhole = true;
  let rowPieces = head.rowPieces;
  // Beyond what the head knows: pieces may have been stored and the head not any more.
  for (let number = 1; number <= Math.max(head.rowPieces, rowPieces) + 1; number += 1) {
    const lines = await fetchLines(head.runId, { kind: 'rows', number }, ports);
    if ('kind' in lines) {
      if (lines.kind === 'failed') return lines;
      isWhole &&= number > head.rowPieces;
      continue;
    }
    rowPieces = Math.max(rowPieces, number);
    const decoded = decodeWith(v.array(rowLineSchema), lines);
    isWhole &&= decoded.ok;
    for (const line of decoded.ok ? decoded.value : []) noteLine(line, noted);
  }
  if (!isWhole) forgetRefusals(plan, { outcomes, announced });
  return {
    kind: 'run',
    run: {
      plan: amendPlan(plan, [...amended.values()]),
      ...{ outcomes, announced, rowPieces, isWhole },
      imports: [...imports.values()],
    },
  };
}

interface NotedRows {
  readonly outcomes: Map<number, Outcome>;
  readonly announced: Set<number>;
  readonly amended: Map<number, PlannedRow>;
  readonly imports: Map<number, NotedImport>;
}

function noteLine(line: RowLine, { outcomes, announced, amended, imports }: NotedRows): void {
  if ('outcome' in line) {
    const { outcome } = line;
    outcomes.set(outcome.slot, outcome);
    // Proven unsent after it was announced: it may be sent as if for the first time.
    if (outcome.kind === 'not-sent') announced.delete(outcome.slot);
  } else if ('announced' in line) {
    for (const slot of line.announced) {
      announced.add(slot);
      if (outcomes.get(slot)?.kind === 'not-sent') outcomes.delete(slot);
    }
  } else if ('importing' in line) {
    const { slice, startedAt } = line.importing;
    const slots = fromRanges(line.importing.slots);
    imports.set(slice, { slice, startedAt, slots, importId: null });
    for (const slot of slots) announced.add(slot);
  } else if ('imported' in line) {
    const { slice, importId } = line.imported;
    const known = imports.get(slice);
    if (importId === null) imports.delete(slice);
    else if (known !== undefined) imports.set(slice, { ...known, importId });
  } else if ('renamed' in line) {
    for (const row of line.renamed) amended.set(row.slot, row);
  } else {
    for (const row of line.amended) {
      amended.set(row.slot, row);
      outcomes.delete(row.slot);
      announced.delete(row.slot);
    }
  }
}

/** The missing piece may say that a row was written after all, when it was sent again: nobody knows until it is read. */
function forgetRefusals(
  { rows }: Plan,
  { outcomes, announced }: Pick<NotedRows, 'outcomes' | 'announced'>,
): void {
  for (const { slot } of rows) announced.add(slot);
  for (const { slot, kind } of outcomes.values()) {
    if (kind === 'rejected' || kind === 'conflict' || kind === 'not-sent') outcomes.delete(slot);
  }
}

async function fetchLines(
  runId: string,
  piece: JournalPiece,
  ports: Pick<JournalPorts, 'fetch'>,
): Promise<readonly unknown[] | JournalProblem> {
  const fetched = await ports.fetch(runId, piece);
  if (fetched.kind !== 'content') return fetched;
  return unpackLines(fetched.bytes) ?? { kind: 'unreadable' };
}

/**
 * Every row's outcome as far as it is known: a row that may have been sent is unknown until the run is taken up, any
 * other was not sent.
 */
export function outcomesSoFar({ plan, outcomes, announced }: RunSoFar): readonly Outcome[] {
  return plan.rows.map((row) => {
    const known = outcomes.get(row.slot) ?? outcomeWithoutWrite(row);
    if (known !== null) return known;
    return announced.has(row.slot)
      ? { ...identityOf(row), kind: 'unknown', reason: 'answer-lost', detail: '' }
      : { ...identityOf(row), kind: 'not-sent', reason: 'stopped', detail: '' };
  });
}
