import { Alert, Button, Checkbox, Input, MultiSelect, Select, Text, TextArea } from '@hubspot/ui-extensions';
import { DESCRIBE_OBJECT_TYPE, MAPPING_MEMORY, READ_RECORDS, WRITE_RECORDS } from '@bulk-records/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { healthyFunctions, type FakeRecord } from './testing/fake-functions.ts';
import { press, resetCard, startCardClock, textIn } from './testing/open-card.tsx';
import { openAction, openPage } from './testing/open-places.tsx';

type Action = ReturnType<typeof openAction>;

beforeEach(startCardClock);

afterEach(resetCard);

function threeContacts(): FakeRecord[] {
  return [
    { id: '71', properties: { email: 'ada@example.org', firstname: 'Ada', level: 'lvl_3' } },
    { id: '72', properties: { email: 'bob@example.org', firstname: 'Bob', level: 'lvl_2' } },
    { id: '73', properties: { email: 'eve@example.org', firstname: 'Eve' } },
  ];
}

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(500);
}

async function openOn(objectIds: readonly number[], records = threeContacts()): Promise<Action> {
  const action = openAction(objectIds, healthyFunctions(records));
  await settle();
  return action;
}

async function add(action: Action, property: string): Promise<void> {
  action.findByTestId(Select, 'add-constant').props.onChange?.(property);
  await settle();
}

async function goOn(action: Action, ...testIds: readonly string[]): Promise<void> {
  for (const testId of testIds) {
    press(action, testId);
    // What is read is drawn, and what is drawn may have more to be read.
    await vi.advanceTimersByTimeAsync(1500);
    await vi.advanceTimersByTimeAsync(1500);
  }
}

const has = (action: Action, testId: string) =>
  [...action.findAll(Select), ...action.findAll(Checkbox)].some(({ props }) => props.testId === testId);

