import { Alert, Button, ErrorState, Link, Select, StatusTag, Table, Text } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DESCRIBE_OBJECT_TYPE, WRITE_RECORDS } from '@bulk-records/core';
import { healthyFunctions } from './testing/fake-functions.ts';
import { goTo, openCard, paste, press, resetCard, textIn, startCardClock } from './testing/open-card.tsx';

const THREE_CONTACTS =
  'Email\tFirst name\nada@example.org\tAda\nbad@example.nowhere\tBob\ntaken@example.org\tTed\n';

beforeEach(startCardClock);
afterEach(resetCard);

describe('data', () => {
  test('says what was understood of a paste and shows its first rows', async () => {
    const card = openCard();
    await paste(card, THREE_CONTACTS);
    expect(card.findByTestId(Text, 'reading').text).toBe(
      'Tab-separated · 3 rows × 2 columns · header in row 1',
    );
    expect(textIn(card.findByTestId(Table, 'first-rows'))).toContain('ada@example.org');
  });

  test('lets nobody go on with a header alone, and says why', async () => {
    const card = openCard();
    await paste(card, 'Email\tFirst name\n');
    expect(card.findByTestId(Alert, 'unreadable').props.title).toBe('There is a header, but no row below it');
    expect(card.findByTestId(Button, 'to-match').props.disabled).toBe(true);
  });

  test('reads the text another way when the admin says so', async () => {
    const card = openCard();
    await paste(card, 'Email;Note\nada@example.org;a,b\nbob@example.org;c,d\n');
    card.findByTestId(Select, 'form').props.onChange?.('Comma-separated');
    expect(card.findByTestId(Text, 'reading').text).toContain('Comma-separated');
  });
});

describe('match', () => {
  test('maps columns by name and names the ones it leaves out', async () => {
    const card = openCard();
    await goTo(card, 'match', 'Email,Shoe size\nada@example.org,38\n');
    expect(card.findByTestId(Select, 'property-of-column-0').props.value).toBe('email');
    expect(card.findByTestId(Text, 'left-out-columns').text).toContain('Shoe size');
  });

  test('asks for the column of the key before it lets anybody go on', async () => {
    const card = openCard();
    await goTo(card, 'match', 'First name\nAda\n');
    expect(card.findByTestId(Alert, 'match-problem').props.title).toContain(
      'Choose the column that holds Email',
    );
    expect(card.findByTestId(Button, 'to-review').props.disabled).toBe(true);
  });

  test('offers only keys that HubSpot accepts for the operation', async () => {
    const card = openCard();
    await goTo(card, 'match', THREE_CONTACTS);
    expect(card.findByTestId(Select, 'key').props.options).toEqual([{ label: 'Email', value: 'email' }]);
    card.findByTestId(Select, 'operation').props.onChange?.('update');
    expect(card.findByTestId(Select, 'key').props.options).toEqual([
      { label: 'Email', value: 'email' },
      { label: 'Record ID', value: 'hs_object_id' },
    ]);
  });

  test('asks how a date column is meant when it can be read in two ways', async () => {
    const card = openCard();
    await goTo(card, 'match', 'Email,Birthday\na@example.org,01/02/1990\n');
    const question = card.findByTestId(Select, 'format-of-column-1');
    expect(question.props.options.map(({ label }) => label)).toEqual([
      'Day first → 1990-02-01',
      'Month first → 1990-01-02',
    ]);
    question.props.onChange?.(0);
    expect(card.maybeFindByTestId(Select, 'format-of-column-1')).toBeNull();
  });

  test('names the scope when HubSpot asks for one, and tries again', async () => {
    let isGranted = false;
    const functions = healthyFunctions();
    const card = openCard({
      ...functions,
      [DESCRIBE_OBJECT_TYPE]: (parameters) =>
        isGranted
          ? functions[DESCRIBE_OBJECT_TYPE]?.(parameters)
          : {
              ok: false,
              error: {
                code: 'missing-scopes',
                message: '',
                retryable: false,
                scopes: ['crm.objects.contacts.read'],
              },
            },
    });
    await goTo(card, 'match', THREE_CONTACTS);
    expect(textIn(card.findByTestId(ErrorState, 'properties-failed'))).toContain('crm.objects.contacts.read');
    isGranted = true;
    press(card, 'properties-failed-retry');
    await vi.advanceTimersByTimeAsync(10);
    expect(card.findByTestId(Select, 'property-of-column-0').props.value).toBe('email');
  });
});

describe('outcomes', () => {
  test('gives every row its own outcome, whatever order HubSpot answers in', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', THREE_CONTACTS);
    expect(card.findByTestId(Text, 'equation').text).toBe('1 created + 1 updated + 1 rejected = 3 rows');
    const tags = card
      .findByTestId(Table, 'outcomes')
      .findAll(StatusTag)
      .map((tag) => tag.text);
    expect(tags).toEqual(['Created', 'Rejected', 'Updated']);
  });

  test('says in plain words what HubSpot refused and what to do', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', THREE_CONTACTS);
    press(card, 'filter-rejected');
    expect(textIn(card.findByTestId(Table, 'outcomes'))).toContain(
      'Email: “bad@example.nowhere” is not a valid e-mail address. Correct it.',
    );
  });

  test('links written records', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', THREE_CONTACTS);
    const [link] = card.findByTestId(Table, 'outcomes').findAll(Link);
    expect(link?.props.href).toEqual({
      url: 'https://app.hubspot.com/contacts/1/record/0-1/901',
      external: true,
    });
  });

  test('copies the failed rows in their own columns with the reason', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', THREE_CONTACTS);
    press(card, 'copy-failures');
    await vi.advanceTimersByTimeAsync(1);
    const [call] = card.mocks.actions.copyTextToClipboard.calls;
    expect(call?.[0]).toBe(
      'Email,First name,Bulk Records: Row,Bulk Records: Reason\r\nbad@example.nowhere,Bob,3,Email: “bad@example.nowhere” is not a valid e-mail address. Correct it.\r\n',
    );
  });

  test('says how long it took to come to the end', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', THREE_CONTACTS);
    expect(card.findByTestId(Text, 'took').text).toBe('Finished in less than a second.');
  });

  test('says that a run without its token was stopped, and does not call it finished', async () => {
    const error = { code: 'invalid-token', message: 'The token is gone.', retryable: false };
    const card = openCard({ ...healthyFunctions(), [WRITE_RECORDS]: () => ({ ok: false, error }) });
    await goTo(card, 'outcomes', THREE_CONTACTS);
    expect(card.findByTestId(Text, 'equation').text).toBe('3 not sent = 3 rows');
    expect(card.findByTestId(Text, 'took').text).toMatch(/^Stopped after /);
  });

  test('refreshes HubSpot’s own panels after a run', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', THREE_CONTACTS);
    expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
  });

  test('ends every row when the function answers nonsense, and reading proves that nothing was written', async () => {
    const card = openCard({ ...healthyFunctions(), [WRITE_RECORDS]: () => 'nonsense' });
    await goTo(card, 'outcomes', THREE_CONTACTS);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(card.findByTestId(Text, 'equation').text).toBe('3 not sent = 3 rows');
    expect(card.findByTestId(Text, 'took').text).toMatch(/^Stopped after /);
  });
});
