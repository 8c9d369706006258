import { Alert, Button, Checkbox, Link, Select, Text } from '@hubspot/ui-extensions';
import { WRITE_RECORDS } from '@bulk-records/core';
import { FileInput } from '@hubspot/ui-extensions/experimental';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { healthyFunctions, usualRecords } from './testing/fake-functions.ts';
import {
  equationOf,
  openCard,
  press,
  resetCard,
  startCardClock,
  textIn,
  type Card,
} from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

/** Every file is long, and a part has ten rows. */
const LONG = { LONG_FILE_BYTES: 0, LONG_PART_ROWS: 10 };

function fileOf(count: number, changes: Readonly<Record<number, string>> = {}): File {
  const lines = Array.from(
    { length: count },
    (_, row) => changes[row] ?? `long${String(row)}@example.org,Row ${String(row)}`,
  );
  return new File([['Email,First name', ...lines].join('\n')], 'everybody.csv');
}

async function choose(card: Card, file: File) {
  card.findByTestId(FileInput, 'file').props.onChange(file);
  await settle(50);
}

async function settle(turns: number) {
  for (let turn = 0; turn < turns; turn += 1) {
    await vi.advanceTimersByTimeAsync(100);
  }
}

async function review(card: Card, file: File) {
  await choose(card, file);
  press(card, 'to-match');
  press(card, 'to-review');
  await settle(50);
}

function alertsOf(card: Card) {
  return card.findAll(Alert).map(({ props }) => props.testId);
}

async function run(card: Card) {
  press(card, 'run-long');
  await settle(200);
}

