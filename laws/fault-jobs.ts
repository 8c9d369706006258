import type { Operation } from '@bulk-records/core';
import type { Emulator } from '../emulator/index.ts';
import type { Job } from './open-portal.ts';

/** A kind of write as an admin knows it; a create is safer with a unique key than without. */
export const FAULT_OPERATIONS = [
  'upsert',
  'create with key',
  'create with row property',
  'create without key',
  'update',
  'archive',
] as const;

export type FaultOperation = (typeof FAULT_OPERATIONS)[number];

/** Every job has so many rows, so many of them in a request, and so many requests in a call. */
export const ROWS = 120;
export const ROWS_PER_REQUEST = 20;
export const REQUESTS_PER_CALL = 2;

/** Whether HubSpot refuses the row: the fourth of every request. */
export function isBad(slot: number): boolean {
  return slot % ROWS_PER_REQUEST === 3;
}

type Rows = Job['rows'];

function rowsOf(cellsOf: (slot: number) => Readonly<Record<string, string>>): Rows {
  return Array.from({ length: ROWS }, (_, slot) => cellsOf(slot));
}

/** Every row has a first name or a name of its own, by which records made twice are found. */
export function markerOf(slot: number): string {
  return `Row ${String(slot)}`;
}

function contactJob(operation: Operation, keyProperty: string, rows: Rows): Job {
  return { operation, objectType: 'contacts', keyProperty, rows };
}

function pointsOf(slot: number): string {
  return isBad(slot) ? 'many' : String(slot);
}

export function faultJob(operation: FaultOperation, emulator: Emulator): Job {
  const living = emulator.records('contacts').filter(({ archived, mergedInto, properties }) => {
    return !archived && mergedInto === undefined && (properties['email'] ?? '') !== '';
  });
  const idOf = (slot: number): string => living[slot]?.id ?? '';
  const emailOf = (slot: number): string => living[slot]?.properties['email'] ?? '';
  const freshOf = (slot: number): string => `row${String(slot)}@example.org`;
  switch (operation) {
    case 'upsert': {
      const rows = rowsOf((slot) => ({
        email: slot % 2 === 0 ? emailOf(slot) : freshOf(slot),
        firstname: markerOf(slot),
        loyalty_points: pointsOf(slot),
      }));
      return contactJob('upsert', 'email', rows);
    }
    case 'create with key': {
      const rows = rowsOf((slot) => ({
        email: isBad(slot) ? emailOf(slot) : freshOf(slot),
        firstname: markerOf(slot),
      }));
      return contactJob('create', 'email', rows);
    }
    case 'create with row property':
    case 'create without key': {
      const rows = rowsOf((slot) => ({
        name: markerOf(slot),
        numberofemployees: isBad(slot) ? 'many' : String(slot),
      }));
      return { operation: 'create', objectType: 'companies', keyProperty: null, rows };
    }
    case 'update': {
      const rows = rowsOf((slot) => ({
        hs_object_id: idOf(slot),
        firstname: markerOf(slot),
        loyalty_points: pointsOf(slot),
      }));
      return contactJob('update', 'hs_object_id', rows);
    }
    case 'archive': {
      const rows = rowsOf((slot) => ({
        hs_object_id: isBad(slot) ? `99900000${String(slot)}` : idOf(slot),
      }));
      return contactJob('archive', 'hs_object_id', rows);
    }
  }
}
