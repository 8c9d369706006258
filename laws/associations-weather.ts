import type { Emulator } from '../emulator/index.ts';

export type FaultDraft = Parameters<Emulator['addFault']>[0];

const MAKING = { path: 'contacts/companies/batch/create' };
const READING = { path: 'contacts/companies/batch/read' };

/** What may happen to the requests about associations, before and after HubSpot carried them out. */
export const ASSOCIATION_WEATHER: readonly FaultDraft[] = [
  { kind: 'reset', when: 'after-write', match: MAKING },
  { kind: 'reset', when: 'before-write', match: MAKING },
  { kind: 'truncate', when: 'after-write', match: MAKING },
  { kind: 'status', status: 502, body: 'html', when: 'after-write', match: MAKING },
  { kind: 'status', status: 500, when: 'before-write', match: MAKING },
  { kind: 'omit-row', match: MAKING },
  { kind: 'rate-limit', policy: 'ten-secondly', match: MAKING },
  { kind: 'reset', when: 'before-write', match: READING },
  { kind: 'truncate', when: 'after-write', match: READING },
  { kind: 'omit-row', match: READING },
  { kind: 'status', status: 503, when: 'before-write', match: READING },
];

const SEARCHING = { operation: 'search', objectType: 'companies' } as const;
const CONFIRMING = { operation: 'read', objectType: 'companies' } as const;

/** The same for cells that name the other records: their search, and the reading that confirms what it found. */
export const NAMING_WEATHER: readonly FaultDraft[] = [
  ...ASSOCIATION_WEATHER,
  { kind: 'rate-limit', policy: 'secondly', match: SEARCHING },
  { kind: 'reset', when: 'before-write', match: SEARCHING },
  { kind: 'truncate', when: 'after-write', match: SEARCHING },
  { kind: 'omit-row', match: SEARCHING },
  { kind: 'status', status: 503, when: 'before-write', match: SEARCHING },
  { kind: 'omit-row', match: CONFIRMING },
  { kind: 'reset', when: 'before-write', match: CONFIRMING },
  { kind: 'truncate', when: 'after-write', match: CONFIRMING },
];
