import { Alert, Button, Select, Text } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  decodeWith,
  DESCRIBE_OBJECT_TYPE,
  ROW_PROPERTY,
  ROW_PROPERTY_NAME,
  WRITE_RECORDS,
  writeRecordsRequestSchema,
} from '@bulk-records/core';
import {
  contactDescription,
  healthyFunctions,
  property,
  type FakeFunctions,
} from './testing/fake-functions.ts';
import { goTo, openCard, paste, press, resetCard, startCardClock, type Card } from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

const ROW_PROPERTY_OF_CONTACTS = property(ROW_PROPERTY_NAME, 'Bulk Records row', { hasUniqueValue: true });

/** A portal without the property until the function makes it. */
function portal(): FakeFunctions {
  let isMade = false;
  return {
    ...healthyFunctions(),
    [ROW_PROPERTY]: () => {
      isMade = true;
      return { ok: true, kind: 'made' };
    },
    [DESCRIBE_OBJECT_TYPE]: () => {
      const added = isMade ? [ROW_PROPERTY_OF_CONTACTS] : [];
      const properties = [...contactDescription.properties, ...added];
      return { ok: true, description: { ...contactDescription, properties } };
    },
  };
}

async function reviewCreates(card: Card, text: string): Promise<void> {
  await paste(card, text);
  press(card, 'to-match');
  await vi.advanceTimersByTimeAsync(1);
  card.findByTestId(Select, 'operation').props.onChange?.('create');
  press(card, 'to-review');
  await vi.advanceTimersByTimeAsync(100);
}

function titleIn(card: Card): string | undefined {
  return card.maybeFindByTestId(Alert, 'create-proof')?.props.title;
}

describe('creates without a key', () => {
  test('say what a lost answer would mean, and that nothing can when the property is there', async () => {
    const card = openCard(portal());
    await reviewCreates(card, 'First name\nAda\nBob\n');
    expect(titleIn(card)).toBe('New records have no key');
    press(card, 'add-row-property');
    await vi.advanceTimersByTimeAsync(100);
    expect(titleIn(card)).toBe('No row can make two records');
    expect(card.maybeFindByTestId(Button, 'add-row-property')).toBeNull();
  });

  test('are sent with a value that no other row has', async () => {
    const functions = portal();
    const sent: string[] = [];
    const card = openCard({
      ...functions,
      [WRITE_RECORDS]: (parameters) => {
        const decoded = decodeWith(writeRecordsRequestSchema, parameters);
        if (decoded.ok)
          sent.push(
            ...decoded.value.batches.flatMap(({ inputs }) =>
              inputs.map(({ properties }) => properties[ROW_PROPERTY_NAME] ?? ''),
            ),
          );
        return functions[WRITE_RECORDS]?.(parameters);
      },
    });
    await reviewCreates(card, 'First name\nAda\nAda\n');
    press(card, 'add-row-property');
    await vi.advanceTimersByTimeAsync(100);
    press(card, 'run');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.map((key) => key.replace(/^.*-/, ''))).toEqual(['0', '1']);
    expect(new Set(sent).size).toBe(2);
    expect(card.findByTestId(Text, 'equation').text).toBe('2 created = 2 rows');
  });

  test('say how the property is made by hand when the app may not make it', async () => {
    const error = {
      code: 'missing-scopes',
      message: 'no',
      retryable: false,
      scopes: ['crm.schemas.contacts.write'],
    };
    const card = openCard({ ...portal(), [ROW_PROPERTY]: () => ({ ok: false, error }) });
    await reviewCreates(card, 'First name\nAda\n');
    press(card, 'add-row-property');
    await vi.advanceTimersByTimeAsync(100);
    const said = card.findByTestId(Text, 'row-property-failed').text;
    expect(said).toContain('crm.schemas.contacts.write');
    expect(said).toContain('internal name bulk_records_row');
  });

  test('are not asked about where every row has a key', async () => {
    const card = openCard(portal());
    await reviewCreates(card, 'Email,First name\nada@example.org,Ada\n');
    expect(titleIn(card)).toBeUndefined();
  });

  test('are not asked about where records are looked up first', async () => {
    const card = openCard(portal());
    await goTo(card, 'review', 'Email,First name\ntaken@example.org,Ada\n');
    expect(titleIn(card)).toBeUndefined();
  });
});
