import { Button, Input, Select, Text, TextArea } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DESCRIBE_OBJECT_TYPE, WRITE_RECORDS } from '@bulk-records/core';
import { BulkRecords } from './BulkRecords.tsx';
import {
  contactDescription,
  healthyFunctions,
  serverlessOf,
  type FakeFunctions,
} from './testing/fake-functions.ts';

/** A card in a portal that keeps German time; `written` collects what is sent. */
function openCard(changes: FakeFunctions = {}) {
  const written: unknown[] = [];
  const functions = { ...healthyFunctions(), ...changes };
  const write = (parameters: unknown) => {
    written.push(parameters);
    return functions[WRITE_RECORDS]?.(parameters);
  };
  vi.stubGlobal('self', { serverless: vi.fn(serverlessOf({ ...functions, [WRITE_RECORDS]: write })) });
  const renderer = createRenderer('crm.record.sidebar');
  renderer.mocks.context.crm.objectTypeId = '0-1';
  renderer.mocks.context.portal.timezone = 'Europe/Berlin';
  const { context, actions } = renderer.mocks;
  renderer.render(<BulkRecords context={context} actions={actions} />);
  renderer.findByTestId(Button, 'open-panel').trigger('onClick');
  return { card: renderer, written };
}

type Card = ReturnType<typeof openCard>['card'];

function press(card: Card, testId: string) {
  card.findByTestId(Button, testId).trigger('onClick');
}

async function match(card: Card, text: string) {
  card.findByTestId(TextArea, 'paste').props.onInput?.(text);
  await vi.advanceTimersByTimeAsync(400);
  press(card, 'to-match');
  await vi.advanceTimersByTimeAsync(10);
}

async function review(card: Card) {
  press(card, 'to-review');
  await vi.advanceTimersByTimeAsync(400);
}

async function run(card: Card) {
  await review(card);
  press(card, 'run');
  await vi.advanceTimersByTimeAsync(2000);
}

function sentOnce(properties: object) {
  return [{ batches: [{ inputs: [{ properties }] }] }];
}

function descriptionOf(card: Card) {
  return card.findByTestId(Text, 'run-description').text;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a column of several options', () => {
  const TEXT = 'Email,Interests\na@example.org,"Solar power, wind"\n';

  test('replaces what HubSpot holds unless the admin says otherwise', async () => {
    const { card, written } = openCard();
    await match(card, TEXT);
    expect(card.findByTestId(Select, 'options-of-column-1').props.value).toBe('replace');
    await run(card);
    expect(written).toMatchObject(sentOnce({ interests: 'solar;wind' }));
  });

  test('is added to it by choice, which is said before anything is written', async () => {
    const { card, written } = openCard();
    await match(card, TEXT);
    card.findByTestId(Select, 'options-of-column-1').props.onChange?.('append');
    expect(descriptionOf(card)).toContain('Interests: added to the options HubSpot holds.');
    await review(card);
    expect(descriptionOf(card)).toContain('Interests: added to the options HubSpot holds.');
    press(card, 'run');
    await vi.advanceTimersByTimeAsync(2000);
    expect(written).toMatchObject(sentOnce({ interests: ';solar;wind' }));
  });

  test('forgets the choice with its property', async () => {
    const { card } = openCard();
    await match(card, TEXT);
    card.findByTestId(Select, 'options-of-column-1').props.onChange?.('append');
    card.findByTestId(Select, 'property-of-column-1').props.onChange?.('');
    card.findByTestId(Select, 'property-of-column-1').props.onChange?.('interests');
    expect(card.findByTestId(Select, 'options-of-column-1').props.value).toBe('replace');
  });
});

describe('the text that empties a value', () => {
  const TEXT = 'Email,First name\na@example.org,(clear)\n';

  test('is off at first', async () => {
    const { card, written } = openCard();
    await match(card, TEXT);
    await run(card);
    expect(written).toMatchObject(sentOnce({ firstname: '(clear)' }));
  });

  test('empties the value once it is given, which is said before anything is written', async () => {
    const { card, written } = openCard();
    await match(card, TEXT);
    card.findByTestId(Input, 'clear-token').props.onChange?.(' (clear) ');
    expect(descriptionOf(card)).toContain('Cells with exactly “(clear)” empty the value in HubSpot.');
    await run(card);
    expect(written).toMatchObject(sentOnce({ firstname: '' }));
  });

  test('stays when a column goes to another property, and has no place in an archive', async () => {
    const { card } = openCard();
    await match(card, TEXT);
    card.findByTestId(Input, 'clear-token').props.onChange?.('-');
    card.findByTestId(Select, 'property-of-column-1').props.onChange?.('lastname');
    expect(card.findByTestId(Input, 'clear-token').props.value).toBe('-');
    card.findByTestId(Select, 'operation').props.onChange?.('archive');
    expect(card.maybeFindByTestId(Input, 'clear-token')).toBeNull();
    expect(descriptionOf(card)).not.toContain('empty the value');
  });
});

