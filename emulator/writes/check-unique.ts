import type { Rejection } from './rejection.ts';
import type { WriteScene } from './write-scene.ts';

interface Claim {
  readonly recordId: string;
  /** On create a taken e-mail is a conflict with its contact; on update a value somebody else has. */
  readonly isCreate: boolean;
  /** Ids born in the same batch. An all-or-nothing refusal cannot name a record it has just taken back. */
  readonly bornInBatch: ReadonlySet<string>;
}

/**
 * Refuses a value of a unique property that another live record holds.
 * Wording: HubSpot error bodies of 2026-09 (`PropertyValueCoordinates`); the holder is the second id.
 */
export function takenValue(
  values: Readonly<Record<string, string>>,
  claim: Claim,
  { store, behaviour }: WriteScene,
): Rejection | undefined {
  for (const propertyName of store.records.uniqueProperties()) {
    const value = values[propertyName];
    const holder = value === undefined ? undefined : store.records.findByKey(propertyName, value);
    if (value === undefined || holder === undefined || holder.id === claim.recordId) continue;
    if (claim.isCreate && propertyName === 'email') {
      return { kind: 'contact-exists', existingId: claim.bornInBatch.has(holder.id) ? undefined : holder.id };
    }
    return {
      kind: 'value-taken',
      status: behaviour.takenValueStatus,
      objectTypeName: store.objectType.isCustom ? store.objectType.id : store.objectType.fullyQualifiedName,
      propertyName,
      value,
      recordId: claim.recordId,
      holderId: holder.id,
    };
  }
  return undefined;
}
