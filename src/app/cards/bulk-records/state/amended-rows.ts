import {
  conflictsToFind,
  conflictsToUpdate,
  draftsOfExisting,
  mendRows,
  namesOfRenamed,
  namesToRead,
  pacedReads,
  planExisting,
  planMended,
  planRenamed,
  propertiesToUpdate,
  readCurrent,
  readKeys,
  readNamed,
  RECORD_ID_PROPERTY,
  renameRows,
  repairRows,
  unreadRows,
  updateInstead,
  withFoundRecords,
  type DraftRecord,
  type EndedRun,
  type KeyReadings,
  type MendedReadings,
  type PlannedRow,
  type PlanTarget,
} from '@bulk-records/core';
import type { RetryScene } from './retry-scene.ts';
import type { FinishedRun } from './run-repairs.ts';

type AmendScene = Pick<RetryScene, 'options' | 'current'>;

/** The rows that are fixed, planned anew, held against what HubSpot holds now where that was never read. */
export async function amendedRows(scene: AmendScene, run: FinishedRun): Promise<readonly PlannedRow[]> {
  const { repairs, timeZone } = scene.current();
  const { fixes, asUpdates } = repairs;
  const repaired = repairRows(run, fixes, timeZone).filter(({ slot }) => !asUpdates.has(slot));
  const mended = await planDrafts(scene, run, mendRows(run.plan, { fixes, timeZone }));
  if (asUpdates.size === 0) return [...repaired, ...mended];
  return [...repaired, ...mended, ...(await updatesInstead(scene, run, asUpdates))];
}

/** The written rows whose names that led to no record are fixed, with the records these lead to now. */
export async function renamedRows(
  { options, current }: AmendScene,
  run: FinishedRun,
): Promise<readonly PlannedRow[]> {
  const renamed = renameRows(run, current().repairs.fixes);
  if (renamed.length === 0) return [];
  const { ports, pacer, settings } = options;
  const tools = { ports: pacedReads(ports, pacer), options: settings, apiVersion: run.plan.apiVersion };
  return planRenamed(renamed, (await readNamed(namesOfRenamed(renamed), tools)).readings);
}

/** The rows HubSpot could not be asked about, asked once more. */
export function planUnread(scene: AmendScene, run: FinishedRun): Promise<readonly PlannedRow[]> {
  return planDrafts(scene, run, unreadRows(run.plan));
}

async function planDrafts(
  scene: AmendScene,
  run: FinishedRun,
  drafts: readonly DraftRecord[],
): Promise<readonly PlannedRow[]> {
  const rows = planMended(run, drafts, await readForDrafts(scene, run.plan, drafts));
  // Of which nobody could be asked at all, they stay as they are, fixes and all.
  return rows.every(({ kind }) => kind === 'unread') ? [] : rows;
}

async function updatesInstead(
  scene: AmendScene,
  run: FinishedRun,
  slots: ReadonlySet<number>,
): Promise<readonly PlannedRow[]> {
  const found = await findRecords(scene, run, slots);
  const existing = conflictsToUpdate(found);
  const byId = { ...run.plan, keyProperty: RECORD_ID_PROPERTY };
  const readings = await readRecords(scene, {
    target: byId,
    keys: [...slots].flatMap((slot) => existing.get(slot) ?? []),
    propertyNames: propertiesToUpdate(run, slots),
  });
  const drafts = draftsOfExisting(run.plan, slots);
  const ofDrafts = await readForDrafts(scene, { ...byId, operation: 'update' }, drafts);
  const updates = planExisting(run, drafts, ofDrafts).filter(({ kind }) => kind !== 'unread');
  return [...updateInstead(found, slots, readings), ...updates];
}

/** The run with the records of these conflicts that HubSpot did not name, looked up by their keys. */
async function findRecords(
  scene: AmendScene,
  run: FinishedRun,
  slots: ReadonlySet<number>,
): Promise<EndedRun> {
  const unnamed = conflictsToFind(run);
  const keys = [...slots].flatMap((slot) => unnamed.get(slot) ?? []);
  return withFoundRecords(run, await readRecords(scene, { target: run.plan, keys, propertyNames: [] }));
}

async function readForDrafts(
  { options }: AmendScene,
  target: PlanTarget,
  drafts: readonly DraftRecord[],
): Promise<MendedReadings> {
  const { ports, pacer, settings } = options;
  const readAt = ports.now();
  const tools = { ports: pacedReads(ports, pacer), options: settings };
  const { readings } = await readCurrent(drafts, target, tools);
  const named = await readNamed(namesToRead(drafts), { ...tools, apiVersion: target.apiVersion });
  return { readings, named: named.readings, readAt };
}

type Question = Omit<Parameters<typeof readKeys>[0], 'archived'>;

async function readRecords({ options }: AmendScene, question: Question): Promise<KeyReadings> {
  if (question.keys.length === 0) return new Map();
  const { ports, pacer, settings } = options;
  const asked = { ...question, keys: [...new Set(question.keys)], archived: false };
  return (await readKeys(asked, pacedReads(ports, pacer), settings)).readings;
}