describe('the bulk action on selected records', () => {
  it('writes one value to all of them, and only where it differs', async () => {
    const records = threeContacts();
    const action = await openOn([71, 72], records);
    expect(action.findByTestId(Text, 'selected').text).toBe('2 records are selected');
    await add(action, 'level');
    action.findByTestId(Select, 'constant-0').props.onChange?.('Gold');
    await goOn(action, 'to-match', 'to-review');
    expect(action.findByTestId(Text, 'plan-counts').text).toBe('1 update · 1 unchanged = 2 rows');
    await goOn(action, 'run');
    expect(action.findByTestId(Text, 'equation').text).toBe('1 updated + 1 unchanged = 2 rows');
    expect(records.map(({ properties }) => properties['level'])).toEqual(['lvl_3', 'lvl_3', undefined]);
  });

  it('can be undone, and stands at the same selection again afterwards', async () => {
    const records = threeContacts();
    const action = await openOn([71, 72], records);
    await add(action, 'firstname');
    action.findByTestId(Input, 'constant-0').props.onChange?.('Kim');
    await goOn(action, 'to-match', 'to-review', 'run');
    expect(records.map(({ properties }) => properties['firstname'])).toEqual(['Kim', 'Kim', 'Eve']);
    await goOn(action, 'undo');
    expect(action.findByTestId(Text, 'plan-counts').text).toContain('2 update');
    await goOn(action, 'run');
    expect(records.map(({ properties }) => properties['firstname'])).toEqual(['Ada', 'Bob', 'Eve']);
    await goOn(action, 'start-over');
    expect(action.findByTestId(Text, 'selected').text).toBe('2 records are selected');
    expect(action.findAll(Input)).toEqual([]);
    expect(action.findByTestId(Button, 'to-match').props.disabled).toBe(false);
  });

  it('goes back to the selection from an undo that is not wanted after all', async () => {
    const action = await openOn([71, 72]);
    await add(action, 'firstname');
    action.findByTestId(Input, 'constant-0').props.onChange?.('Kim');
    await goOn(action, 'to-match', 'to-review', 'run', 'undo', 'back-to-match', 'replace-input');
    expect(action.findByTestId(Text, 'selected').text).toBe('2 records are selected');
    await goOn(action, 'to-match');
    expect(action.findByTestId(Text, 'run-description').text).toMatch(/^Records are matched by Record ID/);
  });

  it('offers what can be done with records that exist, by their ids, and nothing else', async () => {
    const action = await openOn([71]);
    await goOn(action, 'to-match');
    const operation = action.findByTestId(Select, 'operation').props;
    expect(operation.options.map(({ value }) => value)).toEqual(['update', 'archive']);
    expect(operation.value).toBe('update');
    expect(['object-type', 'key', 'associate'].filter((testId) => has(action, testId))).toEqual([]);
  });

  it.each(['update', 'archive'])(
    'matches by record id for %s, even when another key is given',
    async (chosen) => {
      const healthy = healthyFunctions(threeContacts());
      const read = vi.fn(healthy[READ_RECORDS]);
      const action = openAction([71], { ...healthy, [READ_RECORDS]: read });
      await settle();
      await add(action, 'email');
      action.findByTestId(Input, 'constant-0').props.onChange?.('kim@example.org');
      await goOn(action, 'to-match');
      action.findByTestId(Select, 'operation').props.onChange?.(chosen);
      await goOn(action, 'to-review');
      expect(read.mock.calls.map(([parameters]) => parameters)).toEqual([
        expect.objectContaining({ ids: ['71'] }),
      ]);
      expect(JSON.stringify(read.mock.calls)).not.toContain('idProperty');
    },
  );

  it('archives exactly the selected records', async () => {
    const write = vi.fn(() => {
      throw new Error('enough');
    });
    const action = openAction([71, 73], { ...healthyFunctions(threeContacts()), [WRITE_RECORDS]: write });
    await settle();
    await goOn(action, 'to-match');
    action.findByTestId(Select, 'operation').props.onChange?.('archive');
    await goOn(action, 'to-review');
    expect(action.findByTestId(Text, 'plan-counts').text).toBe('2 archive = 2 rows');
    await goOn(action, 'run');
    const [first] = write.mock.calls;
    expect(JSON.stringify(first)).toMatch(/"operation":"archive".*"id":"71".*"id":"73"/);
    expect(JSON.stringify(first)).not.toContain('"72"');
  });

  it('leaves a property alone that is taken back', async () => {
    const action = await openOn([71]);
    await add(action, 'firstname');
    await add(action, 'lastname');
    action.findByTestId(Input, 'constant-1').props.onChange?.('Gold');
    await settle();
    await goOn(action, 'remove-constant-0');
    expect(action.findByTestId(Input, 'constant-0').props).toMatchObject({
      label: 'Last name',
      value: 'Gold',
    });
    expect(action.findAll(Input)).toHaveLength(1);
  });

  it('offers several options for a property that takes several', async () => {
    const action = await openOn([73]);
    await add(action, 'interests');
    action.findByTestId(MultiSelect, 'constant-0').props.onChange?.(['Solar power', 'Wind power']);
    await settle();
    expect(action.findByTestId(MultiSelect, 'constant-0').props.value).toEqual(['Solar power', 'Wind power']);
    await goOn(action, 'to-match', 'to-review', 'run');
    expect(action.findByTestId(Text, 'equation').text).toBe('1 updated = 1 row');
  });

  it('neither asks for a remembered mapping nor keeps one', async () => {
    const memory = vi.fn();
    const action = openAction([71], { ...healthyFunctions(threeContacts()), [MAPPING_MEMORY]: memory });
    await settle();
    await add(action, 'firstname');
    action.findByTestId(Input, 'constant-0').props.onChange?.('Kim');
    await goOn(action, 'to-match', 'to-review', 'run');
    expect(memory).not.toHaveBeenCalled();
  });

  it('says so when nothing is selected, and does not go on', async () => {
    const action = await openOn([]);
    expect(action.findByTestId(Alert, 'nothing-selected').props.title).toBe('No record is selected');
    expect(action.findByTestId(Button, 'to-match').props.disabled).toBe(true);
  });

  it('says why properties cannot be chosen, and loads them again', async () => {
    let isDown = true;
    const healthy = healthyFunctions(threeContacts());
    const action = openAction([71], {
      ...healthy,
      [DESCRIBE_OBJECT_TYPE]: (parameters) => {
        if (isDown) throw new Error('gone');
        return healthy[DESCRIBE_OBJECT_TYPE]?.(parameters);
      },
    });
    await settle();
    isDown = false;
    await goOn(action, 'properties-failed-retry');
    expect(action.findByTestId(Select, 'add-constant').props.label).toBe('Change a property');
  });
});

