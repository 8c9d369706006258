import { expect, test } from 'vitest';
import { readText, type Table } from '@bulk-records/core';
import type { PortalRecord } from './portal-record.ts';
import { CONTACT_HEADERS, makeContacts, type PastedContact } from './thousand-contacts.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();

test('a thousand pasted contacts with many kinds of failure end as the portal says they did', async () => {
  const card = await stage.open('default~thousand');
  const before = await card.records('contacts');
  const contacts = makeContacts(before, 1000);
  await card.openPanel();
  await card.paste(asTabSeparated(contacts));
  expect(await card.text('reading')).toBe('Tab-separated · 1,000 rows × 8 columns · header in row 1');
  await card.runToEnd();

  const outcomes = tableOf(await card.copied('copy-all'));
  const after = byId(await card.records('contacts'));
  expect(outcomes.rows).toHaveLength(1000);
  const wrong = outcomes.rows.flatMap(({ cells }, slot) => {
    const contact = contacts[slot];
    if (!contact) return [`row ${slot + 2}: no such row was pasted`];
    return findLie(contact, cells, { before: byId(before), after });
  });
  expect(wrong).toEqual([]);

  const equation = await card.text('equation');
  expect(sumOf(equation)).toBe(1000);
  expect(equation).toMatch(/= 1,000 rows$/);
  const kinds = new Set(contacts.map(({ kind }) => kind));
  expect(kinds.size).toBeGreaterThanOrEqual(9);
  await card.close();
});

test('failed rows can be copied, corrected and pasted again', async () => {
  const card = await stage.open('default~repair');
  await card.openPanel();
  await card.paste('Email\tFirst Name\nada.new@example.org\tAda\nnot-an-address\t=HYPERLINK("x")\n');
  await card.runToEnd();
  expect(await card.text('equation')).toBe('1 created + 1 left out = 2 rows');
  const failures = await card.copied('copy-failures');
  expect(failures).toContain(`'=HYPERLINK`);
  await card.press('start-over');
  await card.paste(failures.replace('not-an-address', 'bob.new@example.org'));
  await card.runToEnd();
  expect(await card.text('equation')).toBe('1 created = 1 row');
  const bob = (await card.records('contacts')).find(
    ({ properties }) => properties['email'] === 'bob.new@example.org',
  );
  expect(bob?.properties['firstname']).toBe('=HYPERLINK("x")');
  await card.close();
});

interface Worlds {
  readonly before: ReadonlyMap<string, PortalRecord>;
  readonly after: ReadonlyMap<string, PortalRecord>;
}

/** Compares what the card said about one row with what the portal holds. */
function findLie(
  contact: PastedContact,
  cells: readonly string[],
  { before, after }: Worlds,
): readonly string[] {
  const [rowNumber, , outcome, recordId = ''] = cells;
  const say = (text: string) => [`row ${rowNumber ?? '?'} (${contact.kind}) ${outcome ?? ''}: ${text}`];
  if (outcome !== contact.expected) return say(`expected ${contact.expected}`);
  const record = after.get(recordId);
  switch (contact.expected) {
    case 'Created':
      if (!record || before.has(recordId)) return say('the portal has no new record of that id');
      return holds(record, contact) ? [] : say('the record does not hold the row');
    case 'Updated':
      if (!record || !before.has(recordId)) return say('the portal had no record of that id');
      return holds(record, contact) ? [] : say('the record does not hold the row');
    case 'Rejected':
    case 'Conflict':
    case 'Left out':
      return isTraceless(contact, before, after) ? [] : say('the portal was changed all the same');
  }
}

function holds({ properties }: PortalRecord, { written }: PastedContact): boolean {
  return Object.entries(written).every(([name, value]) => properties[name] === value);
}

function isTraceless({ marker }: PastedContact, before: Worlds['before'], after: Worlds['after']): boolean {
  const hasMarker = ({ properties }: PortalRecord) => properties['firstname'] === marker;
  return ![...after.values()].some(hasMarker) || [...before.values()].some(hasMarker);
}

function byId(records: readonly PortalRecord[]): ReadonlyMap<string, PortalRecord> {
  return new Map(records.map((record) => [record.id, record]));
}

function asTabSeparated(contacts: readonly PastedContact[]): string {
  return [CONTACT_HEADERS, ...contacts.map(({ cells }) => cells)].map((cells) => cells.join('\t')).join('\n');
}

function tableOf(csv: string): Table {
  const reading = readText(csv);
  if (reading.kind === 'unreadable') throw new Error(`The copied CSV is unreadable: ${reading.issue.code}`);
  return reading.table;
}

function sumOf(equation: string): number {
  const [left = ''] = equation.split('=');
  return [...left.matchAll(/[\d,]+/g)].reduce((sum, [count]) => sum + Number(count.replaceAll(',', '')), 0);
}
