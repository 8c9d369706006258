import {
  associationsToRead,
  DEFAULT_RUN_SETTINGS,
  decodeWith,
  describeObjectTypeReplySchema,
  draftRecords,
  makePlan,
  namesToRead,
  pacedReads,
  Pacer,
  readAssociations,
  readCurrent,
  readNamed,
  runPlan,
  type AssociateRecordsRequest,
  type AssociationColumn,
  type ColumnPolicy,
  type DuplicateChoice,
  type Operation,
  type Outcome,
  type Plan,
  type PlannedAssociation,
  type PlanTarget,
  type RunPlanOptions,
  type Property,
  type RelatedType,
  type RunSettings,
} from '@bulk-records/core';
import { defaultToken } from '../emulator/index.ts';
import { main as describeObjectType } from '../src/app/functions/src/describe-object-type.ts';
import type { OpenPortal } from './open-portal.ts';

/** What an admin decides between a paste and a run. */
export interface PlanWish {
  readonly operation: Operation;
  readonly keyProperty: string | null;
  /** Headers are the names of properties. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly policies?: Readonly<Record<string, ColumnPolicy>>;
  readonly duplicates?: DuplicateChoice;
  /** Of every row. */
  readonly associations?: readonly PlannedAssociation[];
  /** Columns that name records to associate with. */
  readonly naming?: readonly AssociationColumn[];
}

export const CLEAR = '(clear)';

export async function describeContacts(): Promise<ReadonlyMap<string, Property>> {
  return (await describeRelated('contacts')).properties;
}

/** An object type as a column that names its records needs it. */
export async function describeRelated(objectType: string): Promise<RelatedType> {
  const parameters = { objectType, apiVersion: '2026-03' };
  const reply = decodeWith(describeObjectTypeReplySchema, await describeObjectType({ parameters }));
  if (!reply.ok || !reply.value.ok) throw new Error(`${objectType} could not be described`);
  const { properties, names = [] } = reply.value.description;
  return { objectType, properties: new Map(properties.map((property) => [property.name, property])), names };
}

/** Drafts, reads and plans as the card does, with the real functions. */
export async function planContacts(
  { ports }: OpenPortal,
  properties: ReadonlyMap<string, Property>,
  wish: PlanWish,
): Promise<Plan> {
  const {
    operation,
    keyProperty,
    headers,
    rows,
    policies = {},
    duplicates = 'merge',
    associations = [],
    naming = [],
  } = wish;
  const target: PlanTarget = {
    operation,
    keyProperty,
    objectType: 'contacts',
    apiVersion: '2026-03',
    properties,
  };
  const targets = headers.flatMap((header, columnIndex) => {
    const property = properties.get(header);
    return property === undefined ? [] : [{ columnIndex, property }];
  });
  const table = {
    columns: headers.map((header, index) => ({ index, header })),
    rows: rows.map((cells, index) => ({ number: index + 2, cells })),
  };
  const drafts = draftRecords(table, {
    operation,
    keyProperty,
    targets,
    clearToken: CLEAR,
    associations: naming,
  });
  const pacer = new Pacer(ports, DEFAULT_RUN_SETTINGS);
  const reads = pacedReads(ports, pacer);
  const tools = { ports: reads, options: { workMs: 8000 } };
  const { readings } = await readCurrent(drafts, target, tools);
  const named = await readNamed(namesToRead(drafts), { ...tools, apiVersion: target.apiVersion });
  const columns = targets.map(({ property: { name } }) => ({
    header: name,
    property: name,
    policy: policies[name] ?? ('overwrite' as const),
  }));
  const known = { readings, named: named.readings };
  const asked = associationsToRead(drafts, { operation, associations }, known);
  const { readings: held } = await readAssociations(asked, { ...tools, ...tiesTo(ports), pacer });
  const choices = { columns, duplicates: { otherwise: duplicates, byGroup: new Map() }, associations };
  return makePlan(drafts, { target, choices, ...known, held, readAt: ports.now() });
}

function tiesTo(ports: OpenPortal['ports']) {
  return {
    associateRecords: (request: AssociateRecordsRequest) => ports.associateRecords(request),
    fromObjectType: 'contacts',
    apiVersion: '2026-03',
  } as const;
}

interface RunWish extends Partial<Pick<RunPlanOptions, 'importing' | 'isStopWanted'>> {
  readonly settings?: Partial<RunSettings>;
}

export const LAW_RUN_ID = 'law1234567';

export async function runConfirmed(
  { ports }: OpenPortal,
  plan: Plan,
  { settings = {}, ...options }: RunWish = {},
): Promise<readonly Outcome[]> {
  const ran = await runPlan(
    plan,
    { ...ports, confirmCanary: () => Promise.resolve(true) },
    {
      runId: LAW_RUN_ID,
      settings: { ...DEFAULT_RUN_SETTINGS, ...settings },
      isStopWanted: () => false,
      confirmedDigest: plan.digest,
      ...options,
    },
  );
  if (ran.kind !== 'ran') throw new Error('the plan was refused');
  return ran.outcomes;
}

/** Makes records behind the functions' back, as somebody else does; at most a hundred. */
export async function makeRecords(
  { emulator }: Pick<OpenPortal, 'emulator'>,
  objectType: string,
  records: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  await postInputs(
    { emulator },
    `${objectType}/batch/create`,
    records.map((properties) => ({ properties })),
  );
}

export async function postInputs(
  { emulator }: Pick<OpenPortal, 'emulator'>,
  path: string,
  inputs: readonly object[],
): Promise<void> {
  const response = await emulator.fetch(
    new Request(`http://emulator/crm/v3/objects/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${defaultToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ inputs }),
    }),
  );
  // All made (201) or all archived (204); 207 is some.
  if (response.status !== 201 && response.status !== 204) throw new Error(await response.text());
}

/** Contacts that are there before the plan; values are stored exactly as given, in whatever spelling. */
export async function seedContacts(
  { emulator }: OpenPortal,
  contacts: readonly Readonly<Record<string, string>>[],
): Promise<readonly string[]> {
  if (contacts.length === 0) return [];
  await makeRecords(
    { emulator },
    'contacts',
    contacts.map(({ email = '' }) => ({ email })),
  );
  return contacts.map((contact) => {
    const record = emulator
      .records('contacts')
      .find(({ properties }) => properties['email'] === contact['email']);
    if (record === undefined) throw new Error('the contact was not made');
    emulator.editRecord('contacts', record.id, contact);
    return record.id;
  });
}
