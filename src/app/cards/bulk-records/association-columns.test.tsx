import { Alert, Button, Checkbox, Input, Select, Table, Text } from '@hubspot/ui-extensions';
import {
  ASSOCIATE_RECORDS,
  associateRecordsRequestSchema,
  decodeWith,
  READ_RECORDS,
  WRITE_RECORDS,
} from '@bulk-records/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCsv } from '../../packages/core/src/testing/read-csv.ts';
import { functionsWithCompanies } from './testing/fake-companies.ts';
import { healthyFunctions, type FakeFunctions } from './testing/fake-functions.ts';
import { goTo, openCard, press, resetCard, startCardClock, textIn, type Card } from './testing/open-card.tsx';

const CONTACTS =
  'Email\tFirst name\tSite\n' +
  'new@example.org\tNora\tacme.example\n' +
  'ann@example.org\tAnn\ttwice.example;acme.example\n' +
  'ben@example.org\tBen\tnone.example';

beforeEach(startCardClock);

afterEach(resetCard);

function target(card: Card, column: number) {
  return card.findByTestId(Select, `property-of-column-${String(column)}`);
}

const TAKEN = 'Email\tFirst name\tSite\ntaken@example.org\tTheo\tacme.example';

/** Every record is associated with this company already. */
function withHeld(functions: FakeFunctions, toId: string): FakeFunctions {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 449 }];
  return {
    ...functions,
    [ASSOCIATE_RECORDS]: (parameters: unknown) => {
      const request = decodeWith(associateRecordsRequestSchema, parameters);
      if (!request.ok || request.value.operation !== 'read')
        return functions[ASSOCIATE_RECORDS]?.(parameters);
      const records = request.value.fromIds.map((fromId) => ({
        fromId,
        isComplete: true,
        to: [{ toId, types }],
      }));
      return { ok: true, result: { kind: 'read', records, requests: [] } };
    },
  };
}

async function associateSites(card: Card, text = CONTACTS): Promise<void> {
  await goTo(card, 'match', text);
  target(card, 2).props.onChange?.('associate:companies');
  await vi.advanceTimersByTimeAsync(200);
}

async function review(card: Card): Promise<void> {
  press(card, 'to-review');
  await vi.advanceTimersByTimeAsync(500);
}

async function run(card: Card): Promise<void> {
  press(card, 'run');
  await vi.advanceTimersByTimeAsync(5000);
}

function has(card: Card, testId: string): boolean {
  return card.findAll(Alert).some(({ props }) => props.testId === testId);
}

describe('a column of records to associate with', () => {
  it('is one of the choices for every column, and says by what it finds them', async () => {
    const card = openCard(functionsWithCompanies());
    await associateSites(card);
    expect(target(card, 2).props.value).toBe('associate:companies');
    const namedBy = card.findByTestId(Select, 'named-by-of-column-2');
    expect(namedBy.props.value).toBe('domain');
    expect(namedBy.props.options.map(({ label }) => label)).toEqual([
      'Record ID',
      'Tax number',
      'Company domain name, several records may match',
      'Company name, several records may match',
    ]);
    expect(card.findByTestId(Select, 'label-of-column-2').props.options).toHaveLength(2);
  });

  it('is suggested where HubSpot’s own files write ids', async () => {
    const card = openCard(functionsWithCompanies());
    await goTo(card, 'match', 'Email\tAssociated Company IDs\nnew@example.org\t501;502');
    await vi.advanceTimersByTimeAsync(200);
    expect(target(card, 1).props.value).toBe('associate:companies');
    expect(card.findByTestId(Select, 'named-by-of-column-1').props.value).toBe('hs_object_id');
  });

  it('keeps the admin from the review until it is known how to associate', async () => {
    const card = openCard(functionsWithCompanies());
    await goTo(card, 'match', CONTACTS);
    target(card, 2).props.onChange?.('associate:companies');
    expect(card.findByTestId(Button, 'to-review').props.disabled).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(card.findByTestId(Button, 'to-review').props.disabled).toBe(false);
  });
});

