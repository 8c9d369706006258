import type { CrmRecord } from '../model/crm-record.ts';
import { changeRecord } from '../model/crm-record.ts';
import { additionalEmails } from '../store/record-keys.ts';

export interface MergedPair {
  readonly winner: CrmRecord;
  readonly loser: CrmRecord;
}

function joined(values: readonly (string | undefined)[]): string {
  const present = values.flatMap((value) => (value === undefined || value === '' ? [] : value.split(';')));
  return [...new Set(present)].join(';');
}

/** The winner keeps its values, fills its gaps from the loser, and gains the loser's e-mails as aliases. */
export function mergeRecords(winner: CrmRecord, loser: CrmRecord, atMs: number): MergedPair {
  const gaps = Object.fromEntries(
    Object.entries(loser.properties).filter(([name]) => winner.properties[name] === undefined),
  );
  const isContact = winner.objectTypeId === '0-1';
  const aliases = joined([
    winner.properties.hs_additional_emails,
    winner.properties.email === undefined ? undefined : loser.properties.email,
    ...additionalEmails(loser),
  ]);
  const properties = {
    ...gaps,
    hs_merged_object_ids: joined([winner.properties.hs_merged_object_ids, loser.id]),
    ...(isContact ? { hs_additional_emails: aliases } : {}),
    ...(isContact ? { hs_all_contact_vids: joined([winner.properties.hs_all_contact_vids, loser.id]) } : {}),
  };
  return {
    winner: changeRecord(winner, { properties, atMs, sourceType: 'MERGE_OBJECTS' }),
    loser: { ...loser, mergedInto: winner.id, updatedAtMs: atMs },
  };
}
