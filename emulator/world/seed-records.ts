import type { CrmRecord } from '../model/crm-record.ts';
import { createRandom } from '../randomness.ts';
import type { Random } from '../randomness.ts';
import { createIdSource } from '../store/id-source.ts';
import type { TypeStore } from '../store/portal.ts';
import { bearRecord } from '../writes/create-record.ts';
import { owners } from './account-and-owners.ts';

export type Values = Readonly<Record<string, string>>;

const firstDayMs = Date.UTC(2023, 1, 1, 8);
const minuteMs = 60_000;
const minutesOfWorld = 3 * 365 * 24 * 60;

export function pick<const L extends readonly [unknown, ...unknown[]]>(list: L, random: Random): L[number] {
  return list[random.below(list.length)] ?? list[0];
}

/** A value in about `percent` of all cases. */
export function sometimes(percent: number, random: Random, values: () => Values): Values {
  return random.below(100) < percent ? values() : {};
}

export function someDay(random: Random): string {
  return new Date(firstDayMs + random.below(minutesOfWorld) * minuteMs).toISOString().slice(0, 10);
}

export function someInstant(random: Random): string {
  return new Date(firstDayMs + random.below(minutesOfWorld) * minuteMs).toISOString();
}

export function someOwner(random: Random): Values {
  const active = owners.filter((owner) => !owner.archived);
  return { hubspot_owner_id: active[random.below(active.length)]?.id ?? '' };
}

export interface RecordPlan {
  readonly store: TypeStore;
  readonly count: number;
  readonly firstId: number;
  readonly seed: number;
  readonly valuesOf: (index: number, random: Random) => Values;
}

/** Records as they stand in a portal that has been in use for a while: no write history of ours. */
export function seedRecords({ store, count, firstId, seed, valuesOf }: RecordPlan): readonly CrmRecord[] {
  const random = createRandom(seed + firstId);
  const ids = createIdSource(firstId, seed);
  return Array.from({ length: count }, (_, index) => {
    const atMs = firstDayMs + random.below(minutesOfWorld) * minuteMs;
    const sent = { ...valuesOf(index, random), hs_object_source: 'CRM_UI', hs_object_source_label: 'CRM_UI' };
    const record = bearRecord(ids.next(), sent, { store, nowMs: atMs, appId: 'userId:60101' });
    return { ...record, changes: {} };
  });
}
