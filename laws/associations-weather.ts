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
