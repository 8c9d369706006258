import {
  Alert,
  Button,
  Checkbox,
  ErrorState,
  ProgressBar,
  Select,
  Table,
  Text,
} from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { READ_RECORDS, WRITE_RECORDS } from '@bulk-records/core';
import { healthyFunctions, usualRecords, type FakeFunctions } from './testing/fake-functions.ts';
import { goTo, openCard, press, resetCard, startCardClock, textIn, type Card } from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

const TAKEN = 'Email,First name\ntaken@example.org,Ted\nada@example.org,Ada\n';

/** Functions that keep the parameters they were called with. */
function recorded(uid: string, functions: FakeFunctions = healthyFunctions()) {
  const calls: unknown[] = [];
  const watched: FakeFunctions = {
    ...functions,
    [uid]: (parameters) => {
      calls.push(parameters);
      return functions[uid]?.(parameters);
    },
  };
  return { calls, functions: watched };
}

function labelOfRun(card: Card): string | null {
  return card.findByTestId(Button, 'run').text;
}

function rowsOf(card: Card): string {
  return textIn(card.findByTestId(Table, 'plan-rows'));
}

async function settle() {
  await vi.advanceTimersByTimeAsync(100);
}

describe('the plan', () => {
  test('says what will become of every row, and the counts add up', async () => {
    const card = openCard();
    await goTo(card, 'review', `${TAKEN},Bob\n`);
    expect(card.findByTestId(Text, 'plan-counts').text).toBe('1 create · 1 update · 1 blocked = 3 rows');
    expect(rowsOf(card)).toContain('1 cell changed: First name');
  });

  test('opens a row to its cells, old and new', async () => {
    const card = openCard();
    await goTo(card, 'review', TAKEN);
    press(card, 'open-row-0');
    expect(rowsOf(card)).toContain('First name | Theo');
    expect(rowsOf(card)).toContain('taken@example.org | Ted');
    press(card, 'open-row-0');
    expect(rowsOf(card)).not.toContain('Theo');
  });

  test('shows one kind of rows when its count is pressed', async () => {
    const card = openCard();
    await goTo(card, 'review', TAKEN);
    press(card, 'filter-create');
    expect(rowsOf(card)).toContain('ada@example.org');
    expect(rowsOf(card)).not.toContain('taken@example.org');
  });

  test('says 0 writes when HubSpot holds everything, and offers no run', async () => {
    const card = openCard();
    await goTo(card, 'review', 'Email,First name\nTaken@example.org,Theo\n');
    expect(card.findByTestId(Alert, 'all-unchanged').props.title).toBe('0 writes, 1 unchanged');
    expect(card.findByTestId(Button, 'run').props.disabled).toBe(true);
  });

  test('names the rows it leaves out on the button that writes the others', async () => {
    const card = openCard();
    await goTo(card, 'review', 'Email,First name\nada@example.org,Ada\n,Bob\n');
    expect(labelOfRun(card)).toBe('Write 1 record, leave out 1 row');
    expect(textIn(card.findByTestId(Table, 'issue-groups'))).toContain('Email is blank');
  });

  test('leaves out updates of records that are not there, and says so', async () => {
    const card = openCard();
    await goTo(card, 'match', TAKEN);
    card.findByTestId(Select, 'operation').props.onChange?.('update');
    press(card, 'to-review');
    await settle();
    expect(labelOfRun(card)).toBe('Update 1 record, leave out 1 row');
    expect(rowsOf(card)).toContain('HubSpot has no such record');
  });

  test('says side effects aloud', async () => {
    const records = usualRecords();
    Object.assign(records[0]?.properties ?? {}, { lifecyclestage: 'customer', hubspot_owner_id: '1' });
    const card = openCard(healthyFunctions(records));
    await goTo(card, 'review', 'Email,Owner,Lifecycle stage\ntaken@example.org,Ben,Lead\n');
    const effects = textIn(card.findByTestId(Alert, 'side-effects'));
    expect(effects).toContain('Owner: 1 record gets another owner (row 2)');
    expect(effects).toContain('Lifecycle stage: 1 record stays at the present stage (row 2)');
    press(card, 'open-row-0');
    expect(rowsOf(card)).toContain('Lifecycle stage “Lead”: left alone: HubSpot ignores a move');
  });

  test('has a digest that changes with the rows', async () => {
    const card = openCard();
    await goTo(card, 'review', 'Email,Level\na@example.org,Gold\nb@example.org,Silvr\n');
    const before = card.findByTestId(Text, 'plan-digest').text;
    expect(before).toMatch(/^Plan [0-9a-f]{8}$/);
    card.findByTestId(Select, 'fix-0').props.onChange?.(0);
    await settle();
    expect(card.findByTestId(Text, 'plan-digest').text).not.toBe(before);
  });
});

