import type { Property } from '../contract/describe-object-type.ts';
import { ROW_PROPERTY_NAME } from '../contract/row-property.ts';
import type { PlanPart, RecordToWrite } from './plan-part.ts';
import type { Plan, PlanTarget } from './plan.ts';

/**
 * How a plan's creates can be told apart when an answer is lost: all by keys of their own, by the row property where
 * they have none, or not at all. `unfit`: a property of that name is there, but somebody made it otherwise.
 */
export type CreateProof = 'key' | 'row-property' | 'none' | 'unfit';

export function proofOfCreates({ rows, properties }: Pick<Plan, 'rows' | 'properties'>): CreateProof {
  return rows.some(({ kind, key }) => kind === 'create' && key === null) ? proofBy(properties) : 'key';
}

function proofBy(properties: PlanTarget['properties']): Exclude<CreateProof, 'key'> {
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
export function withRowKeys(part: PlanPart, runId: string): readonly PlanPart[] {
  const keyless = part.toWrite.filter(({ key }) => key === null);
  if (part.operation !== 'create' || keyless.length === 0 || proofBy(part.properties) !== 'row-property') {
    return [part];
  }
  const keyed = part.toWrite.filter(({ key }) => key !== null);
  const own: PlanPart = {
    ...part,
    keyProperty: ROW_PROPERTY_NAME,
    hasRowKeys: true,
    toWrite: keyless.map((record) => withRowKey(record, `${runId}-${record.slot}`)),
  };
  return keyed.length === 0 ? [own] : [{ ...part, toWrite: keyed }, own];
}

function withRowKey(record: RecordToWrite, key: string): RecordToWrite {
  return { ...record, key, properties: { ...record.properties, [ROW_PROPERTY_NAME]: key } };
}
