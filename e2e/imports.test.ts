import { expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import { goToReview, openAndPaste, runToOutcomes } from './main-steps.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();

const ROWS = 1200;

const addressOf = (row: number): string => `imported${String(row)}@example.org`;

function paste(): string {
  const rows = Array.from({ length: ROWS }, (_, row) => `${addressOf(row)}\tRow ${String(row)}`);
  return ['Email\tFirst Name', ...rows].join('\n');
}

async function importedNames(card: CardPage): Promise<readonly string[]> {
  const records = await card.records('contacts');
  return records.flatMap(({ properties: { email = '', firstname = '' } }) =>
    email.startsWith('imported') ? [firstname] : [],
  );
}

async function chooseImports(card: CardPage): Promise<void> {
  await openAndPaste(card, paste());
  await goToReview(card);
  await card.choose('way', /By HubSpot’s import/);
}

test('a large paste is handed to HubSpot’s import, and every row gets its proven outcome', async () => {
  const card = await stage.open('default~import');
  await chooseImports(card);
  expect(await runToOutcomes(card)).toBe('1,200 created = 1,200 rows');
  expect(new Set(await importedNames(card)).size).toBe(ROWS);
  await card.close();
});
