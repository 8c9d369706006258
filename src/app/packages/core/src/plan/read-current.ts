import type { DraftRecord } from '../records/draft-record.ts';
import { pipelinePropertyOf } from '../records/pipeline-columns.ts';
import type { KeyReadings } from './key-reading.ts';
import type { PlanTarget } from './plan.ts';
import { readKeys, type ReadKeys, type ReadOptions, type ReadPorts } from './read-keys.ts';

export interface CurrentRecords extends ReadKeys {
  /** How many keys were asked for. */
  readonly keyCount: number;
}

export interface ReadCurrent {
  readonly ports: ReadPorts;
  readonly options: ReadOptions;
  /** Readings of the same properties made before: their keys are not asked for again. */
  readonly known?: KeyReadings;
  /** Properties to read. Absent: those the drafts hold values of. */
  readonly propertyNames?: readonly string[];
}

/**
 * Reads the records as HubSpot holds them now: for every draft that could be written, by its key, and only the
 * properties the drafts are about. A create without a key asks for nothing.
 */
export async function readCurrent(
  drafts: readonly DraftRecord[],
  target: PlanTarget,
  { ports, options, known, propertyNames = namesOf(drafts) }: ReadCurrent,
): Promise<CurrentRecords> {
  const keys = keysToRead(drafts, target).filter((key) => known?.has(key) !== true);
  const names = withPipelines(propertyNames).filter((name) => target.properties.has(name));
  const question = { target, keys, propertyNames: names, archived: false };
  const { readings, failure } = await readKeys(question, ports, options);
  return { readings: new Map([...(known ?? []), ...readings]), failure, keyCount: keys.length };
}

/** The keys of all drafts without issues, each once. */
export function keysToRead(
  drafts: readonly DraftRecord[],
  { keyProperty }: Pick<PlanTarget, 'keyProperty'>,
): readonly string[] {
  if (keyProperty === null) return [];
  const keys = drafts.flatMap(({ key, issues }) => (key === null || issues.length > 0 ? [] : [key]));
  return [...new Set(keys)];
}

function namesOf(drafts: readonly DraftRecord[]): readonly string[] {
  const names = new Set<string>();
  for (const draft of drafts) for (const name of Object.keys(draft.properties)) names.add(name);
  return [...names];
}

/** What a stage means depends on the record's pipeline. */
function withPipelines(names: readonly string[]): readonly string[] {
  return [...new Set([...names, ...names.flatMap((name) => pipelinePropertyOf(name) ?? [])])];
}
