import type { Operation } from '../contract/operation.ts';
import type { PlanPart } from '../plan/plan-part.ts';
import { makeProperties, makeProperty } from './properties.ts';

/** The properties of the model's contacts. */
export const MODEL_PROPERTIES = makeProperties(
  makeProperty('email'),
  makeProperty('name'),
  makeProperty('phone', { type: 'phone_number', fieldType: 'phonenumber' }),
  makeProperty('stage', { type: 'enumeration', fieldType: 'select' }),
  makeProperty('hs_merged_object_ids', { type: 'enumeration', fieldType: 'checkbox', readOnly: true }),
);

/** Contacts of the model, created or updated by their e-mail address. */
export const MODEL_TARGET = {
  operation: 'upsert',
  objectType: 'contacts',
  apiVersion: '2026-03',
  keyProperty: 'email',
  properties: MODEL_PROPERTIES,
} as const;

export interface ModelRow {
  readonly key: string | null;
  readonly properties: Readonly<Record<string, string>>;
}

export interface PlanKind {
  readonly operation: Operation;
  readonly keyProperty: string | null;
}

/** Rows of the model as the engine gets them, in their order. */
export function planRows(rows: readonly ModelRow[], { operation, keyProperty }: PlanKind): PlanPart {
  return {
    operation,
    objectType: 'contacts',
    apiVersion: '2026-03',
    keyProperty,
    properties: MODEL_PROPERTIES,
    toWrite: rows.map(({ key, properties }, slot) => {
      // Only a create sends its key as a value.
      const withKey = operation === 'create' && keyProperty === 'email' && key !== null ? { email: key } : {};
      return {
        slot,
        rowNumber: slot + 2,
        key,
        properties: operation === 'archive' ? {} : { ...properties, ...withKey },
        associations: [],
      };
    }),
  };
}

/** Keys the model's random plans draw from: few, so that rows meet each other and existing records. */
export const EMAIL_KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `${name}@example.org`);
export const ID_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8'];
