import type { PlannedAssociation } from '../contract/associate-records.ts';
import { abilitiesOf } from '../contract/object-abilities.ts';
import type { DraftRecord } from '../records/draft-record.ts';
import type { NamedRecord } from '../records/named-record.ts';
import { identityOf } from '../records/row-identity.ts';
import type { ColumnPolicies } from '../records/column-policy.ts';
import { finish, type Sliced } from '../slices/sliced.ts';
import { compareRecord } from './compare-record.ts';
import { digestPlanSliced } from './digest-plan.ts';
import type { DuplicateChoices } from './duplicates.ts';
import { findSideEffectsSliced } from './find-side-effects.ts';
import { rowWithHeld, type AssociationReadings } from './held-associations.ts';
import type { KeyReading, KeyReadings } from './key-reading.ts';
import type { NamedReadings } from './named-reading.ts';
import type { LeftOutDraft, Plan, PlannedColumn, PlannedRow, PlanTarget, Values } from './plan.ts';
import { PIECE_ROWS } from './piece-rows.ts';
import { withinLimit, type RecordLimit } from './plan-within.ts';
import { settleDuplicates, type SettledDuplicates } from './settle-duplicates.ts';
import { settleNamed } from './settle-named.ts';
import { planUncompared } from './uncompared.ts';

export interface PlanChoices {
  readonly columns: readonly PlannedColumn[];
  readonly duplicates: DuplicateChoices;
  /** Of every row whose record is there in the end. */
  readonly associations: readonly PlannedAssociation[];
  /** Leaves out a row of which not all named records are found; else it is written without those. */
  readonly needsAllNamed?: boolean;
  /** Rows about other records than these are left out. Absent: all may be touched. */
  readonly limit?: RecordLimit;
}

export interface PlanBasis {
  readonly target: PlanTarget;
  readonly choices: PlanChoices;
  /** What HubSpot holds, by key. A key that was not asked for counts as unread. */
  readonly readings: KeyReadings;
  /** The records that cells name for associations. A name that was not asked for counts as unread. */
  readonly named?: NamedReadings;
  /** What the records that exist are associated with. What was not read counts as still to be made. */
  readonly held?: AssociationReadings;
  /** When it was read, in milliseconds since the epoch. */
  readonly readAt: number;
  /** Plans without what HubSpot holds, where `mayStayUncompared`. */
  readonly isUncompared?: boolean;
  /** Slots of rows about a record that a row of another part of the input writes, with that row's number. */
  readonly writtenElsewhere?: ReadonlyMap<number, number>;
}

/** Says for every draft what will become of it, without writing anything. */
export function makePlan(drafts: readonly DraftRecord[], basis: PlanBasis): Plan {
  return finish(makePlanSliced(drafts, basis));
}

/** The same in slices. */
export function* makePlanSliced(drafts: readonly DraftRecord[], basis: PlanBasis): Sliced<Plan> {
  const { target, choices, readings, readAt, writtenElsewhere } = basis;
  const { columns, associations } = choices;
  const sendable = drafts.filter(
    ({ issues, slot }) => issues.length === 0 && writtenElsewhere?.has(slot) !== true,
  );
  const settled = yield* settleDuplicates(sendable, readings, { target, choices: choices.duplicates });
  const planRow = makeRowPlanner(basis, settled);
  const rows: PlannedRow[] = [];
  for (const draft of drafts) {
    rows.push(planRow(draft));
    if (rows.length % PIECE_ROWS === 0) yield { stage: 'drafting', done: rows.length, total: drafts.length };
  }
  const said = {
    ...target,
    ...{ columns, rows, duplicates: settled.groups, associations },
    sideEffects: yield* findSideEffectsSliced(rows, { target, readings, associations }),
    readAt,
    ...(basis.isUncompared === true ? { isUncompared: true as const } : {}),
  };
  return { ...said, digest: yield* digestPlanSliced(said) };
}

/** Plans one row after the other, each with all that follows from the rows together. */
function makeRowPlanner(
  basis: PlanBasis,
  { groups, propertiesBySlot, namedBySlot }: SettledDuplicates,
): (draft: DraftRecord) => PlannedRow {
  const { choices, held = new Map(), writtenElsewhere } = basis;
  const groupBySlot = new Map(groups.flatMap((group) => group.slots.map((slot) => [slot, group] as const)));
  const planner = makePlanner(basis);
  const tie = makeTier(basis);
  return (draft) => {
    const identity = identityOf(draft);
    if (draft.issues.length > 0) {
      return withDraft({ ...identity, kind: 'blocked', issues: draft.issues }, draft);
    }
    const elsewhere = writtenElsewhere?.get(draft.slot);
    if (elsewhere !== undefined) {
      return { ...identity, kind: 'duplicate', ofRow: elsewhere, choice: choices.duplicates.otherwise };
    }
    const group = groupBySlot.get(draft.slot);
    if (group !== undefined && group.writtenSlot !== draft.slot) {
      const ofRow = group.rowNumbers[group.slots.indexOf(group.writtenSlot)] ?? 0;
      return { ...identity, kind: 'duplicate', ofRow, choice: group.choice };
    }
    const properties = propertiesBySlot.get(draft.slot) ?? draft.properties;
    const named = namedBySlot.get(draft.slot) ?? draft.named ?? [];
    const free = planner(draft, properties);
    const row = choices.limit === undefined ? free : withinLimit(free, choices.limit);
    return rowWithHeld(withDraft(tie(row, named), { properties, named }), choices, held);
  };
}