describe('the review of associations', () => {
  it('says what is made and what is not, and the rows are written all the same', async () => {
    const card = openCard(functionsWithCompanies());
    await associateSites(card);
    await review(card);
    expect(card.findByTestId(Text, 'planned-associations').text).toBe(
      '2 associations are made. 2 are not made.',
    );
    const said = textIn(card.getRootNode());
    expect(said).toContain(
      'Company (Site): No company in HubSpot has “none.example” as its Company domain name.',
    );
    expect(said).toContain('“twice.example” is the Company domain name of several records.');
    expect(card.findByTestId(Button, 'run').text).toBe('Write 3 records');
    await run(card);
    expect(card.findByTestId(Text, 'associations').text).toBe('Associations: 2 made · 2 not made');
    const outcomes = textIn(card.getRootNode());
    expect(outcomes).toContain('Associated with company 501 (acme.example).');
    expect(outcomes).toContain(
      'Not associated with company “none.example”: there was none when the plan was made.',
    );
  });

  it('offers the records that are meant, and one choice mends all equal names', async () => {
    const card = openCard(functionsWithCompanies());
    await associateSites(card, `${CONTACTS}\ncat@example.org\tCat\ttwice.example`);
    await review(card);
    const fix = card.findByTestId(Select, 'fix-name-0');
    expect(fix.props.options.map(({ label }) => label)).toEqual([
      'twice.example · Twice North (502)',
      'twice.example · Twice South (503)',
      'Leave blank',
      'Type something else',
    ]);
    fix.props.onChange?.(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(card.findByTestId(Text, 'planned-associations').text).toContain('4 associations are made');
    await run(card);
    expect(textIn(card.getRootNode())).toContain('Associated with company 503 (twice.example).');
  });

  it('leaves rows out where the admin wants all of their associations', async () => {
    const card = openCard(functionsWithCompanies());
    await associateSites(card);
    await review(card);
    card.findByTestId(Checkbox, 'need-all-named').props.onChange?.(true, '');
    await vi.advanceTimersByTimeAsync(500);
    expect(card.findByTestId(Button, 'run').text).toBe('Write 1 record, leave out 2 rows');
    expect(has(card, 'blocked-rows')).toBe(true);
    expect(has(card, 'open-associations')).toBe(false);
  });

  it('lets records be associated of which nothing else changes', async () => {
    const card = openCard(functionsWithCompanies());
    await associateSites(card, TAKEN);
    await review(card);
    expect(has(card, 'all-unchanged')).toBe(false);
    expect(card.findByTestId(Button, 'run').text).toBe('Associate 1 record');
    await run(card);
    expect(card.findByTestId(Text, 'associations').text).toBe('Associations: 1 made');
  });

  it('tells apart what is there already, and leaves such rows with nothing to do', async () => {
    const card = openCard(withHeld(functionsWithCompanies(), '501'));
    await associateSites(card, TAKEN);
    await review(card);
    expect(card.findByTestId(Text, 'planned-associations').text).toBe(
      '0 associations are made. 1 is there already.',
    );
    expect(textIn(card.getRootNode())).toContain('HubSpot already holds this · 1 association there already');
    expect(has(card, 'all-unchanged')).toBe(true);
    expect(card.findByTestId(Button, 'run').props.disabled).toBe(true);
    press(card, 'open-row-0');
    expect(textIn(card.getRootNode())).toContain('Associated with company 501 (acme.example) already.');
  });

  it('associates a record that has another association only', async () => {
    const card = openCard(withHeld(functionsWithCompanies(), '502'));
    await associateSites(card, TAKEN);
    await review(card);
    expect(card.findByTestId(Text, 'planned-associations').text).toBe('1 association is made.');
    expect(card.findByTestId(Button, 'run').text).toBe('Associate 1 record');
  });

  it('says when it could not be read what is there, and goes on without', async () => {
    const healthy = functionsWithCompanies();
    let isAllowed = false;
    const card = openCard({
      ...healthy,
      [ASSOCIATE_RECORDS]: (parameters: unknown) =>
        !isAllowed && JSON.stringify(parameters).includes('"operation":"read"')
          ? { ok: false, error: { code: 'missing-scopes', message: 'no', retryable: false, scopes: [] } }
          : healthy[ASSOCIATE_RECORDS]?.(parameters),
    });
    await associateSites(card, TAKEN);
    await review(card);
    const alert = card.findByTestId(Alert, 'unread-associations');
    expect(alert.props.title).toBe('What 1 record is associated with already could not be read');
    expect(card.findByTestId(Button, 'run').text).toBe('Associate 1 record');
    isAllowed = true;
    press(card, 'read-associations');
    await vi.advanceTimersByTimeAsync(500);
    expect(has(card, 'unread-associations')).toBe(false);
    await run(card);
    expect(card.findByTestId(Text, 'associations').text).toBe('Associations: 1 made');
  });

  it('offers to read names again that HubSpot could not be asked about', async () => {
    const healthy = functionsWithCompanies();
    let isDown = true;
    const card = openCard({
      ...healthy,
      [READ_RECORDS]: (parameters: unknown) => {
        if (isDown && JSON.stringify(parameters).includes('companies')) throw new Error('gone');
        return healthy[READ_RECORDS]?.(parameters);
      },
    });
    await associateSites(card);
    press(card, 'to-review');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(card.findByTestId(Text, 'planned-associations').text).toContain('4 are not made');
    isDown = false;
    press(card, 'read-names');
    await vi.advanceTimersByTimeAsync(1000);
    expect(card.findByTestId(Text, 'planned-associations').text).toContain('2 are not made');
  });
});

describe('names that led to no record', () => {
  it('are fixed after the run, which associates these rows and writes nothing again', async () => {
    const working = functionsWithCompanies();
    let writes = 0;
    const card = openCard({
      ...working,
      [WRITE_RECORDS]: (parameters: unknown) => {
        writes += 1;
        return working[WRITE_RECORDS]?.(parameters);
      },
    });
    await associateSites(card);
    await review(card);
    await run(card);
    expect(card.findByTestId(Text, 'associations').text).toBe('Associations: 2 made · 2 not made');
    const written = writes;
    const names = textIn(card.findByTestId(Table, 'open-names'));
    expect(names).toContain('Company: “twice.example” is the Company domain name of several records.');
    expect(names).toContain('Company: No company in HubSpot has “none.example”');
    expect(names).toContain('Row 4');
    const several = card.findByTestId(Select, 'fix-open-names-0');
    several.props.onChange?.(several.props.options.find(({ label }) => label.includes('South'))?.value ?? '');
    card.findByTestId(Input, 'retype-open-names-1').props.onChange?.('acme.example');
    expect(card.findByTestId(Button, 'retry').text).toBe('Retry 2 fixed rows');
    press(card, 'retry');
    await vi.advanceTimersByTimeAsync(5000);
    expect(card.findByTestId(Text, 'associations').text).toBe('Associations: 4 made');
    expect(card.findByTestId(Text, 'equation').text).toBe('3 created = 3 rows');
    expect(writes).toBe(written);
    expect(card.maybeFindByTestId(Table, 'open-names')).toBeNull();
  });

  it('are asked about again where the name in their place leads to several', async () => {
    const card = openCard(functionsWithCompanies());
    await associateSites(card);
    await review(card);
    await run(card);
    card.findByTestId(Input, 'retype-open-names-1').props.onChange?.('twice.example');
    press(card, 'retry');
    await vi.advanceTimersByTimeAsync(5000);
    expect(card.findByTestId(Text, 'associations').text).toBe('Associations: 2 made · 2 not made');
    const several = card.findByTestId(Select, 'fix-open-names-0');
    expect(textIn(card.findByTestId(Table, 'open-names'))).toContain('2 rows: 3, 4');
    several.props.onChange?.(several.props.options[0]?.value ?? '');
    press(card, 'retry');
    await vi.advanceTimersByTimeAsync(5000);
    expect(card.findByTestId(Text, 'associations').text).toBe('Associations: 4 made');
  });
});

describe('the file of outcomes', () => {
  it('says in columns of its own what was associated, by which label, and what was not and why', async () => {
    const card = openCard(functionsWithCompanies());
    await associateSites(card);
    card.findByTestId(Select, 'label-of-column-2').props.onChange?.('HUBSPOT_DEFINED:7');
    await review(card);
    await run(card);
    press(card, 'copy-all');
    await vi.advanceTimersByTimeAsync(200);
    const [head, nora, ann] = readCsv(String(card.mocks.actions.copyTextToClipboard.calls[0]?.[0]));
    expect(head?.slice(5)).toEqual([
      'Reason',
      'Associations made',
      'Associations already there',
      'Associations not made',
    ]);
    expect(nora?.slice(5)).toEqual(['', 'company 501 (acme.example): Colleague', '', '']);
    expect(ann?.slice(5)).toEqual([
      '',
      'company 501 (acme.example): Colleague',
      '',
      'Not associated with company “twice.example”: several records have this name. Correct the cell and run the row again.',
    ]);
  });

  it('has no such columns where no association was asked for', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', 'Email\tFirst name\nnew@example.org\tNora');
    press(card, 'copy-all');
    await vi.advanceTimersByTimeAsync(200);
    const [head] = readCsv(String(card.mocks.actions.copyTextToClipboard.calls[0]?.[0]));
    expect(head).toHaveLength(6);
  });
});

describe('what is remembered of associations', () => {
  it('is the column’s, and whether all are associated with the open record', async () => {
    const functions = functionsWithCompanies(healthyFunctions());
    const first = openCard(functions);
    await associateSites(first);
    first.findByTestId(Select, 'named-by-of-column-2').props.onChange?.('name');
    first.findByTestId(Checkbox, 'associate').props.onChange?.(true, '');
    await vi.advanceTimersByTimeAsync(200);
    first.findByTestId(Select, 'association-type').props.onChange?.('HUBSPOT_DEFINED:7');
    await review(first);
    await run(first);
    const second = openCard(functions);
    await goTo(second, 'match', CONTACTS);
    await vi.advanceTimersByTimeAsync(500);
    expect(target(second, 2).props.value).toBe('associate:companies');
    expect(second.findByTestId(Select, 'named-by-of-column-2').props.value).toBe('name');
    expect(second.findByTestId(Checkbox, 'associate').props.checked).toBe(true);
    expect(second.findByTestId(Select, 'association-type').props.value).toBe('HUBSPOT_DEFINED:7');
  });
});