describe('fixes and choices', () => {
  test('one fix repairs all equal cells, and can be undone', async () => {
    const card = openCard();
    await goTo(card, 'review', 'Email,Level\na@example.org,Gold\nb@example.org,Silvr\nc@example.org,Silvr\n');
    expect(labelOfRun(card)).toBe('Write 1 record, leave out 2 rows');
    expect(textIn(card.findByTestId(Table, 'issue-groups'))).toContain('2 rows');
    card.findByTestId(Select, 'fix-0').props.onChange?.(0);
    await settle();
    expect(labelOfRun(card)).toBe('Write 3 records');
    press(card, 'undo-fixes');
    expect(labelOfRun(card)).toBe('Write 1 record, leave out 2 rows');
  });

  test('a fix reads only the records that were not read yet', async () => {
    const { calls, functions } = recorded(READ_RECORDS);
    const card = openCard(functions);
    await goTo(card, 'review', 'Email,Level\na@example.org,Gold\nb@example.org,Silvr\n');
    card.findByTestId(Select, 'fix-0').props.onChange?.(0);
    await settle();
    expect(calls).toMatchObject([{ ids: ['a@example.org'] }, { ids: ['b@example.org'] }]);
    press(card, 'undo-fixes');
    await settle();
    expect(calls).toHaveLength(2);
  });

  test('a property is read although no cell holds a value of it yet: unread it would pass for blank', async () => {
    const { calls, functions } = recorded(READ_RECORDS);
    const card = openCard(functions);
    await goTo(card, 'review', 'Email,Level\na@example.org,\nb@example.org,Silvr\n');
    expect(labelOfRun(card)).toBe('Write 1 record, leave out 1 row');
    expect(calls).toHaveLength(1);
    expect(JSON.stringify(calls)).toContain('"level"');
  });

  test.each([
    ['overwrite', 'Write 2 records', '1 cell changed: First name'],
    ['fill-blanks', 'Write 1 record', 'Nothing is written; 1 left alone'],
    ['never', 'Write 1 record', 'Nothing is written; 1 left alone'],
  ])('a column that may %s does so', async (policy, label, summary) => {
    const card = openCard();
    await goTo(card, 'match', TAKEN);
    card.findByTestId(Select, 'policy-of-column-1').props.onChange?.(policy);
    press(card, 'to-review');
    await settle();
    expect(labelOfRun(card)).toBe(label);
    expect(rowsOf(card)).toContain(summary);
  });

  test('policies are asked only where records are updated, and not for the key', async () => {
    const card = openCard();
    await goTo(card, 'match', TAKEN);
    expect(card.maybeFindByTestId(Select, 'policy-of-column-0')).toBeNull();
    card.findByTestId(Select, 'operation').props.onChange?.('create');
    expect(card.maybeFindByTestId(Select, 'policy-of-column-1')).toBeNull();
  });

  const TWICE = 'Email,First name,Last name\nada@example.org,Ada,\nADA@example.org,Augusta,King\n';

  test('rows about one record stand side by side with what comes out', async () => {
    const card = openCard();
    await goTo(card, 'review', TWICE);
    press(card, 'compare-0');
    const table = textIn(card.findByTestId(Table, 'duplicate-groups'));
    expect(table).toContain('First name | Ada | Augusta');
    expect(labelOfRun(card)).toBe('Write 1 record');
  });

  test.each([
    ['merge', { firstname: 'Augusta', lastname: 'King' }],
    ['last', { firstname: 'Augusta', lastname: 'King' }],
    ['first', { firstname: 'Ada' }],
  ])('the choice %s for all of them is what is written', async (choice, written) => {
    const records = usualRecords();
    const card = openCard(healthyFunctions(records));
    await goTo(card, 'review', TWICE);
    card.findByTestId(Select, 'duplicates-all').props.onChange?.(choice);
    press(card, 'run');
    await vi.advanceTimersByTimeAsync(2000);
    expect(records[1]?.properties).toEqual({ email: 'ada@example.org', ...written });
  });

  test('one group can be chosen otherwise, until all are chosen anew', async () => {
    const card = openCard();
    await goTo(card, 'review', TWICE);
    card.findByTestId(Select, 'duplicates-0').props.onChange?.('first');
    expect(card.findByTestId(Select, 'duplicates-0').props.value).toBe('first');
    expect(rowsOf(card)).toContain('Row 2 is about the same record and is written instead');
    card.findByTestId(Select, 'duplicates-all').props.onChange?.('last');
    expect(card.findByTestId(Select, 'duplicates-0').props.value).toBe('last');
  });
});

