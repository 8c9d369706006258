import { gunzipSync, gzipSync } from 'node:zlib';
import { Button, Input, Select, Table, Text } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { READ_RECORDS, WRITE_RECORDS } from '@bulk-records/core';
import { decodeWith, writeRecordsRequestSchema, type WriteInput } from '@bulk-records/core';
import { FakeJournal } from './testing/fake-journal.ts';
import { healthyFunctions, usualRecords, type FakeFunctions } from './testing/fake-functions.ts';
import {
  equationOf,
  goTo,
  openCard,
  press,
  resetCard,
  startCardClock,
  textIn,
  type Card,
} from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

async function settle(ms = 5000) {
  await vi.advanceTimersByTimeAsync(ms);
}

/** Functions that note what is written. */
function watched(functions: FakeFunctions, written: WriteInput[]): FakeFunctions {
  return {
    ...functions,
    [WRITE_RECORDS]: (parameters) => {
      const request = decodeWith(writeRecordsRequestSchema, parameters);
      if (request.ok) written.push(...request.value.batches.flatMap(({ inputs }) => inputs));
      return functions[WRITE_RECORDS]?.(parameters);
    },
  };
}

function type(card: Card, testId: string, text: string) {
  card.findByTestId(Input, testId).props.onChange?.(text);
}

/** Chooses what the first of the choices is called. */
function choose(card: Card, testId: string, label: string) {
  const select = card.findByTestId(Select, testId);
  const option = select.props.options.find((each) => each.label === label);
  if (option?.value === undefined) throw new Error(`No ${label}`);
  select.props.onChange?.(option.value);
}

/** As a journal of an earlier version is. */
function forgetDrafts({ pieces }: FakeJournal): void {
  for (const [name, content] of pieces) {
    if (!name.includes('"plan"')) continue;
    const lines = gunzipSync(Buffer.from(content, 'base64')).toString('utf8');
    const kept = lines.replaceAll('"draft":', '"was":');
    pieces.set(name, gzipSync(kept).toString('base64'));
  }
}

const ROWS = [
  'Email,First name,Lifecycle stage',
  'ada@example.org,Ada,Custmer',
  'ben@example.org,Ben,Custmer',
  'cy@example.org,Cy,Lead',
  ',Dan,Lead',
  'bad1@example.org,Eve,Lead',
].join('\n');

describe('rows that were left out before the run', () => {
  test('are told by column, cause and value above the outcomes, with the nearest option', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', ROWS);
    expect(equationOf(card)).toBe('1 created + 1 rejected + 3 left out = 5 rows');
    const said = textIn(card.findByTestId(Table, 'left-out'));
    expect(said).toContain('“Custmer” is none of its options. Did you mean “Customer”?');
    expect(said).toContain('2 rows: 2, 3');
    expect(said).toContain('Email is blank');
  });

  test('are asked about where a date that is typed for them can be read in two ways', async () => {
    const written: WriteInput[] = [];
    const card = openCard(watched(healthyFunctions(), written));
    await goTo(card, 'outcomes', 'Email,Birthday\nada@example.org,soon\nben@example.org,1990-05-31');
    written.length = 0;
    expect(card.findByTestId(Input, 'retype-left-out-0').props.description).toBe(
      'Always understood: 2026-05-31',
    );
    type(card, 'retype-left-out-0', '03/04/2026');
    const asked = card.findByTestId(Text, 'unreadable-left-out-0').text;
    expect(asked).toBe(
      '“03/04/2026” can be read in more than one way. Did you mean “2026-04-03” or “2026-03-04”?',
    );
    expect(card.maybeFindByTestId(Button, 'retry')).toBeNull();
    choose(card, 'fix-left-out-0', '2026-04-03');
    press(card, 'retry');
    await settle();
    expect(equationOf(card)).toBe('2 created = 2 rows');
    expect(written.map(({ properties }) => properties['birthday'])).toEqual(['2026-04-03']);
  });

  test('are fixed there and run with the refused ones, within the same run', async () => {
    const written: WriteInput[] = [];
    const journal = new FakeJournal();
    const card = openCard(watched(healthyFunctions(usualRecords(), journal), written));
    await goTo(card, 'outcomes', ROWS);
    written.length = 0;
    choose(card, 'fix-left-out-0', 'Customer');
    expect(card.findByTestId(Button, 'retry').text).toBe('Retry 2 fixed rows');
    type(card, 'retype-left-out-1', 'Dan@Example.org');
    type(card, 'retype-0', 'eve@example.org');
    expect(card.findByTestId(Button, 'retry').text).toBe('Retry 4 fixed rows');
    press(card, 'retry');
    await settle();
    expect(equationOf(card)).toBe('5 created = 5 rows');
    expect(written.map(({ id }) => id).sort()).toEqual([
      'ada@example.org',
      'ben@example.org',
      'dan@example.org',
      'eve@example.org',
    ]);
    expect(journal.runs.size).toBe(1);
    expect(card.maybeFindByTestId(Table, 'left-out')).toBeNull();
  });

  test('are held against what HubSpot holds before they are written', async () => {
    const written: WriteInput[] = [];
    const card = openCard(watched(healthyFunctions(), written));
    await goTo(card, 'outcomes', 'Email,First name,Lifecycle stage\ntaken@example.org,Theo,Custmer\n');
    choose(card, 'fix-left-out-0', 'Customer');
    press(card, 'retry');
    await settle();
    expect(equationOf(card)).toBe('1 updated = 1 row');
    expect(written).toMatchObject([{ id: '77', properties: { lifecyclestage: 'customer' } }]);
    expect(written[0]?.properties).not.toHaveProperty('firstname');
  });

  test('stay left out when their fix is taken back', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', ROWS);
    choose(card, 'fix-left-out-0', 'Customer');
    press(card, 'take-back-left-out-0');
    expect(card.maybeFindByTestId(Button, 'retry')).toBeNull();
    expect(card.findByTestId(Select, 'fix-left-out-0')).toBeDefined();
  });

  test('are fixed by another tab, after the run was opened there', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    await goTo(openCard(healthyFunctions(records, journal)), 'outcomes', ROWS);
    const again = openCard(healthyFunctions(records, journal));
    await settle();
    press(again, 'open-run-0');
    await settle();
    choose(again, 'fix-left-out-0', 'Customer');
    press(again, 'retry');
    await settle();
    expect(equationOf(again)).toBe('3 created + 1 rejected + 1 left out = 5 rows');
  });

  test('stay as they are, fix and all, where HubSpot cannot be asked about them', async () => {
    const functions = healthyFunctions();
    let isDown = false;
    const card = openCard({
      ...functions,
      [READ_RECORDS]: (parameters) =>
        isDown ? Promise.reject(new Error('lost')) : functions[READ_RECORDS]?.(parameters),
    });
    await goTo(card, 'outcomes', ROWS);
    choose(card, 'fix-left-out-0', 'Customer');
    isDown = true;
    press(card, 'retry');
    await settle(120_000);
    expect(equationOf(card)).toBe('1 created + 1 rejected + 3 left out = 5 rows');
    expect(card.findByTestId(Button, 'retry').text).toBe('Retry 2 fixed rows');
  });
});