describe('a sheet for selected records', () => {
  const SHEET =
    'Email\tFirst name\nada@example.org\tAugusta\neve@example.org\tEvelyn\nnobody@example.org\tNo';

  async function pasteSheet(action: Action, text = SHEET): Promise<void> {
    await goOn(action, 'selection-way');
    action.findByTestId(TextArea, 'paste').props.onInput?.(text);
    await settle();
  }

  it('writes the rows about them, by any key, and names those that are about others', async () => {
    const records = threeContacts();
    const action = await openOn([71, 72], records);
    await pasteSheet(action);
    await goOn(action, 'to-match');
    expect(action.findByTestId(Select, 'key').props.value).toBe('email');
    await goOn(action, 'to-review');
    expect(action.findByTestId(Text, 'plan-counts').text).toBe('1 update · 1 blocked · 1 not found = 3 rows');
    expect(textIn(action.getRootNode())).toContain(
      'Its record is not among the selected ones. Select it in the list, too, if it is meant.',
    );
    expect(action.findByTestId(Button, 'run').text).toBe('Update 1 record, leave out 2 rows');
    await goOn(action, 'run');
    expect(action.findByTestId(Text, 'equation').text).toBe('1 updated + 2 left out = 3 rows');
    expect(records.map(({ properties }) => properties['firstname'])).toEqual(['Augusta', 'Bob', 'Eve']);
  });

  it('archives none but selected records', async () => {
    const action = await openOn([71]);
    await pasteSheet(action, 'Record ID\n71\n73');
    await goOn(action, 'to-match');
    const operation = action.findByTestId(Select, 'operation').props;
    expect(operation.options.map(({ value }) => value)).toEqual(['update', 'archive']);
    operation.onChange?.('archive');
    await goOn(action, 'to-review');
    expect(action.findByTestId(Text, 'plan-counts').text).toBe('1 archive · 1 blocked = 2 rows');
  });

  it('touches no other record when a wrong cell is fixed after the run', async () => {
    const records = threeContacts();
    const action = await openOn([71, 72], records);
    await pasteSheet(
      action,
      'Email\tFirst name\tLifecycle stage\nada@example.org\tAugusta\tCustmer\neve@example.org\tEvelyn\tCustmer\nbob@example.org\tRobert\t',
    );
    await goOn(action, 'to-match', 'to-review', 'run');
    expect(action.findByTestId(Text, 'equation').text).toBe('1 updated + 2 left out = 3 rows');
    const fix = action.findByTestId(Select, 'fix-left-out-0');
    const option = fix.props.options.find(({ label }) => label === 'Customer');
    fix.props.onChange?.(option?.value ?? '');
    await goOn(action, 'retry');
    expect(action.findByTestId(Text, 'equation').text).toBe('2 updated + 1 left out = 3 rows');
    expect(records.map(({ properties }) => properties['firstname'])).toEqual(['Augusta', 'Robert', 'Eve']);
  });

  it('may be a plan’s file, of which only the selected records are left', async () => {
    const everywhere = await openOn([71, 72, 73]);
    await pasteSheet(everywhere);
    await goOn(everywhere, 'to-match', 'to-review', 'copy-plan');
    const file = String(everywhere.mocks.actions.copyTextToClipboard.calls[0]?.[0]);
    const action = await openOn([73]);
    await pasteSheet(action, file);
    await goOn(action, 'to-plan');
    expect(action.findByTestId(Text, 'plan-counts').text).toBe('1 update · 1 blocked · 1 not found = 3 rows');
  });

  it('leaves a plan’s file about another object out as a whole, and goes back to its own', async () => {
    const page = openPage(healthyFunctions(threeContacts()));
    page.findByTestId(TextArea, 'paste').props.onInput?.('Email\tFirst name\nada@example.org\tAugusta');
    await settle();
    for (const testId of ['to-match', 'to-review', 'copy-plan']) {
      press(page, testId);
      await vi.advanceTimersByTimeAsync(2000);
    }
    const file = String(page.mocks.actions.copyTextToClipboard.calls[0]?.[0]);
    const healthy = healthyFunctions(threeContacts());
    const describeType = vi.fn(healthy[DESCRIBE_OBJECT_TYPE]);
    const action = openAction([71], { ...healthy, [DESCRIBE_OBJECT_TYPE]: describeType }, '0-2');
    await settle();
    await pasteSheet(action, file);
    await goOn(action, 'to-plan');
    expect(action.findByTestId(Text, 'plan-counts').text).toBe('1 blocked = 1 row');
    await goOn(action, 'back-to-match', 'replace-input');
    const described = describeType.mock.calls.map(([asked]) => asked);
    expect(described).toContainEqual(expect.objectContaining({ objectType: 'contacts' }));
    expect(described.at(-1)).toMatchObject({ objectType: 'companies' });
  });

  /** A header no property is called by: what it goes to is the admin's choice. */
  const NAMED = 'Email\tWhat we call them\nada@example.org\tAugusta';

  it('remembers where its columns go, for the next sheet of these headers', async () => {
    const functions = healthyFunctions(threeContacts());
    const first = openAction([71], functions);
    await settle();
    await pasteSheet(first, NAMED);
    await goOn(first, 'to-match');
    first.findByTestId(Select, 'property-of-column-1').props.onChange?.('firstname');
    await goOn(first, 'to-review', 'run');
    const second = openAction([71], functions);
    await settle();
    await pasteSheet(second, NAMED);
    await goOn(second, 'to-match');
    expect(textIn(second.getRootNode())).toContain('1 column differs from the suggestion.');
    expect(second.findByTestId(Select, 'property-of-column-1').props.value).toBe('firstname');
  });

  it('does with selected records what can be done with them, and leaves what was remembered of a paste', async () => {
    const functions = healthyFunctions(threeContacts());
    const pasteOn = async (page: ReturnType<typeof openPage>) => {
      page.findByTestId(TextArea, 'paste').props.onInput?.(NAMED);
      await settle();
      press(page, 'to-match');
      await settle();
    };
    const page = openPage(functions);
    await pasteOn(page);
    page.findByTestId(Select, 'property-of-column-1').props.onChange?.('firstname');
    for (const testId of ['to-review', 'run']) {
      press(page, testId);
      await vi.advanceTimersByTimeAsync(2000);
    }
    const action = openAction([71], functions);
    await settle();
    await pasteSheet(action, NAMED);
    await goOn(action, 'to-match');
    expect(action.findByTestId(Select, 'property-of-column-1').props.value).toBe('firstname');
    expect(action.findByTestId(Select, 'operation').props.value).toBe('update');
    expect(action.findByTestId(Select, 'key').props.value).toBe('email');
    await goOn(action, 'to-review', 'run');
    const again = openPage(functions);
    await pasteOn(again);
    expect(again.findByTestId(Select, 'operation').props.value).toBe('upsert');
  });

  it('makes way for the same values on all again, which match by record id', async () => {
    const action = await openOn([71, 72]);
    await pasteSheet(action);
    await goOn(action, 'selection-way');
    await add(action, 'firstname');
    action.findByTestId(Input, 'constant-0').props.onChange?.('Kim');
    await goOn(action, 'to-match');
    expect(has(action, 'key')).toBe(false);
    await goOn(action, 'to-review');
    expect(action.findByTestId(Text, 'plan-counts').text).toBe('2 update = 2 rows');
  });

  it('cannot be gone on from before it is pasted', async () => {
    const action = await openOn([71]);
    await goOn(action, 'selection-way');
    expect(action.findByTestId(Button, 'to-match').props.disabled).toBe(true);
  });
});
