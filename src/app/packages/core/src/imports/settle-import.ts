import type { EntryError } from '../contract/hubspot-error.ts';
import type { ImportError, ImportState } from '../contract/import-records.ts';
import type { RunTarget, SentRecord } from '../outcomes/attempt.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { RejectedValue, Rejection } from '../outcomes/rejection.ts';
import { rejectedOutcome, type UnsettledRow } from '../outcomes/settle-answer.ts';
import { NOT_WRITTEN, settleByRead, type ReadVerdict } from '../outcomes/settle-by-read.ts';
import type { KeyReading } from '../plan/key-reading.ts';
import type { RecordToWrite } from '../plan/plan-part.ts';
import { identityOf } from '../records/row-identity.ts';
import { isSameValue } from '../records/same-value.ts';
import type { ImportLayout } from './import-layout.ts';

/** The states after which an import writes nothing any more. */
export const OVER_STATES = ['DONE', 'FAILED', 'CANCELED', 'REVERTED'] as const;
export type OverState = (typeof OVER_STATES)[number];

export function isOver(state: ImportState): state is OverState {
  return OVER_STATES.some((over) => over === state);
}

/** A record with this identity exists already. */
const CONFLICT_TYPES: ReadonlySet<string> = new Set([
  'CREATE_ONLY_IMPORT',
  'DUPLICATE_UNIQUE_PROPERTY_VALUE',
  'DUPLICATE_UNIQUE_CREATION_KEY',
]);

/** This product's own category: the import that had written the row was taken back in HubSpot. */
export const IMPORT_REVERTED = 'IMPORT_REVERTED';

export interface ImportedRow {
  readonly record: RecordToWrite;
  /** What HubSpot said of this very row. */
  readonly errors: readonly ImportError[];
  readonly state: OverState;
  /** When the run's first file went up, in milliseconds: what was written before is not of this import. */
  readonly startedAt: number;
}

/**
 * What a row can be called before its record is read: HubSpot's no where nothing could be read, else `unknown`, for an
 * import tells of errors only.
 */
export function outcomeUnread(row: ImportedRow, layout: ImportLayout): Outcome {
  const identity = identityOf({ ...row.record });
  const refusal = refusalOf(row, layout);
  if (refusal !== null && !layout.hasKey) return rejectedOutcome(sentOf(row), refusal);
  const reason = layout.hasKey ? 'import-silent' : 'no-key-to-read-back';
  return { ...identity, kind: 'unknown', reason, detail: toldOf(row.errors) };
}

export interface ImportScene {
  readonly layout: ImportLayout;
  readonly target: RunTarget;
}

/**
 * Settles a row by what HubSpot holds now; errors only say why. A row that is written without some of its values is
 * rejected for these, with what stands of it.
 */
export function settleImported(row: ImportedRow, found: KeyReading, scene: ImportScene): Outcome {
  const leftOut = found.kind === 'found' ? leftOutOf(row, found, scene) : null;
  const unsettled: UnsettledRow = {
    sent: sentOf(row),
    because: 'import-silent',
    hint: toldOf(row.errors),
    refusedWith: refusalOf(row, scene.layout),
    ...(leftOut === null ? {} : { leftOut }),
  };
  return obey(settleByRead(unsettled, found, scene.target), row);
}

function obey(verdict: ReadVerdict, row: ImportedRow): Outcome {
  if (verdict.kind === 'settled') return verdict.outcome;
  const identity = identityOf({ ...row.record });
  const detail = toldOf(row.errors);
  if (!verdict.isProvenUnwritten) return { ...identity, kind: 'unknown', reason: 'import-silent', detail };
  switch (row.state) {
    case 'CANCELED':
      return { ...identity, kind: 'not-sent', reason: 'stopped', detail };
    case 'FAILED':
      return { ...identity, kind: 'not-sent', reason: 'import-failed', detail };
    case 'REVERTED':
      return rejectedAs(row, IMPORT_REVERTED);
    case 'DONE':
      return rejectedAs(row, NOT_WRITTEN);
  }
}

function rejectedAs({ record, errors }: ImportedRow, category: string): Outcome {
  const rejection = { category, message: toldOf(errors), values: [], correlationId: null };
  return { ...identityOf({ ...record }), kind: 'rejected', rejection, recordId: null };
}

/** Values HubSpot complained of and does not hold. One it holds all the same was not left out. */
function leftOutOf(
  { record, errors }: ImportedRow,
  { record: stored }: Extract<KeyReading, { kind: 'found' }>,
  { layout, target }: ImportScene,
): Rejection | null {
  const told = new Map<string, RejectedValue>();
  for (const error of errors) {
    const property = propertyOf(error, layout);
    const sent = property === null ? undefined : record.properties[property];
    const mayBeCell = error.reach === 'cell' || error.reach === 'open';
    if (property === null || sent === undefined || property === target.keyProperty || !mayBeCell) continue;
    const described = target.properties.get(property);
    const value = stored.properties[property] ?? '';
    const isHeld = described === undefined ? sent === value : isSameValue(described, sent, value);
    if (!isHeld) told.set(property, { code: error.errorType, property, message: error.message });
  }
  const values = [...told.values()];
  if (values.length === 0) return null;
  return { category: 'VALIDATION_ERROR', message: toldOf(errors), values, correlationId: null };
}

function propertyOf({ columnNumber }: ImportError, { columns }: ImportLayout): string | null {
  return columnNumber === null ? null : (columns[columnNumber]?.property ?? null);
}

/** HubSpot's no to the row, in the form in which batches say it. Cells and associations are no reason for one. */
function refusalOf({ errors }: ImportedRow, layout: ImportLayout): EntryError | null {
  const fatal = errors.filter((error) => refusesRow(error, layout));
  const [first] = fatal;
  if (first === undefined) return null;
  return {
    category: CONFLICT_TYPES.has(first.errorType) ? 'CONFLICT' : first.errorType,
    message: first.message,
    context: {},
    errors: fatal.map((error) => {
      const property = propertyOf(error, layout);
      const context = property === null ? {} : { propertyName: [property] };
      return { code: error.errorType, message: error.message, context };
    }),
  };
}

/** What is open refuses the row only where it is about what names it; reading says whether it did. */
function refusesRow(error: ImportError, layout: ImportLayout): boolean {
  const isAboutKey = layout.hasKey && error.columnNumber === 0;
  return (
    error.reach === 'row' || isAboutKey || (error.reach === 'open' && CONFLICT_TYPES.has(error.errorType))
  );
}

function sentOf({ record, startedAt }: ImportedRow): SentRecord {
  return { record, traceId: '', attempt: 1, firstSentAt: startedAt, mayHaveBeenApplied: false };
}

function toldOf(errors: readonly ImportError[]): string {
  return [...new Set(errors.map(({ message, errorType }) => (message === '' ? errorType : message)))].join(
    ' · ',
  );
}