/** A row that is left out keeps what it would have been, so that it can be mended when the rest is written. */
function withDraft(row: PlannedRow, { properties, named = [] }: LeftOutDraft): PlannedRow {
  const isLeftOut = row.kind === 'blocked' || row.kind === 'missing' || row.kind === 'unread';
  return isLeftOut ? { ...row, draft: { properties, ...(named.length === 0 ? {} : { named }) } } : row;
}

/** Gives a planned row its associations, or leaves it out where it cannot be without one that is not found. */
function makeTier({ target, choices, named: readings = new Map() }: PlanBasis) {
  const needed = target.operation === 'create' ? requiredTypes(target.objectType) : [];
  return (row: PlannedRow, named: readonly NamedRecord[]): PlannedRow => {
    const isKept = row.kind === 'create' || row.kind === 'update' || row.kind === 'unchanged';
    if (named.length === 0 || !isKept) return row;
    const ties = settleNamed(named, readings);
    const { associations = [], unresolved = [] } = ties;
    const isOfNeeded = ({ toObjectType }: { readonly toObjectType: string }) => needed.includes(toObjectType);
    const lacksNeeded =
      unresolved.some(isOfNeeded) && ![...choices.associations, ...associations].some(isOfNeeded);
    const isLeftOut = unresolved.length > 0 && (lacksNeeded || choices.needsAllNamed === true);
    if (!isLeftOut) return { ...row, ...ties };
    return { ...identityOf(row), kind: 'blocked', issues: unresolved.flatMap(({ issue }) => issue ?? []) };
  };
}

function requiredTypes(objectType: string): readonly string[] {
  return abilitiesOf(objectType)?.requiredAssociations ?? [];
}

type Planner = (draft: DraftRecord, properties: Values) => PlannedRow;

function makePlanner({ target, choices, readings, isUncompared }: PlanBasis): Planner {
  const policies: ColumnPolicies = new Map(choices.columns.map(({ property, policy }) => [property, policy]));
  return (draft, properties) => {
    if (draft.key === null) return { ...identityOf(draft), kind: 'create', properties };
    if (isUncompared === true) return planUncompared({ ...draft, properties }, target);
    const reading = readings.get(draft.key) ?? { kind: 'unread' };
    const row = { identity: identityOf(draft), properties };
    return target.operation === 'create'
      ? planCreate(row, reading, target.keyProperty ?? '')
      : planWrite(row, reading, { target, policies });
  };
}

interface RowToPlan {
  readonly identity: ReturnType<typeof identityOf>;
  readonly properties: Values;
}

function planCreate({ identity, properties }: RowToPlan, reading: KeyReading, property: string): PlannedRow {
  switch (reading.kind) {
    case 'found':
    case 'merged': {
      const issue = { code: 'record-exists', property, recordId: reading.record.id } as const;
      return { ...identity, kind: 'blocked', issues: [issue] };
    }
    case 'missing':
      return { ...identity, kind: 'create', properties };
    case 'unread':
      return { ...identity, kind: 'unread' };
  }
}

function planWrite(
  { identity, properties }: RowToPlan,
  reading: KeyReading,
  context: { readonly target: PlanTarget; readonly policies: ColumnPolicies },
): PlannedRow {
  const { operation } = context.target;
  switch (reading.kind) {
    case 'missing':
      return operation === 'upsert'
        ? { ...identity, kind: 'create', properties }
        : { ...identity, kind: 'missing' };
    case 'unread':
      return { ...identity, kind: 'unread' };
    case 'merged': {
      const issue = { code: 'record-merged', into: reading.record.id } as const;
      return { ...identity, kind: 'blocked', issues: [issue] };
    }
    case 'found': {
      const recordId = reading.record.id;
      if (operation === 'archive') return { ...identity, kind: 'archive', recordId };
      const compared = compareRecord(properties, reading.record, context);
      if (Object.keys(compared.properties).length === 0) {
        return { ...identity, kind: 'unchanged', recordId, kept: compared.kept };
      }
      return { ...identity, kind: 'update', recordId, ...compared };
    }
  }
}