describe('reading before the plan', () => {
  const manyRows = `Email,First name\n${Array.from({ length: 1200 }, (_, index) => `row${String(index)}@example.org,A`).join('\n')}\n`;

  /** Every call waits until it is let go. */
  function slowReads() {
    const waiting: (() => void)[] = [];
    const functions = healthyFunctions();
    const slow: FakeFunctions = {
      ...functions,
      [READ_RECORDS]: (parameters) =>
        new Promise((resolve) => {
          waiting.push(() => {
            resolve(functions[READ_RECORDS]?.(parameters));
          });
        }),
    };
    const letGo = async () => {
      waiting.shift()?.();
      await settle();
    };
    return { slow, letGo };
  }

  test('shows how far it is', async () => {
    const { slow, letGo } = slowReads();
    const card = openCard(slow);
    await goTo(card, 'review', manyRows);
    await letGo();
    expect(card.findByTestId(ProgressBar, 'lookup-progress').props.valueDescription).toBe(
      'Reading 500 of 1,200 records',
    );
  });

  test('can be stopped: what was not read is left out, and can be read afterwards', async () => {
    const { slow, letGo } = slowReads();
    const card = openCard(slow);
    await goTo(card, 'review', manyRows);
    press(card, 'stop-lookup');
    await letGo();
    expect(card.findByTestId(Alert, 'lookup-stopped').props.title).toContain('700 records were not read');
    expect(labelOfRun(card)).toBe('Write 500 records, leave out 700 rows');
    const groups = textIn(card.findByTestId(Table, 'issue-groups'));
    expect(groups).toContain('Read again, above');
    expect(groups).not.toContain('Correct it in your data');
    press(card, 'read-rest');
    for (let call = 0; call < 3; call += 1) await letGo();
    expect(labelOfRun(card)).toBe('Write 1,200 records');
  });

  test('names the scope that is missing, keeps everything, and tries again', async () => {
    let isGranted = false;
    const functions = healthyFunctions();
    const error = { code: 'missing-scopes', message: '', retryable: false, scopes: ['crm.objects.x.read'] };
    const card = openCard({
      ...functions,
      [READ_RECORDS]: (parameters) =>
        isGranted ? functions[READ_RECORDS]?.(parameters) : { ok: false, error },
    });
    await goTo(card, 'review', TAKEN);
    expect(textIn(card.findByTestId(ErrorState, 'lookup-failed'))).toContain('crm.objects.x.read');
    expect(card.findByTestId(Button, 'run').props.disabled).toBe(true);
    isGranted = true;
    press(card, 'read-rest');
    await settle();
    expect(labelOfRun(card)).toBe('Write 2 records');
  });

  test('says how old it is and reads everything again when asked', async () => {
    const records = usualRecords();
    const card = openCard(healthyFunctions(records));
    await goTo(card, 'review', TAKEN);
    expect(card.findByTestId(Text, 'plan-age').text).toBe('Read less than a minute ago');
    await vi.advanceTimersByTimeAsync(150_000);
    expect(card.findByTestId(Text, 'plan-age').text).toContain('2 min');
    Object.assign(records[0]?.properties ?? {}, { firstname: 'Ted' });
    press(card, 'read-again');
    await settle();
    expect(labelOfRun(card)).toBe('Write 1 record');
    expect(card.findByTestId(Text, 'plan-age').text).toBe('Read less than a minute ago');
  });

  test('an answer that comes after another key was chosen counts for nothing', async () => {
    const { slow, letGo } = slowReads();
    const card = openCard(slow);
    await goTo(card, 'match', 'Email,First name,Record ID\ntaken@example.org,Theo,77\n');
    card.findByTestId(Select, 'operation').props.onChange?.('update');
    press(card, 'to-review');
    await settle();
    press(card, 'back-to-match');
    card.findByTestId(Select, 'key').props.onChange?.('hs_object_id');
    press(card, 'to-review');
    await settle();
    await letGo();
    expect(card.maybeFindByTestId(Button, 'run')).toBeNull();
    await letGo();
    expect(rowsOf(card)).toContain('HubSpot already holds this');
  });
});