describe('a column of phone numbers', () => {
  const TEXT = 'Email,Phone\na@example.org,030 5550000\n';

  test('is sent as typed unless the admin says otherwise', async () => {
    const { card, written } = openCard();
    await match(card, TEXT);
    expect(card.findByTestId(Select, 'phones-of-column-1').props.value).toBe(false);
    expect(card.maybeFindByTestId(Select, 'country-of-column-1')).toBeNull();
    await run(card);
    expect(written).toMatchObject(sentOnce({ phone: '030 5550000' }));
  });

  test('is put into the international format by choice; the country is shown, and what becomes of a number', async () => {
    const { card, written } = openCard();
    await match(card, TEXT);
    card.findByTestId(Select, 'phones-of-column-1').props.onChange?.(true);
    const country = card.findByTestId(Select, 'country-of-column-1');
    expect(country.props.value).toBe('DE');
    expect(country.props.options).toContainEqual({ label: 'Austria (+43)', value: 'AT' });
    country.props.onChange?.('AT');
    expect(card.findByTestId(Text, 'phone-example-of-column-1').text).toBe('030 5550000 → +43305550000');
    expect(descriptionOf(card)).toContain(
      'Phone: international format, numbers without + dialled in Austria.',
    );
    await run(card);
    expect(written).toMatchObject(sentOnce({ phone: '+43305550000' }));
  });

  test('has no choice where an older function does not tell how numbers are dialled', async () => {
    const properties = contactDescription.properties.map((each) => ({ ...each, callingPlans: undefined }));
    const older = { ok: true, description: { ...contactDescription, properties } };
    const { card, written } = openCard({ [DESCRIBE_OBJECT_TYPE]: () => older });
    await match(card, TEXT);
    expect(card.maybeFindByTestId(Select, 'phones-of-column-1')).toBeNull();
    await run(card);
    expect(written).toMatchObject(sentOnce({ phone: '030 5550000' }));
  });

  test('may have no country: then numbers without + stay as typed', async () => {
    const { card, written } = openCard();
    await match(card, TEXT);
    card.findByTestId(Select, 'phones-of-column-1').props.onChange?.(true);
    card.findByTestId(Select, 'country-of-column-1').props.onChange?.('');
    expect(card.maybeFindByTestId(Text, 'phone-example-of-column-1')).toBeNull();
    expect(descriptionOf(card)).toContain('numbers without + or 00 as typed');
    await run(card);
    expect(written).toMatchObject(sentOnce({ phone: '030 5550000' }));
  });

  test('may go back to as typed', async () => {
    const { card } = openCard();
    await match(card, TEXT);
    card.findByTestId(Select, 'phones-of-column-1').props.onChange?.(true);
    card.findByTestId(Select, 'phones-of-column-1').props.onChange?.(false);
    expect(card.findByTestId(Select, 'phones-of-column-1').props.value).toBe(false);
    expect(descriptionOf(card)).not.toContain('international');
  });
});

describe('a column of dates or numbers', () => {
  test('shows how it is read once that was chosen, and asks again when the choice is taken back', async () => {
    const { card } = openCard();
    await match(card, 'Email,Birthday\na@example.org,01/02/1990\n');
    card.findByTestId(Select, 'format-of-column-1').props.onChange?.(1);
    const reading = card.findByTestId(Select, 'reading-of-column-1');
    const labels = reading.props.options.map(({ label }) => label);
    expect(labels).toEqual(['As the column looks', 'Month first', 'Send as typed']);
    expect(reading.props.value).toBe(0);
    reading.props.onChange?.(-1);
    expect(card.maybeFindByTestId(Select, 'format-of-column-1')).not.toBeNull();
  });

  test('may be left to HubSpot’s judgement', async () => {
    const { card, written } = openCard();
    await match(card, 'Email,Children\na@example.org,two\n');
    card.findByTestId(Select, 'reading-of-column-1').props.onChange?.(0);
    expect(descriptionOf(card)).toContain('Children: sent as typed.');
    await run(card);
    expect(written).toMatchObject(sentOnce({ children: 'two' }));
  });
});

describe('a column of texts', () => {
  test('has nothing to decide', async () => {
    const { card } = openCard();
    await match(card, 'Email,First name\na@example.org,Ada\n');
    for (const kind of ['options', 'phones', 'reading']) {
      expect(card.maybeFindByTestId(Select, `${kind}-of-column-1`)).toBeNull();
    }
  });
});
