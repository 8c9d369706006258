import { Alert, Button, Link, Table, Text } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WRITE_RECORDS } from '@bulk-records/core';
import { FakeJournal } from './testing/fake-journal.ts';
import { healthyFunctions, usualRecords, type FakeRecord } from './testing/fake-functions.ts';
import {
  equationOf,
  goTo,
  openCard,
  press,
  resetCard,
  startCardClock,
  textIn,
} from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

const ROWS = 'Email,First name\ntaken@example.org,Ted\nada@example.org,Ada\n';

async function settle(ms = 1000) {
  await vi.advanceTimersByTimeAsync(ms);
}

function namesOf(records: readonly FakeRecord[]) {
  return records.map(({ properties }) => properties['firstname']);
}

/** A tab that is closed while HubSpot writes: the function never comes back to it. */
function functionsOfClosedTab(records: FakeRecord[], journal: FakeJournal) {
  const functions = healthyFunctions(records, journal);
  return {
    ...functions,
    [WRITE_RECORDS]: (parameters: unknown) => {
      void functions[WRITE_RECORDS]?.(parameters);
      return new Promise(() => undefined);
    },
  };
}

describe('a run is kept', () => {
  test('and stands among the latest runs, with what became of it', async () => {
    const journal = new FakeJournal();
    const card = openCard(healthyFunctions(usualRecords(), journal));
    await goTo(card, 'outcomes', ROWS);
    press(card, 'start-over');
    const again = openCard(healthyFunctions(usualRecords(), journal));
    await settle();
    const runs = textIn(again.findByTestId(Table, 'runs'));
    expect(runs).toContain('1 created, 1 updated of 2 rows');
    expect(runs).toContain('Create new records and update existing ones · Contacts');
  });

  test('and stands there as soon as another one is begun in the same tab', async () => {
    const card = openCard(healthyFunctions(usualRecords(), new FakeJournal()));
    await goTo(card, 'outcomes', ROWS);
    press(card, 'start-over');
    await settle();
    expect(textIn(card.findByTestId(Table, 'runs'))).toContain('1 created, 1 updated of 2 rows');
  });

  test('and can be opened again in another tab', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    await goTo(openCard(healthyFunctions(records, journal)), 'outcomes', ROWS);
    const again = openCard(healthyFunctions(records, journal));
    await settle();
    press(again, 'open-run-0');
    await settle();
    expect(equationOf(again)).toBe('1 created + 1 updated = 2 rows');
  });

  test('with a link to its outcomes where they were filed, made anew on every tap', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    const card = openCard(healthyFunctions(records, journal));
    await goTo(card, 'outcomes', ROWS);
    press(card, 'start-over');
    await settle();
    expect(card.maybeFindByTestId(Button, 'report-run-0')).toBeNull();
    const [runId = ''] = journal.runs.keys();
    journal.reported.add(runId);
    const again = openCard(healthyFunctions(records, journal));
    await settle();
    press(again, 'report-run-0');
    await settle();
    const link = again.findByTestId(Link, 'report-link');
    expect(link.props.href).toEqual({ url: 'https://files.example.org/again.csv', external: true });
    journal.reported.delete(runId);
    press(again, 'report-run-0');
    await settle();
    expect(again.findByTestId(Alert, 'history-problem').props.title).toBe('The file of outcomes is gone');
  });

  test('and is forgotten when that is wanted', async () => {
    const journal = new FakeJournal();
    await goTo(openCard(healthyFunctions(usualRecords(), journal)), 'outcomes', ROWS);
    const again = openCard(healthyFunctions(usualRecords(), journal));
    await settle();
    press(again, 'forget-run-0');
    await settle();
    expect(again.maybeFindByTestId(Table, 'runs')).toBeNull();
    expect(journal.pieces.size).toBe(0);
  });

  test('not without the scope, which is said while it runs and after', async () => {
    const journal = new FakeJournal();
    journal.lacksScope = true;
    const card = openCard(healthyFunctions(usualRecords(), journal));
    await goTo(card, 'outcomes', ROWS);
    expect(equationOf(card)).toBe('1 created + 1 updated = 2 rows');
    expect(textIn(card.findByTestId(Alert, 'no-journal'))).toBeDefined();
    expect(card.findByTestId(Alert, 'no-journal').props.title).toContain('not kept');
    expect(card.maybeFindByTestId(Button, 'resume')).toBeNull();
  });
});

