import { expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();

/** HubSpot alone knows that there is no such top-level domain. */
const REFUSED = 'ben@repair.notadomain';
const PASTE = `Email\tFirst Name\nada@repair.example.org\tAda\n${REFUSED}\tBen\ncy@repair.example.org\tCy`;

async function openOutcomes(scenario: string): Promise<CardPage> {
  const card = await stage.open(`default~${scenario}`);
  await card.openPanel();
  await card.paste(PASTE);
  await card.runToEnd();
  expect(await card.text('equation')).toBe('2 created + 1 rejected = 3 rows');
  return card;
}

/** First names of this story's contacts, each with how many records there are. */
async function namesIn(card: CardPage): Promise<readonly string[]> {
  const contacts = await card.records('contacts');
  return contacts
    .filter(({ properties }) => properties['email']?.includes('@repair.') === true)
    .map(({ properties }) => properties['firstname'] ?? '')
    .sort();
}

test('a cell HubSpot refused is fixed where its reason stands, only its row runs again, and another tab sees one whole run', async () => {
  const card = await openOutcomes('repair-cell');
  expect(await card.text('refusals')).toContain(`“${REFUSED}” is not a valid e-mail address`);
  await card.type('retype-0', 'ben@repair.example.org');
  await card.waitForText('retry', 'Retry 1 fixed row');
  await card.press('retry');
  await card.waitForText('equation', '3 created = 3 rows');
  expect(await namesIn(card)).toEqual(['Ada', 'Ben', 'Cy']);
  await card.close();

  const other = await stage.open('default~repair-cell');
  await other.openPanel();
  await other.press('open-run-0');
  await other.waitForText('equation', '3 created = 3 rows');
  await other.close();
});

test('rows left out before the run are fixed among the outcomes and run together with the refused one', async () => {
  const card = await stage.open('default~repair-left-out');
  await card.openPanel();
  const left = 'dan@repair.example.org\tDan\tCustmer\n\tEve\tLead';
  await card.paste(`Email\tFirst Name\tLifecycle Stage\n${REFUSED}\tBen\tLead\n${left}`);
  await card.runToEnd();
  expect(await card.text('equation')).toBe('1 rejected + 2 left out = 3 rows');
  expect(await card.text('left-out')).toContain('Did you mean “Customer”?');
  await card.choose('fix-left-out-0', 'Customer');
  await card.type('retype-left-out-1', 'eve@repair.example.org');
  await card.type('retype-0', 'ben@repair.example.org');
  await card.waitForText('retry', 'Retry 3 fixed rows');
  await card.press('retry');
  await card.waitForText('equation', '3 created = 3 rows');
  expect(await namesIn(card)).toEqual(['Ben', 'Dan', 'Eve']);
  await card.close();
});

test('a run opened in another tab is repaired there, without the paste it came from', async () => {
  const first = await openOutcomes('repair-later');
  await first.close();
  const card = await stage.open('default~repair-later');
  await card.openPanel();
  await card.press('open-run-0');
  await card.type('retype-0', 'ben@repair.example.org');
  await card.press('retry');
  await card.waitForText('equation', '3 created = 3 rows');
  expect(await namesIn(card)).toEqual(['Ada', 'Ben', 'Cy']);
  await card.close();
});

test('the failed rows are filed as a private file, and its link gives them in their own columns', async () => {
  const card = await openOutcomes('repair-file');
  await card.press('file-failures');
  const link = card.byTestId('filed-link');
  await link.waitFor();
  const response = await fetch((await link.getAttribute('href')) ?? '');
  expect(response.status).toBe(200);
  const [header, row, ...rest] = (await response.text()).trim().split('\r\n');
  expect(header).toMatch(/Email,First Name,Bulk Records: Row,Bulk Records: Reason$/);
  expect(row).toMatch(/^ben@repair\.notadomain,Ben,3,/);
  expect(rest).toEqual([]);
  await card.close();
});
