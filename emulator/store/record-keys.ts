import type { CrmRecord } from '../model/crm-record.ts';
import { isLive } from '../model/crm-record.ts';

/** The form in which two values of a unique property are the same value. E-mail ignores case and outer spaces. */
export function foldKey(propertyName: string, value: string): string {
  return propertyName === 'email' ? value.trim().toLowerCase() : value;
}

/** Secondary e-mails of a contact; they are aliases of its primary one. */
export function additionalEmails(record: CrmRecord): readonly string[] {
  return (record.properties.hs_additional_emails ?? '').split(';').filter((email) => email !== '');
}

/** All folded values under which a record is found by one unique property. Archived and merged records have none. */
export function keysOf(record: CrmRecord, propertyName: string): readonly string[] {
  if (!isLive(record)) return [];
  const value = record.properties[propertyName];
  const own = value === undefined ? [] : [foldKey(propertyName, value)];
  if (propertyName !== 'email') return own;
  return [...own, ...additionalEmails(record).map((email) => foldKey('email', email))];
}
