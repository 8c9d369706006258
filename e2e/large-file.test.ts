import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from './open-stage.ts';

const stage = openStage();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-files-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const COLUMN_COUNT = 20;

/** The last row has no address. */
function makeLargeFile(name: string, rowCount: number): string {
  const headers = ['Email', 'First Name', 'Last Name', 'City'];
  const others = Array.from({ length: COLUMN_COUNT - headers.length }, (_, index) => `Note ${index + 1}`);
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const email = index === rowCount - 1 ? 'nobody' : `person.${index}@example.org`;
    return [email, 'Clara', 'Vogel', 'Hamburg', ...others.map(() => `Text ${index}`)].join(',');
  });
  const path = join(folder, name);
  writeFileSync(path, [[...headers, ...others].join(','), ...rows].join('\n'));
  return path;
}

test('the card answers while it reads: a reading is stopped, taken up again, and gives way to what is typed', async () => {
  const path = makeLargeFile('huge.csv', 70_000);
  expect(statSync(path).size).toBeGreaterThan(14_000_000);
  const card = await stage.open('default~huge');
  await card.openPanel();

  const stopped = card.pressWhenItAppears('stop-reading');
  await card.chooseFileAt(path);
  await stopped;
  expect(await card.text('reading-stopped')).toContain('Reading stopped: huge.csv');
  await card.waitUntilGone('reading');

  await card.press('read-input');
  await card.paste('Email,First Name\nada.new@example.org,Ada\n');
  await card.waitForText('reading', '1 row × 2 columns');
  await card.waitUntilGone('reading-progress');
  await card.close();
});

test('fifty thousand rows by twenty columns are read, mapped, reviewed and repaired', async () => {
  const path = makeLargeFile('large.csv', 50_000);
  expect(statSync(path).size).toBeGreaterThan(10_000_000);
  const card = await stage.open('default~large');
  await card.openPanel();
  await card.chooseFileAt(path);
  await card.byTestId('kept-input').waitFor();
  expect(await card.text('reading')).toBe(
    'Comma-separated · 50,000 rows × 20 columns · header in row 1 · UTF-8',
  );
  await card.press('to-match');
  await card.byTestId('columns').waitFor();
  const stopped = card.pressWhenItAppears('stop-lookup');
  await card.press('to-review');
  await stopped;
  await card.byTestId('plan-counts').waitFor();
  expect(await card.text('plan-counts')).toContain('1 blocked');
  expect(await card.text('plan-counts')).toContain('50,000 rows');
  expect(await card.text('issue-groups')).toContain('nobody');
  // The rows that were not read are more, so their group stands first.
  await card.type('retype-1', 'person.new@example.org');
  await expect.poll(() => card.text('plan-counts')).not.toContain('blocked');
  await card.close();
});