describe('caution', () => {
  test('says what the second reading costs and obeys the choice', async () => {
    const records = usualRecords();
    const card = openCard(healthyFunctions(records));
    await goTo(card, 'review', TAKEN);
    const recheck = card.findByTestId(Select, 'recheck');
    expect(recheck.props.options.map(({ label }) => label)).toEqual([
      'When the plan is older than a minute (about 2 requests)',
      'Always (about 2 requests)',
      'Never: an edit made meanwhile is overwritten',
    ]);
    recheck.props.onChange?.('always');
    Object.assign(records[0]?.properties ?? {}, { firstname: 'a colleague' });
    press(card, 'run');
    await vi.advanceTimersByTimeAsync(2000);
    expect(records[0]?.properties['firstname']).toBe('a colleague');
    expect(textIn(card.findByTestId(Table, 'outcomes'))).toContain(
      'Changed in HubSpot since the preview: First name: left alone.',
    );
  });

  test('never reads again when that is the choice', async () => {
    const { calls, functions } = recorded(READ_RECORDS);
    const card = openCard(functions);
    await goTo(card, 'review', TAKEN);
    card.findByTestId(Select, 'recheck').props.onChange?.('never');
    await vi.advanceTimersByTimeAsync(120_000);
    press(card, 'run');
    await vi.advanceTimersByTimeAsync(2000);
    expect(calls).toHaveLength(1);
  });

  test('offers to try the first records alone only where there are many', async () => {
    const card = openCard();
    await goTo(card, 'review', TAKEN);
    expect(card.maybeFindByTestId(Checkbox, 'canary-wanted')).toBeNull();
  });
});

test('labels become internal values on their way', async () => {
  const { calls, functions } = recorded(WRITE_RECORDS);
  const card = openCard(functions);
  await goTo(card, 'outcomes', 'Email,Level,Birthday\na@example.org,gold,31.01.1990\n');
  expect(calls).toMatchObject([
    { batches: [{ inputs: [{ properties: { level: 'lvl_3', birthday: '1990-01-31' } }] }] },
  ]);
});