describe('a run that goes on', () => {
  test.each([
    { lacksScope: false, why: 'is kept', said: 'nothing is lost' },
    { lacksScope: true, why: 'cannot be kept', said: null },
  ])('says what closing its tab costs where it $why', async ({ lacksScope, said }) => {
    const journal = new FakeJournal();
    journal.lacksScope = lacksScope;
    const card = openCard(functionsOfClosedTab(usualRecords(), journal));
    await goTo(card, 'outcomes', ROWS);
    const text = card.findByTestId(Text, 'keep-open').text;
    expect(text).toContain('Keep this tab open');
    if (said === null) expect(text).not.toContain('nothing is lost');
    else expect(text).toContain(said);
  });
});

describe('a tab that was closed during a run', () => {
  test('leaves an alert, and the run is taken up without writing anything twice', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    await goTo(openCard(functionsOfClosedTab(records, journal)), 'outcomes', ROWS);
    journal.holders.clear();
    const again = openCard(healthyFunctions(records, journal));
    await settle();
    expect(again.findByTestId(Alert, 'left-behind').props.title).toBe('A run was left half-way');
    press(again, 'resume-run-0');
    await settle(5000);
    expect(equationOf(again)).toMatch(/= 2 rows$/);
    expect(namesOf(records)).toEqual(['Ted', 'Ada']);
  });

  test('is not taken up while its lease lasts: another tab may be at work', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    await goTo(openCard(functionsOfClosedTab(records, journal)), 'outcomes', ROWS);
    const again = openCard(healthyFunctions(records, journal));
    await settle();
    const before = namesOf(records);
    press(again, 'resume-run-0');
    await settle(5000);
    expect(again.findByTestId(Alert, 'history-problem').props.title).toContain('another tab');
    expect(namesOf(records)).toEqual(before);
    journal.holders.clear();
    press(again, 'resume-run-0');
    await settle(5000);
    expect(equationOf(again)).toMatch(/= 2 rows$/);
  });

  test('keeps others from running the same plan meanwhile', async () => {
    const journal = new FakeJournal();
    await goTo(openCard(functionsOfClosedTab(usualRecords(), journal)), 'outcomes', ROWS);
    const other = openCard(healthyFunctions(usualRecords(), journal));
    await goTo(other, 'outcomes', ROWS);
    expect(other.findByTestId(Alert, 'run-held').props.title).toContain('another tab');
  });
});

describe('undo', () => {
  test('shows what it will restore, archive and keep before it does it', async () => {
    const records = usualRecords();
    const card = openCard(healthyFunctions(records));
    await goTo(card, 'outcomes', ROWS);
    expect(namesOf(records)).toEqual(['Ted', 'Ada']);
    press(card, 'undo');
    await settle();
    expect(card.findByTestId(Text, 'plan-counts').text).toBe('1 update · 1 archive = 2 rows');
    expect(card.findByTestId(Button, 'run').text).toBe('Write 2 records');
    expect(card.findByTestId(Text, 'undo-description').text).toBe('This plan takes an earlier run back');
    press(card, 'run');
    await settle(5000);
    expect(namesOf(records)[0]).toBe('Theo');
  });

  test('says that it archives where the run only made records', async () => {
    const card = openCard(healthyFunctions(usualRecords()));
    await goTo(card, 'outcomes', 'Email,First name\nada@example.org,Ada\n');
    press(card, 'undo');
    await settle();
    expect(card.findByTestId(Button, 'run').text).toBe('Archive 1 record');
  });

  test('keeps a cell that somebody wrote over, and says so', async () => {
    const records = usualRecords();
    const card = openCard(healthyFunctions(records));
    await goTo(card, 'outcomes', 'Email,First name\ntaken@example.org,Ted\n');
    const [theo] = records;
    if (theo) theo.properties['firstname'] = 'Zoe';
    press(card, 'undo');
    await settle();
    expect(card.findByTestId(Text, 'plan-counts').text).toBe('1 blocked = 1 row');
    expect(namesOf(records)).toEqual(['Zoe']);
  });

  test('works for a run of an earlier day', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    await goTo(
      openCard(healthyFunctions(records, journal)),
      'outcomes',
      'Email,First name\ntaken@example.org,Ted\n',
    );
    const again = openCard(healthyFunctions(records, journal));
    await settle();
    press(again, 'undo-run-0');
    await settle();
    await settle();
    press(again, 'run');
    await settle(3000);
    expect(namesOf(records)).toEqual(['Theo']);
    expect([...journal.runs.values()].at(-1)?.undoes).toMatch(/^[a-z0-9]+$/);
  });
});
