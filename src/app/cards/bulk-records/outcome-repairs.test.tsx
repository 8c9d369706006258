import { Alert, Button, Input, Table, Text } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { READ_RECORDS, WRITE_RECORDS } from '@bulk-records/core';
import { decodeWith, writeRecordsRequestSchema, type WriteInput } from '@bulk-records/core';
import { FakeJournal } from './testing/fake-journal.ts';
import { healthyFunctions, usualRecords, type FakeFunctions } from './testing/fake-functions.ts';
import { goTo, openCard, press, resetCard, startCardClock, textIn, type Card } from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

async function settle(ms = 5000) {
  await vi.advanceTimersByTimeAsync(ms);
}

function equationOf(card: Card): string | null {
  return card.findByTestId(Text, 'equation').text;
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

type Batches = readonly { readonly batchId: string; readonly inputs: readonly WriteInput[] }[];

/** HubSpot writes nothing and says of each row what `errorOf` does; null says nothing at all. */
function answerWith(batches: Batches, errorOf: (input: WriteInput) => object | null) {
  return {
    ok: true,
    batches: batches.map(({ batchId, inputs }) => ({
      batchId,
      answer: {
        kind: 'answered',
        status: 207,
        sentAt: 0,
        receivedAt: 1,
        body: {
          status: 'COMPLETE',
          results: [],
          errors: inputs.map(errorOf).filter((error) => error !== null),
        },
      },
    })),
  };
}

const ROWS = 'Email,First name\nada@example.org,Ada\nbad1@example.org,Ben\n';

function type(card: Card, testId: string, text: string) {
  card.findByTestId(Input, testId).props.onChange?.(text);
}

describe('a row that HubSpot refused', () => {
  test('is told with the cell, what is wrong and what to do', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', ROWS);
    expect(textIn(card.findByTestId(Table, 'refusals'))).toContain(
      'Email: “bad1@example.org” is not a valid e-mail address. Correct it.',
    );
    expect(card.maybeFindByTestId(Button, 'retry')).toBeNull();
  });

  test('cannot do without its key', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', ROWS);
    expect(card.findByTestId(Input, 'retype-0')).toBeDefined();
    expect(card.maybeFindByTestId(Button, 'blank-0')).toBeNull();
  });

  test('is fixed right there and run alone, within the same run', async () => {
    const written: WriteInput[] = [];
    const journal = new FakeJournal();
    const card = openCard(watched(healthyFunctions(usualRecords(), journal), written));
    await goTo(card, 'outcomes', ROWS);
    written.length = 0;
    type(card, 'retype-0', 'ben@example.org');
    expect(card.findByTestId(Button, 'retry').text).toBe('Retry 1 fixed row');
    press(card, 'retry');
    await settle();
    expect(equationOf(card)).toBe('2 created = 2 rows');
    expect(written.map(({ id }) => id)).toEqual(['ben@example.org']);
    expect(journal.runs.size).toBe(1);
    expect(card.maybeFindByTestId(Table, 'refusals')).toBeNull();
  });

  test('is seen as it ended by another tab', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    const card = openCard(healthyFunctions(records, journal));
    await goTo(card, 'outcomes', ROWS);
    type(card, 'retype-0', 'ben@example.org');
    press(card, 'retry');
    await settle();
    const again = openCard(healthyFunctions(records, journal));
    await settle();
    press(again, 'open-run-0');
    await settle();
    expect(equationOf(again)).toBe('2 created = 2 rows');
  });

  test('can be fixed in another tab, after the run was opened there', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    await goTo(openCard(healthyFunctions(records, journal)), 'outcomes', ROWS);
    const again = openCard(healthyFunctions(records, journal));
    await settle();
    press(again, 'open-run-0');
    await settle();
    type(again, 'retype-0', 'ben@example.org');
    press(again, 'retry');
    await settle();
    expect(equationOf(again)).toBe('2 created = 2 rows');
  });

  test('keeps its outcome when its fix is taken back', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', ROWS);
    type(card, 'retype-0', 'ben@example.org');
    press(card, 'take-back-0');
    expect(card.maybeFindByTestId(Button, 'retry')).toBeNull();
    expect(card.findByTestId(Input, 'retype-0')).toBeDefined();
  });

  test('waits where the fix is no value of the property', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', ROWS);
    type(card, 'retype-0', 'no address');
    expect(card.findByTestId(Text, 'unreadable-0').text).toContain('“no address” is not an email address.');
    expect(card.maybeFindByTestId(Button, 'retry')).toBeNull();
    expect(card.maybeFindByTestId(Button, 'blank-0')).toBeNull();
    type(card, 'retype-0', 'ben@example.org');
    expect(card.findByTestId(Button, 'retry').text).toBe('Retry 1 fixed row');
  });

  test('is not run twice when two tabs retry it', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    const card = openCard(healthyFunctions(records, journal));
    await goTo(card, 'outcomes', ROWS);
    for (const digest of [...journal.claimed]) journal.holders.set(digest, 'another12345');
    type(card, 'retype-0', 'ben@example.org');
    press(card, 'retry');
    await settle();
    expect(card.findByTestId(Alert, 'retry-problem').props.title).toContain('in another tab');
    expect(equationOf(card)).toBe('1 created + 1 rejected = 2 rows');
    expect(card.findByTestId(Button, 'retry').text).toBe('Retry 1 fixed row');
  });
});

