import type { ResultRecord } from '../contract/batch-body.ts';
import type { Property } from '../contract/describe-object-type.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { valueAfter } from '../plan/appended-options.ts';
import { movesBackwards } from '../plan/compare-record.ts';
import type { KeyReading } from '../plan/key-reading.ts';
import type { KeptCell, PlannedRow } from '../plan/plan.ts';
import type { RecordIssue } from '../records/draft-record.ts';
import type { RowIdentity } from '../records/row-identity.ts';
import { isSameValue } from '../records/same-value.ts';

export interface RowToUndo {
  readonly planned: PlannedRow;
  readonly outcome: Outcome;
  readonly recordId: string;
}

/** What becomes of a row, without its place in the plan. */
export type Fate = PlannedRow extends infer Row
  ? Row extends unknown
    ? Omit<Row, keyof RowIdentity>
    : never
  : never;

type Properties = ReadonlyMap<string, Property>;
type WhyKept = Extract<RecordIssue, { code: 'not-undone' }>['why'];

/** How one row is taken back, or why it is not. */
export function undoRow(row: RowToUndo, reading: KeyReading, properties: Properties): Fate {
  const { planned, outcome } = row;
  // HubSpot's API cannot bring an archived record back.
  if (outcome.kind === 'archived' || planned.kind === 'archive') return keep('archived');
  switch (reading.kind) {
    case 'unread':
      return { kind: 'unread' };
    case 'missing':
    case 'merged':
      return keep('gone');
    case 'found':
      if (outcome.kind === 'created') return undoCreate(row, reading.record, properties);
      return planned.kind === 'update'
        ? undoUpdate({ ...row, planned }, reading.record, properties)
        : keep('no-earlier-value');
  }
}

function keep(why: WhyKept): Fate {
  return { kind: 'blocked', issues: [{ code: 'not-undone', why }] };
}

/** HubSpot's time stamps of one write differ by less. */
const CLOCK_STEP_MS = 5_000;

/** HubSpot computes properties of a new record for a while after it was made. */
const SETTLING_MS = 60_000;

function undoCreate(
  { planned, outcome, recordId }: RowToUndo,
  record: ResultRecord,
  properties: Properties,
): Fate {
  const sent = planned.kind === 'create' ? planned.properties : {};
  const isAsWritten = Object.entries(sent).every(([name, value]) =>
    isStill(writtenValue({ name, value, held: '', outcome }, properties), { name, record, properties }),
  );
  return isAsWritten && !wasTouchedLater(record, outcome)
    ? { kind: 'archive', recordId }
    : keep('touched-since');
}

function wasTouchedLater({ updatedAt }: ResultRecord, outcome: Outcome): boolean {
  const writtenAt = 'evidence' in outcome ? outcome.updatedAt : null;
  if (updatedAt === undefined || writtenAt === null) return true;
  return Date.parse(updatedAt) > Date.parse(writtenAt) + SETTLING_MS;
}

function undoUpdate(
  { planned, outcome, recordId }: RowToUndo & { readonly planned: Extract<PlannedRow, { kind: 'update' }> },
  record: ResultRecord,
  properties: Properties,
): Fate {
  const restored: Record<string, string> = {};
  const before: Record<string, string> = {};
  const kept: KeptCell[] = [];
  const leftAlone = 'evidence' in outcome ? outcome.changedSince : [];
  // Nobody had read the record: to blank its values would be no way back.
  if (!Object.keys(planned.properties).some((name) => name in planned.before)) {
    return keep('no-earlier-value');
  }
  for (const [name, value] of Object.entries(planned.properties)) {
    if (leftAlone.includes(name)) continue;
    const earlier = planned.before[name] ?? '';
    const now = record.properties[name] ?? '';
    const written = writtenValue({ name, value, held: earlier, outcome }, properties);
    const property = properties.get(name);
    if (isSame(property, earlier, now)) continue;
    const isOurs = isSame(property, written, now) && !wasWrittenLater(name, record, outcome);
    if (!isOurs) kept.push({ property: name, wanted: earlier, reason: 'changed-since' });
    else if (property !== undefined && movesBackwards(property, { held: now, value: earlier }))
      kept.push({ property: name, wanted: earlier, reason: 'moves-backwards' });
    else {
      restored[name] = earlier;
      before[name] = now;
    }
  }
  if (Object.keys(restored).length > 0)
    return { kind: 'update', recordId, properties: restored, before, kept };
  return kept.length > 0 ? keep('changed-since') : { kind: 'unchanged', recordId, kept };
}

/**
 * Whether somebody wrote the same value again after the run: HubSpot's history then names a person, or a later moment,
 * where it was read along.
 */
function wasWrittenLater(name: string, { propertiesWithHistory }: ResultRecord, outcome: Outcome): boolean {
  const [latest] = propertiesWithHistory?.[name] ?? [];
  const writtenAt = 'evidence' in outcome ? outcome.updatedAt : null;
  if (latest === undefined || writtenAt === null) return false;
  const isByApp = latest.sourceType === undefined || latest.sourceType === 'INTEGRATION';
  return !isByApp || Date.parse(latest.timestamp) > Date.parse(writtenAt) + CLOCK_STEP_MS;
}

/** What HubSpot stored for a cell: as sent, unless its answer showed something else. */
function writtenValue(
  cell: { readonly name: string; readonly value: string; readonly held: string; readonly outcome: Outcome },
  properties: Properties,
): string {
  const { name, value, held, outcome } = cell;
  const differences = 'evidence' in outcome ? outcome.differences : [];
  const stored = differences.find(({ property }) => property === name)?.stored;
  return stored ?? valueAfter(properties.get(name), value, held);
}

function isStill(
  written: string,
  {
    name,
    record,
    properties,
  }: { readonly name: string; readonly record: ResultRecord; readonly properties: Properties },
): boolean {
  return isSame(properties.get(name), written, record.properties[name] ?? '');
}

function isSame(property: Property | undefined, one: string, other: string): boolean {
  return property === undefined ? one === other : isSameValue(property, one, other);
}