describe('a file that is read piece by piece', () => {
  it('says about how many rows it has, and shows the first ones', async () => {
    const card = openCard(healthyFunctions(), LONG);
    await choose(card, fileOf(35));
    expect(card.findByTestId(Text, 'reading').text).toBe(
      'Comma-separated · about 35 rows × 2 columns · header in row 1 · UTF-8',
    );
  });

  it('is checked to its last row before anything is written', async () => {
    const records = usualRecords();
    const card = openCard(healthyFunctions(records), LONG);
    await review(card, fileOf(35, { 33: 'no address,Bo', 34: 'long0@example.org,Again' }));
    expect(card.findByTestId(Text, 'long-counts').text).toBe(
      '33 ready + 1 left out because of an issue + 1 repeated = 35 rows',
    );
    expect(card.findByTestId(Button, 'run-long').text).toBe('Write 33 records, leave out 1 row');
  });

  it('is written in parts, and every row is in the equation', async () => {
    const card = openCard(healthyFunctions(usualRecords()), LONG);
    await review(card, fileOf(35, { 33: 'no address,Bo', 34: 'long0@example.org,Again' }));
    await run(card);
    expect(equationOf(card)).toBe('33 created + 2 left out = 35 rows');
    const parts = textIn(card);
    expect(parts).toContain('Part 4 of 4: rows 32 to 36');
    expect(card.findByTestId(Link, 'outcomes-of-part-1').text).toBe('All outcomes (CSV)');
    expect(card.findByTestId(Link, 'failures-of-part-4').text).toBe('Failures (CSV)');
  });

  it('may have an object on every line as well', async () => {
    const card = openCard(healthyFunctions(usualRecords()), LONG);
    const lines = Array.from({ length: 25 }, (_, row) =>
      JSON.stringify({ Email: `line${String(row)}@example.org`, 'First name': `Row ${String(row)}` }),
    );
    await review(card, new File([lines.join('\n')], 'everybody.jsonl'));
    await run(card);
    expect(equationOf(card)).toBe('25 created = 25 rows');
    expect(textIn(card)).toContain('Part 3 of 3: rows 21 to 25');
  });

  it('shows the outcomes of each part, and leads back to all of them', async () => {
    const card = openCard(healthyFunctions(usualRecords()), LONG);
    await review(card, fileOf(25));
    await run(card);
    press(card, 'open-part-3');
    await settle(20);
    expect(equationOf(card)).toBe('5 created = 5 rows');
    press(card, 'back-to-parts');
    expect(equationOf(card)).toBe('25 created = 25 rows');
  });

  it('is checked anew with a fix, which holds for every equal cell', async () => {
    const card = openCard(healthyFunctions(usualRecords()), LONG);
    const wrong = { 3: 'nobody,Bo', 31: 'nobody,Cy' };
    await review(card, fileOf(35, wrong));
    expect(textIn(card)).toContain('5, 33');
    press(card, 'blank-0');
    await settle(50);
    expect(card.findByTestId(Text, 'long-counts').text).toContain('2 left out');
  });

  it('is read once for a fix, and not at all for a choice of what becomes of its rows', async () => {
    const card = openCard(healthyFunctions(), LONG);
    const rows = Array.from({ length: 35 }, (_, row) => `many${String(row)}@example.org,${String(row)}`);
    const file = new File([['Email,Children', ...rows, 'z@example.org,many'].join('\n')], 'children.csv');
    const reads = vi.spyOn(file, 'arrayBuffer');
    await choose(card, file);
    press(card, 'to-match');
    reads.mockClear();
    press(card, 'to-review');
    await settle(50);
    expect(reads).toHaveBeenCalledTimes(2);
    reads.mockClear();
    press(card, 'blank-0');
    await settle(50);
    expect(card.findByTestId(Text, 'long-counts').text).toContain('36 ready');
    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockClear();
    card.findByTestId(Select, 'long-compare').props.onChange?.('no');
    await settle(50);
    expect(reads).not.toHaveBeenCalled();
  });

  it('need not be compared with HubSpot where nothing depends on it', async () => {
    const records = usualRecords();
    const functions = healthyFunctions(records);
    const card = openCard(functions, LONG);
    await review(card, fileOf(12));
    card.findByTestId(Select, 'long-compare').props.onChange?.('no');
    await run(card);
    expect(equationOf(card)).toBe('12 created = 12 rows');
  });

  it('goes on where an earlier session was stopped', async () => {
    const healthy = healthyFunctions(usualRecords());
    const open: Card[] = [];
    let writes = 0;
    const functions = {
      ...healthy,
      [WRITE_RECORDS]: (parameters: unknown) => {
        writes += 1;
        if (writes === 2) for (const card of open) press(card, 'stop');
        return healthy[WRITE_RECORDS]?.(parameters);
      },
    };
    const first = openCard(functions, LONG);
    open.push(first);
    await review(first, fileOf(35));
    await run(first);
    expect(first.findByTestId(Alert, 'stopped').props.title).toContain('You stopped');
    expect(equationOf(first)).toBe('20 created + 15 not sent = 35 rows');
    expect(first.findByTestId(Text, 'took').text).toMatch(/^Stopped after /);
    const second = openCard(functions, LONG);
    await settle(10);
    await review(second, fileOf(35));
    expect(second.findByTestId(Alert, 'long-earlier').props.title).toBe(
      'An earlier run has written these rows up to row 21',
    );
    await run(second);
    expect(equationOf(second)).toBe('35 created = 35 rows');
    expect(second.findByTestId(Text, 'took').text).toMatch(/^Finished in /);
  });

  it('offers to go on only where the open record is the same, and the rows are compared alike', async () => {
    const functions = healthyFunctions(usualRecords());
    const first = openCard(functions, LONG);
    await review(first, fileOf(25));
    await run(first);
    const again = openCard(functions, LONG);
    await review(again, fileOf(25));
    expect(textIn(again)).toContain('goes on from there');
    again.findByTestId(Select, 'long-compare').props.onChange?.('no');
    await settle(2);
    expect(again.findByTestId(Alert, 'long-earlier').text).toContain('had the other choice');
    expect(again.findByTestId(Button, 'run-long').props.disabled).toBe(false);
    const tied = openCard(functions, LONG);
    await choose(tied, fileOf(25));
    press(tied, 'to-match');
    tied.findByTestId(Checkbox, 'associate').props.onChange?.(true, '');
    await settle(2);
    press(tied, 'to-review');
    await settle(50);
    expect(alertsOf(tied)).not.toContain('long-earlier');
  });
});