describe('a record that was made since the preview', () => {
  /** Nothing is found until the writing, and then everything is there. */
  function functionsOfRace(written: WriteInput[], context: object = NAMED): FakeFunctions {
    const records = usualRecords();
    const functions = watched(healthyFunctions(records), written);
    return {
      ...functions,
      [WRITE_RECORDS]: (parameters) => {
        const request = decodeWith(writeRecordsRequestSchema, parameters);
        if (!request.ok || request.value.operation === 'update')
          return functions[WRITE_RECORDS]?.(parameters);
        if (context !== NAMED) records.push({ id: '88', properties: { email: 'new@example.org' } });
        return answerWith(request.value.batches, ({ objectWriteTraceId }) => ({
          status: 'error',
          category: 'CONFLICT',
          message: 'Contact already exists.',
          context: { objectWriteTraceId: [objectWriteTraceId], ...context },
        }));
      },
    };
  }

  const NAMED = { existingId: ['77'] };

  const NEW_ROW = 'Email,First name\nnew@example.org,Ted\n';

  test.each(['update-conflicts', 'update-row-0'])(
    'is updated instead where that is wanted (%s)',
    async (button) => {
      const written: WriteInput[] = [];
      const card = openCard(functionsOfRace(written));
      await goTo(card, 'outcomes', NEW_ROW);
      expect(equationOf(card)).toBe('1 conflict = 1 row');
      press(card, button);
      press(card, 'retry');
      await settle();
      expect(equationOf(card)).toBe('1 updated = 1 row');
      expect(written).toMatchObject([{ id: '77', properties: { firstname: 'Ted' } }]);
    },
  );

  test('is looked up by the key of its row where HubSpot does not name it, and updated instead', async () => {
    const written: WriteInput[] = [];
    const card = openCard(functionsOfRace(written, {}));
    await goTo(card, 'outcomes', NEW_ROW);
    expect(equationOf(card)).toBe('1 conflict = 1 row');
    press(card, 'update-row-0');
    press(card, 'retry');
    await settle();
    expect(equationOf(card)).toBe('1 updated = 1 row');
    expect(written).toMatchObject([{ id: '88', properties: { firstname: 'Ted' } }]);
  });

  test('stays a conflict where its record cannot be read', async () => {
    const functions = functionsOfRace([]);
    const card = openCard({
      ...functions,
      [READ_RECORDS]: (parameters) => {
        const isById = JSON.stringify(parameters).includes('"77"');
        return isById ? Promise.reject(new Error('lost')) : functions[READ_RECORDS]?.(parameters);
      },
    });
    await goTo(card, 'outcomes', NEW_ROW);
    press(card, 'update-conflicts');
    press(card, 'retry');
    await settle(120_000);
    expect(card.findByTestId(Alert, 'retry-problem').props.title).toContain('could not be read');
    expect(equationOf(card)).toBe('1 conflict = 1 row');
  });
});

describe('a row that HubSpot passes over without a word', () => {
  test('is sent again when that is wanted, and alone', async () => {
    const written: WriteInput[] = [];
    const healthy = watched(healthyFunctions(), written);
    let isDeaf = true;
    const card = openCard({
      ...healthy,
      [WRITE_RECORDS]: (parameters) => {
        const request = decodeWith(writeRecordsRequestSchema, parameters);
        return request.ok && isDeaf
          ? answerWith(request.value.batches, () => null)
          : healthy[WRITE_RECORDS]?.(parameters);
      },
    });
    await goTo(card, 'outcomes', 'Email,First name\nnew@example.org,Ted\n');
    await settle(60_000);
    expect(equationOf(card)).toBe('1 rejected = 1 row');
    isDeaf = false;
    expect(card.findByTestId(Button, 'send-unwritten').text).toBe('Send 1 row again');
    press(card, 'send-unwritten');
    await settle();
    expect(equationOf(card)).toBe('1 created = 1 row');
    expect(written).toMatchObject([{ id: 'new@example.org' }]);
    expect(card.maybeFindByTestId(Button, 'send-unwritten')).toBeNull();
  });
});

describe('who may not run', () => {
  test('sees why, and no button that would write', async () => {
    const journal = new FakeJournal();
    await goTo(openCard(healthyFunctions(usualRecords(), journal)), 'outcomes', ROWS);
    const card = openCard(healthyFunctions(usualRecords(), journal), { MAY_RUN: 'team:Nobody' });
    await settle();
    expect(card.findByTestId(Alert, 'may-not-run').props.title).toContain('not run');
    press(card, 'open-run-0');
    await settle();
    expect(equationOf(card)).toBe('1 created + 1 rejected = 2 rows');
    for (const button of ['resume', 'undo', 'retry', 'settle', 'send-unwritten'])
      expect(card.maybeFindByTestId(Button, button)).toBeNull();
    expect(card.maybeFindByTestId(Table, 'refusals')).toBeNull();
  });

  test('reviews a plan, and its button stays shut', async () => {
    const card = openCard(healthyFunctions(), { MAY_RUN: 'ada@example.org' });
    await goTo(card, 'review', ROWS);
    expect(card.findByTestId(Button, 'run').props.disabled).toBe(true);
  });
});
