import { Alert, Button, Checkbox, Table, Text } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { READ_RECORDS } from '@bulk-records/core';
import { healthyFunctions, usualRecords, type FakeFunctions } from './testing/fake-functions.ts';
import { goTo, openCard, press, resetCard, startCardClock, textIn } from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

const ROW_COUNT = 201;

function manyRows(): string {
  const rows = Array.from({ length: ROW_COUNT }, (_, index) => `row${String(index)}@example.org,Ada`);
  return `Email,First name\n${rows.join('\n')}\n`;
}

/** A portal in which a workflow writes over first names as soon as they are there. */
function meddlingPortal(): FakeFunctions {
  const records = usualRecords();
  const functions = healthyFunctions(records);
  return {
    ...functions,
    [READ_RECORDS]: (parameters) => {
      for (const { properties } of records.slice(1)) properties['firstname'] = 'MEDDLED';
      return functions[READ_RECORDS]?.(parameters);
    },
  };
}

async function runMany(functions: FakeFunctions) {
  const card = openCard(functions);
  await goTo(card, 'outcomes', manyRows());
  return card;
}

describe('the first few records of a large plan', () => {
  test('stop the run when HubSpot holds something else, and show what', async () => {
    const card = await runMany(meddlingPortal());
    expect(card.findByTestId(Alert, 'canary').text).toContain(
      '5 records tried: 0 failed, 5 came out otherwise than planned.',
    );
    expect(textIn(card.findByTestId(Table, 'canary-differences'))).toContain('First name | Ada | MEDDLED');
    expect(card.findByTestId(Button, 'open-panel').text).toBe('The run waits for you');
  });

  test('the others are written when the admin says so', async () => {
    const card = await runMany(meddlingPortal());
    expect(card.findByTestId(Button, 'canary-go-on').text).toBe('Write the other 196');
    press(card, 'canary-go-on');
    await vi.advanceTimersByTimeAsync(2000);
    expect(card.findByTestId(Text, 'equation').text).toBe('201 created = 201 rows');
  });

  test('nothing more is written when the admin stops there', async () => {
    const card = await runMany(meddlingPortal());
    press(card, 'canary-stop');
    await vi.advanceTimersByTimeAsync(2000);
    expect(card.findByTestId(Text, 'equation').text).toBe('5 created + 196 not sent = 201 rows');
    const stopped = card.findByTestId(Alert, 'stopped');
    expect(stopped.props.title).toMatch(/^\d+ rows were not sent$/);
    expect(stopped.text).toContain('after the first records');
    expect(card.findByTestId(Text, 'took').text).toMatch(/^Stopped after /);
  });

  test('say which rows failed and why', async () => {
    const rows = manyRows().replaceAll('row', 'bad');
    const card = openCard();
    await goTo(card, 'outcomes', rows);
    expect(card.findByTestId(Alert, 'canary').text).toContain('5 failed');
    const failed = card.findAll(Text).map(({ text }) => text);
    expect(failed).toContain('Row 2: Email: “bad0@example.org” is not a valid e-mail address. Correct it.');
  });

  test('let the run go on by itself when they come out as planned', async () => {
    const card = await runMany(healthyFunctions());
    expect(card.findByTestId(Text, 'equation').text).toBe('201 created = 201 rows');
  });

  test('go with all others when the admin does not want them alone', async () => {
    const card = openCard(meddlingPortal());
    await goTo(card, 'review', manyRows());
    card.findByTestId(Checkbox, 'canary-wanted').props.onChange?.(false, '');
    press(card, 'run');
    await vi.advanceTimersByTimeAsync(2000);
    expect(card.findByTestId(Text, 'equation').text).toBe('201 created = 201 rows');
  });
});
