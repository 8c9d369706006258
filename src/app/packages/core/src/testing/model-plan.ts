import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { Operation } from '../contract/operation.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { DraftRecord } from '../records/draft-record.ts';
import { makeProperties, makeProperty } from './properties.ts';

/** The properties of the model's contacts. */
export const MODEL_PROPERTIES = makeProperties(
  makeProperty('email'),
  makeProperty('name'),
  makeProperty('phone', { type: 'phone_number', fieldType: 'phonenumber' }),
  makeProperty('stage', { type: 'enumeration', fieldType: 'select' }),
  makeProperty('hs_merged_object_ids', { type: 'enumeration', fieldType: 'checkbox', readOnly: true }),
);

export interface ModelRow {
  readonly key: string | null;
  readonly properties: Readonly<Record<string, string>>;
  readonly isBlocked?: boolean;
}

export interface PlanKind {
  readonly operation: Operation;
  readonly keyProperty: string | null;
}

/** A plan over rows of the model, in their order; a blocked row misses its key. */
export function planRows(rows: readonly ModelRow[], { operation, keyProperty }: PlanKind): Plan {
  const drafts = rows.map((row, slot): DraftRecord => {
    // Only a create sends its key as a value.
    const isKeySent = operation === 'create' && keyProperty === 'email' && row.key !== null;
    const withKey = isKeySent ? { email: row.key } : {};
    return {
      slot,
      rowNumber: slot + 2,
      key: row.key,
      properties: operation === 'archive' ? {} : { ...row.properties, ...withKey },
      issues:
        row.isBlocked === true ? [{ code: 'key-missing', property: keyProperty ?? RECORD_ID_PROPERTY }] : [],
    };
  });
  return makePlan(drafts, {
    operation,
    objectType: 'contacts',
    apiVersion: '2026-03',
    keyProperty,
    properties: MODEL_PROPERTIES,
    associations: [],
  });
}

/** Keys the model's random plans draw from: few, so that rows meet each other and existing records. */
export const EMAIL_KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `${name}@example.org`);
export const ID_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8'];
