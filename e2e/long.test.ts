import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import { holdImports, letGo } from './held-run.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();
let folder: string;
let path: string;

const ROWS = 4600;

/** Long for its column of notes, which goes nowhere: so few rows are written in a moment. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'long-files-'));
  path = join(folder, 'everybody.csv');
  const note = 'Nothing of this is written anywhere. '.repeat(100);
  const rows = Array.from(
    { length: ROWS },
    (_, row) => `long${String(row)}@example.org,Row ${String(row)},"${note}${String(row)}"`,
  );
  writeFileSync(path, ['Email,First Name,Our notes', ...rows].join('\n'));
  expect(statSync(path).size).toBeGreaterThan(16_000_000);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function goToReview(card: CardPage): Promise<void> {
  await card.chooseFileAt(path);
  await card.waitForText('reading', 'rows × 3 columns');
  await card.press('to-match');
  await card.press('to-review');
  await card.byTestId('long-counts').waitFor();
}

async function runToOutcomes(card: CardPage): Promise<string> {
  await card.press('run-long');
  await card.byTestId('equation').waitFor();
  return card.text('equation');
}

async function writtenNames(card: CardPage): Promise<readonly string[]> {
  const records = await card.records('contacts');
  return records.flatMap(({ archived, properties: { email = '', firstname = '' } }) =>
    email.startsWith('long') && !archived ? [firstname] : [],
  );
}

test('a file too long to be held whole is checked to its last row, written in parts, and proven row by row', async () => {
  const card = await stage.open('default~long');
  await card.openPanel();
  await goToReview(card);
  expect(await card.text('long-counts')).toContain('= 4,600 rows');
  expect(await runToOutcomes(card)).toBe('4,600 created = 4,600 rows');
  const names = await writtenNames(card);
  expect(names.length).toBe(ROWS);
  expect(new Set(names).size).toBe(ROWS);

  await card.press('open-part-2');
  await card.byTestId('back-to-parts').waitFor();
  expect(await card.text('equation')).not.toContain('4,600');
  await card.press('back-to-parts');
  await card.waitForText('equation', '4,600 created = 4,600 rows');
  await card.close();
});

test('a tab closed while HubSpot imports costs nothing: the same file goes on in another tab', async () => {
  const scenario = 'default~long-import';
  const first = await stage.open(scenario);
  await first.openPanel();
  await goToReview(first);
  await first.choose('way', /By HubSpot’s import/);
  await holdImports(first);
  await first.press('run-long');
  await first.untilRecords('contacts', (records) =>
    records.some(({ properties: { email = '' } }) => email.startsWith('long')),
  );
  await first.close();

  const second = await stage.open(scenario);
  await letGo(second);
  await second.openPanel();
  await goToReview(second);
  expect(await second.text('long-earlier')).toContain('goes on from there');
  await second.choose('way', /By HubSpot’s import/);
  let equation = await runToOutcomes(second);
  // Nobody can know that the first tab is gone until its lease is over.
  while (equation.includes('not sent')) {
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    await second.press('start-over');
    await goToReview(second);
    await second.choose('way', /By HubSpot’s import/);
    equation = await runToOutcomes(second);
  }
  expect(equation).toBe('4,600 created = 4,600 rows');
  const names = await writtenNames(second);
  expect(names.length).toBe(ROWS);
  expect(new Set(names).size).toBe(ROWS);
  await second.close();
});
