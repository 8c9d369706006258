import * as v from 'valibot';

/** The four things a run can do to a record. */
export const OPERATIONS = ['upsert', 'create', 'update', 'archive'] as const;

export type Operation = (typeof OPERATIONS)[number];

export const operationSchema = v.picklist(OPERATIONS);
