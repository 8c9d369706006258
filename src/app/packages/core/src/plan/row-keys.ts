import type { Property } from '../contract/describe-object-type.ts';
import { ROW_PROPERTY_NAME } from '../contract/row-property.ts';
import type { PlanPart } from './plan-part.ts';
import type { PlanTarget } from './plan.ts';

/**
 * How a plan's creates can be told apart when an answer is lost: by a key of their own, by the row property, or not at
 * all. `unfit`: a property of that name is there, but somebody made it otherwise.
 */
export type CreateProof = 'key' | 'row-property' | 'none' | 'unfit';

export function proofOfCreates({ keyProperty, properties }: Pick<PlanTarget, 'keyProperty' | 'properties'>): CreateProof {
  if (keyProperty !== null) return 'key';
  const property = properties.get(ROW_PROPERTY_NAME);
  if (property === undefined) return 'none';
  return isFit(property) ? 'row-property' : 'unfit';
}

function isFit({ type, hasUniqueValue, readOnly }: Property): boolean {
  return type === 'string' && hasUniqueValue && !readOnly;
}

/**
 * Gives creates without a key the row property as their key, with a value per run and row, where the portal has it
 * (law 4). A run that is taken up again has the same id, so its rows have the same keys.
 */
export function withRowKeys(part: PlanPart, runId: string): PlanPart {
  if (part.operation !== 'create' || proofOfCreates(part) !== 'row-property') return part;
  return {
    ...part,
    keyProperty: ROW_PROPERTY_NAME,
    hasRowKeys: true,
    toWrite: part.toWrite.map((record) => {
      const key = `${runId}-${record.slot}`;
      return { ...record, key, properties: { ...record.properties, [ROW_PROPERTY_NAME]: key } };
    }),
  };
}
