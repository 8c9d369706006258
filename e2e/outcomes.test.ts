import { expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();

/** HubSpot knows no such top-level domain; the card cannot know. */
const PASTE =
  'Email\tFirst Name\nrepair1@example.org\tAda\nrepair2@example.nowhere\tBen\nrepair3@example.nowhere\tCy\n';

async function ourAddresses(card: CardPage): Promise<readonly string[]> {
  const records = await card.records('contacts');
  return records
    .flatMap(({ properties: { email = '' } }) => (email.startsWith('repair') ? [email] : []))
    .sort();
}

async function runRows(scenario: string): Promise<CardPage> {
  const card = await stage.open(scenario);
  await card.openPanel();
  await card.paste(PASTE);
  await card.runToEnd();
  expect(await card.text('equation')).toBe('1 created + 2 rejected = 3 rows');
  return card;
}

test('a tab that has not seen a retry of another one writes nothing, and shows how the run stands', async () => {
  const card = await runRows('default~repair');
  expect(await card.text('refusals')).toContain(
    '“repair2@example.nowhere” is not a valid e-mail address. Correct it.',
  );
  await card.type('retype-0', 'repair2@example.org');
  await card.waitForText('retry', 'Retry 1 fixed row');
  await card.press('retry');
  await card.waitForText('equation', '2 created + 1 rejected = 3 rows');
  expect(await ourAddresses(card)).toEqual(['repair1@example.org', 'repair2@example.org']);

  const other = await stage.open('default~repair');
  await other.openPanel();
  await other.press('open-run-0');
  await other.waitForText('equation', '2 created + 1 rejected = 3 rows');
  await other.type('retype-0', 'repair3@example.org');
  await other.press('retry');
  await other.waitForText('equation', '3 created = 3 rows');
  expect(await ourAddresses(other)).toEqual([1, 2, 3].map((row) => `repair${String(row)}@example.org`));

  await card.type('retype-0', 'twice@example.org');
  await card.press('retry');
  await card.waitForText('retry-problem', 'Somebody else has gone on with this run');
  await card.waitForText('equation', '3 created = 3 rows');
  expect((await ourAddresses(card)).length).toBe(3);
  await Promise.all([card.close(), other.close()]);
});

test('what the link of filed failures gives can be corrected and pasted again', async () => {
  const card = await runRows('default~filed');
  await card.press('file-failures');
  const link = card.byTestId('filed-link');
  await link.waitFor();
  const address = (await link.getAttribute('href')) ?? '';
  const csv = await (await fetch(address)).text();
  expect(csv).toContain('repair2@example.nowhere,Ben,3,');

  await card.press('start-over');
  await card.paste(csv.replaceAll('.nowhere', '.org'));
  await card.press('to-match');
  expect(await card.text('columns')).not.toContain('Bulk Records');
  await card.press('to-review');
  await card.press('run');
  await card.waitForText('equation', '2 created = 2 rows');
  expect((await ourAddresses(card)).length).toBe(3);
  await card.close();
});

test('the repairs fit into a narrow window', async () => {
  const card = await runRows('default~narrow');
  for (const width of [1280, 420]) {
    await card.layout.resize(width, 900);
    await card.layout.scrollTo('equation');
    const refusalsWidth = (): Promise<number> => card.layout.widthOf('refusals');
    await expect.poll(refusalsWidth).toBeGreaterThan(0);
    await expect.poll(refusalsWidth).toBeLessThanOrEqual(width);
  }
  await card.close();
});
