import type { ResultRecord } from '../contract/batch-body.ts';
import type { AssociationReadings } from '../plan/held-associations.ts';
import type { KeyReading, KeyReadings } from '../plan/key-reading.ts';
import type { NamedReading } from '../plan/named-reading.ts';
import type { AssociationColumn, NamedRecord } from '../records/named-record.ts';
import { makePlan, type PlanChoices } from '../plan/make-plan.ts';
import type { ColumnPolicy } from '../records/column-policy.ts';
import type { Plan, PlanTarget } from '../plan/plan.ts';
import type { DraftRecord } from '../records/draft-record.ts';
import { makeResult } from './bodies.ts';
import { makeProperties, makeProperty } from './properties.ts';

const STAGES = ['subscriber', 'lead', 'customer'];

/** Properties of every kind a comparison treats in its own way. */
export const PLAN_PROPERTIES = makeProperties(
  makeProperty('email'),
  makeProperty('name'),
  makeProperty('points', { type: 'number', fieldType: 'number' }),
  makeProperty('bought', { type: 'date', fieldType: 'date' }),
  makeProperty('colours', { type: 'enumeration', fieldType: 'checkbox' }),
  makeProperty('hubspot_owner_id', { type: 'enumeration', fieldType: 'select' }),
  makeProperty('lifecyclestage', {
    type: 'enumeration',
    fieldType: 'radio',
    options: STAGES.map((value) => ({ label: value, value, hidden: false })),
  }),
);

export const UPSERT: PlanTarget = {
  operation: 'upsert',
  objectType: 'contacts',
  apiVersion: '2026-03',
  keyProperty: 'email',
  properties: PLAN_PROPERTIES,
};

export const READ_AT = 1_700_000_000_000;

/** A row that wants these values; row numbers count from 2, as below a header. */
export function draft(
  slot: number,
  key: string | null,
  properties: Readonly<Record<string, string>> = { name: 'Ada' },
): DraftRecord {
  return { slot, rowNumber: slot + 2, key, properties, issues: [] };
}

/** A record as reading by key finds it. */
export function held(id: string, properties: ResultRecord['properties']): KeyReading {
  return { kind: 'found', record: makeResult(id, { properties }), matchedBy: 'key' };
}

/** A column whose cells name companies by this property: by record id, unless told otherwise. */
export function namingCompanies(keyProperty = 'hs_object_id', typeId = 279): AssociationColumn {
  return {
    columnIndex: 1,
    related: {
      objectType: 'companies',
      properties: makeProperties(makeProperty('hs_object_id'), makeProperty('domain'), makeProperty('name')),
      names: ['domain', 'name'],
    },
    property: makeProperty(keyProperty),
    bySearch: keyProperty === 'domain' || keyProperty === 'name',
    types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId }],
  };
}

export function nameIn(column: AssociationColumn, name: string): NamedRecord {
  return { column, raw: name, kind: 'name', keyProperty: column.property.name, name };
}

export function foundAs(id: string, label = ''): NamedReading {
  return { kind: 'found', record: { id, label } };
}

export interface PlanWish {
  readonly target?: Partial<PlanTarget>;
  readonly policies?: Readonly<Record<string, ColumnPolicy>>;
  readonly choices?: Partial<PlanChoices>;
  /** What is known of companies, by their record id, or by `property name`. */
  readonly named?: Readonly<Record<string, NamedReading>>;
  readonly held?: AssociationReadings;
}

export function planOf(
  drafts: readonly DraftRecord[],
  readings: Readonly<Record<string, KeyReading>>,
  { target, policies = {}, choices = {}, named = {}, held: ties = new Map() }: PlanWish = {},
): Plan {
  const found: KeyReadings = new Map(Object.entries(readings));
  const columns = Object.entries(policies).map(([property, policy]) => ({
    header: property,
    property,
    policy,
  }));
  return makePlan(drafts, {
    target: { ...UPSERT, ...target },
    choices: {
      columns,
      duplicates: { otherwise: 'merge', byGroup: new Map() },
      associations: [],
      ...choices,
    },
    readings: found,
    named: new Map(
      Object.entries(named).map(([name, reading]) => [
        name.includes(' ') ? `companies ${name}` : `companies hs_object_id ${name}`,
        reading,
      ]),
    ),
    held: ties,
    readAt: READ_AT,
  });
}
