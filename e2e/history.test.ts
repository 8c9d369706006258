import { expect, test } from 'vitest';
import { holdRun, letGo } from './held-run.ts';
import type { PortalRecord } from './portal-record.ts';
import { goToReview, openAndPaste, runToOutcomes } from './main-steps.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();

const ROWS = 1500;

function addressOf(row: number): string {
  return `history${String(row)}@example.org`;
}

function pasteOf(count: number): string {
  const rows = Array.from({ length: count }, (_, row) => `${addressOf(row)}\tRow ${String(row)}`);
  return ['Email\tFirst Name', ...rows].join('\n');
}

function withName(records: readonly PortalRecord[], name: string): number {
  return records.filter(({ archived, properties }) => !archived && properties['firstname'] === name).length;
}

test('a tab closed in the middle of a run costs nothing: another tab takes it up, and every row is written once', async () => {
  const scenario = 'default~closed-tab';
  const first = await stage.open(scenario);
  await openAndPaste(first, pasteOf(ROWS));
  await goToReview(first);
  await holdRun(first);
  await first.press('run');
  await first.waitForText('progress', 'of 1,500');
  await first.untilRecords('contacts', (records) => records.some((record) => isOurs(record)));

  const second = await stage.open(scenario);
  await second.openPanel();
  expect(await second.text('runs')).toContain('1,500');
  await second.press('resume-run-0');
  await second.waitForText('history-problem', 'another tab');
  await first.close();
  await letGo(second);
  // Nobody can know that the first tab is gone until its lease is over.
  await second.pressUntil('resume-run-0', 'equation');
  expect(await second.text('equation')).toBe('1,500 created = 1,500 rows');
  const addresses = (await second.records('contacts')).map(({ properties }) => properties['email']);
  expect(addresses.filter((address) => address?.startsWith('history')).length).toBe(ROWS);
  await second.close();
});

function isOurs({ properties }: PortalRecord): boolean {
  return properties['email']?.startsWith('history') ?? false;
}

test('a run that was stopped is told of in the sidebar of the next page, and taken up from there', async () => {
  const card = await stage.open({ scenario: 'default~sidebar', locale: 'en-us', sidebarPx: 300 });
  await openAndPaste(card, pasteOf(ROWS));
  await goToReview(card);
  await holdRun(card);
  await card.press('run');
  await card.text('wait');
  await card.press('stop');
  await card.waitForText('equation', 'not sent');
  await letGo(card);
  await card.reload();
  expect(await card.text('latest-run-0')).toMatch(/^Stopped half-way\n.* of 1,500 rows done/);
  await card.press('resume-left-behind');
  await card.waitForText('equation', '1,500 created = 1,500 rows');
  await expect.poll(() => card.text('latest-run-0')).toMatch(/^Finished/);
  await card.close();
});

test('a run is taken back: a plan that says what it restores, a run, and the portal as it was', async () => {
  const card = await stage.open('default~undo');
  const [known] = (await card.records('contacts')).filter(
    ({ archived, mergedInto, properties: { email = '', firstname = '' } }) =>
      !archived && mergedInto === undefined && email.includes('@') && firstname !== '',
  );
  const { email = '', firstname = '' } = known?.properties ?? {};
  await openAndPaste(card, `Email\tFirst Name\n${email}\tOverwritten\nhistory.new@example.org\tNew\n`);
  await goToReview(card);
  expect(await runToOutcomes(card)).toBe('1 created + 1 updated = 2 rows');
  expect(withName(await card.records('contacts'), 'Overwritten')).toBe(1);

  await card.press('make-note');
  await card.waitForText('note', 'The run is noted on this record');
  const notes = (await card.records('notes')).map(({ properties }) => properties['hs_note_body'] ?? '');
  expect(notes.filter((body) => body.includes('1 created, 1 updated of 2 rows'))).toHaveLength(1);

  await card.press('undo');
  expect(await card.text('plan-counts')).toBe('1 update · 1 archive = 2 rows');
  await card.press('open-row-0');
  expect(await card.text('cell-changes')).toContain(firstname);
  await card.press('run');
  await card.waitForText('equation', 'archived');
  const after = await card.records('contacts');
  expect(withName(after, 'Overwritten')).toBe(0);
  expect(after.find(({ id }) => id === known?.id)?.properties['firstname']).toBe(firstname);
  expect(after.find(({ properties }) => properties['firstname'] === 'New')?.archived).toBe(true);
  await card.close();
});

test('creates without a key survive a lost answer once the row property is there', async () => {
  const card = await stage.open('default.502-after~row-property');
  const names = Array.from({ length: 150 }, (_, row) => `Keyless ${String(row)}`);
  await openAndPaste(card, ['First Name\tCity', ...names.map((name) => `${name}\tBonn`)].join('\n'));
  await card.press('to-match');
  await card.choose('operation', 'Only create new records');
  await card.press('to-review');
  expect(await card.text('create-proof')).toContain('New records have no key');
  await card.press('add-row-property');
  await card.waitForText('create-proof', 'No row can make two records');
  expect(await runToOutcomes(card)).toBe('150 created = 150 rows');
  const records = await card.records('contacts');
  expect(names.map((name) => withName(records, name))).toEqual(names.map(() => 1));
  await card.close();
});