describe('a new record that is there already', () => {
  test('is updated instead where that is wanted', async () => {
    const written: WriteInput[] = [];
    const card = openCard(watched(healthyFunctions(), written));
    await goTo(card, 'match', 'Email,First name\nnew@example.org,Nia\ntaken@example.org,Ted\n');
    card.findByTestId(Select, 'operation').props.onChange?.('create');
    press(card, 'to-review');
    await settle(100);
    press(card, 'run');
    await settle();
    expect(equationOf(card)).toBe('1 created + 1 left out = 2 rows');
    written.length = 0;
    press(card, 'update-row-1');
    press(card, 'retry');
    await settle();
    expect(equationOf(card)).toBe('1 created + 1 updated = 2 rows');
    expect(written).toMatchObject([{ id: '77', properties: { firstname: 'Ted' } }]);
    expect(written[0]?.properties).not.toHaveProperty('email');
  });
});

describe('a row of which nobody could be asked', () => {
  test('is asked about again, and written', async () => {
    const functions = healthyFunctions();
    const isLost = (parameters: unknown) => JSON.stringify(parameters).includes('"lost@example.org"');
    let isDown = true;
    const card = openCard({
      ...functions,
      [READ_RECORDS]: (parameters) =>
        isDown && isLost(parameters)
          ? {
              ok: true,
              records: [],
              missingIds: ['ada@example.org'],
              unreadIds: ['lost@example.org'],
              requests: [],
            }
          : functions[READ_RECORDS]?.(parameters),
    });
    await goTo(card, 'review', 'Email,First name\nada@example.org,Ada\nlost@example.org,Lo\n');
    await settle(60_000);
    press(card, 'run');
    await settle(60_000);
    expect(equationOf(card)).toBe('1 created + 1 left out = 2 rows');
    isDown = false;
    expect(card.findByTestId(Button, 'ask-unread').text).toBe('Ask HubSpot again about 1 row');
    press(card, 'ask-unread');
    await settle();
    expect(equationOf(card)).toBe('2 created = 2 rows');
  });
});

describe('a run whose journal keeps no cells of its rows', () => {
  test('says so', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    await goTo(openCard(healthyFunctions(records, journal)), 'outcomes', ROWS);
    forgetDrafts(journal);
    const again = openCard(healthyFunctions(records, journal));
    await settle();
    press(again, 'open-run-0');
    await settle();
    expect(again.findByTestId(Text, 'forgotten-rows').text).toContain('3 rows were left out');
    expect(again.maybeFindByTestId(Table, 'left-out')).toBeNull();
  });
});
