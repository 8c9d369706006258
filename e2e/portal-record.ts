import * as v from 'valibot';

/** A record as the emulated portal holds it. */
export interface PortalRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly archived: boolean;
  readonly createdAt: string;
  /** The record that swallowed this one. */
  readonly mergedInto?: string | undefined;
}

const recordsSchema = v.array(
  v.object({
    id: v.string(),
    properties: v.record(v.string(), v.string()),
    archived: v.boolean(),
    createdAt: v.string(),
    mergedInto: v.optional(v.string()),
  }),
);

export function decodeRecords(body: unknown): readonly PortalRecord[] {
  return v.parse(recordsSchema, body);
}
