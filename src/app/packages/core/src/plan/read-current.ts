import type { DraftRecord } from '../records/draft-record.ts';
import { pipelinePropertyOf } from '../records/pipeline-columns.ts';
import type { PlanTarget } from './plan.ts';
import { readKeys, type ReadKeys, type ReadOptions, type ReadPorts } from './read-keys.ts';

export interface CurrentRecords extends ReadKeys {
  /** How many keys were asked for. */
  readonly keyCount: number;
}

/**
 * Reads the records as HubSpot holds them now: for every draft that could be written, by its key, and only the
 * properties the drafts are about. A create without a key asks for nothing.
 */
export async function readCurrent(
  drafts: readonly DraftRecord[],
  target: PlanTarget,
  { ports, options }: { readonly ports: ReadPorts; readonly options: ReadOptions },
): Promise<CurrentRecords> {
  const keys = keysToRead(drafts, target);
  const question = { target, keys, propertyNames: namesOf(drafts, target), archived: false };
  return { ...(await readKeys(question, ports, options)), keyCount: keys.length };
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

function namesOf(drafts: readonly DraftRecord[], { properties }: PlanTarget): readonly string[] {
  const names = new Set<string>();
  for (const draft of drafts) for (const name of Object.keys(draft.properties)) names.add(name);
  for (const name of [...names]) {
    const pipeline = pipelinePropertyOf(name);
    if (pipeline !== null) names.add(pipeline);
  }
  return [...names].filter((name) => properties.has(name));
}
