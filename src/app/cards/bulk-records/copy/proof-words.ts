import type { CreateProof } from '@bulk-records/core';

export const PROOF_WORDS = {
  add: 'Add the property “Bulk Records row”',
  adding: 'Adding the property…',
  byHand:
    'It can also be made by hand, in HubSpot’s settings: a single-line text with the internal name bulk_records_row that requires unique values.',
} as const;

/** What becomes of a create whose answer is lost, and what can be done about it. Nothing to say where it has a key. */
export function describeProof(proof: CreateProof): { readonly title: string; readonly body: string } | null {
  switch (proof) {
    case 'key':
      return null;
    case 'row-property':
      return {
        title: 'No row can make two records',
        body: 'Each new record gets a value of its own in “Bulk Records row”. If HubSpot’s answer is lost, the record is found by it.',
      };
    case 'none':
      return {
        title: 'New records have no key',
        body: 'If HubSpot’s answer is lost, nobody can tell whether a row’s record was made: its outcome is then “unknown”, and it is not sent again. A unique property of this app lets HubSpot itself refuse a second record.',
      };
    case 'unfit':
      return {
        title: 'The property bulk_records_row cannot be used',
        body: 'It is not a text with unique values, and HubSpot lets nobody change that later. Delete it in HubSpot’s settings, then read the properties again.',
      };
  }
}
