import { Alert, Button, Select, Text, TextArea } from '@hubspot/ui-extensions';
import { FileInput } from '@hubspot/ui-extensions/experimental';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DESCRIBE_OBJECT_TYPE, MAPPING_MEMORY, type RememberedMapping } from '@bulk-records/core';
import { BulkRecords } from './BulkRecords.tsx';
import { healthyFunctions, serverlessOf, type FakeFunctions } from './testing/fake-functions.ts';

const ROWS = 'Email,Nickname,Birthday\nada@example.org,Ada,01/02/1990\n';
const TURNED = 'Birthday,Email,Nickname\n03/04/1991,bob@example.org,Bob\n';

const NOW = Date.UTC(2026, 2, 12, 10);

function openCard(functions: FakeFunctions = healthyFunctions()) {
  vi.stubGlobal('self', { serverless: vi.fn(serverlessOf(functions)) });
  const renderer = createRenderer('crm.record.sidebar');
  renderer.mocks.context.crm.objectTypeId = '0-1';
  renderer.mocks.context.portal.timezone = 'Europe/Berlin';
  const { context, actions } = renderer.mocks;
  renderer.render(<BulkRecords context={context} actions={actions} />);
  renderer.findByTestId(Button, 'open-panel').trigger('onClick');
  return renderer;
}

type Card = ReturnType<typeof openCard>;

function press(card: Card, testId: string) {
  card.findByTestId(Button, testId).trigger('onClick');
}

async function match(card: Card, text: string) {
  card.findByTestId(TextArea, 'paste').props.onInput?.(text);
  await vi.advanceTimersByTimeAsync(400);
  press(card, 'to-match');
  await vi.advanceTimersByTimeAsync(10);
}

async function run(card: Card) {
  press(card, 'to-review');
  await vi.advanceTimersByTimeAsync(1000);
  press(card, 'run');
  await vi.advanceTimersByTimeAsync(2000);
}

function propertyOf(card: Card, columnIndex: number) {
  return card.findByTestId(Select, `property-of-column-${columnIndex}`).props.value;
}

function choose(card: Card, testId: string, value: string | number) {
  card.findByTestId(Select, testId).props.onChange?.(value);
}

function linesOf(card: Card): string {
  const alert = card.findByTestId(Alert, 'remembered-mapping');
  return [alert.props.title, ...alert.findAll(Text).map(({ text }) => text ?? '')].join(' | ');
}

/** Maps by hand, runs, and starts over. */
async function runByHand(card: Card) {
  await match(card, ROWS);
  choose(card, 'property-of-column-1', 'firstname');
  choose(card, 'format-of-column-2', 0);
  await run(card);
  press(card, 'start-over');
}

function without(uid: string, reply: unknown): FakeFunctions {
  return { ...healthyFunctions(), [uid]: () => reply };
}

const mapping: RememberedMapping = {
  kind: 'bulk-records-mapping',
  version: 1,
  savedAt: '2026-03-12T10:00:00.000Z',
  objectType: 'contacts',
  operation: 'upsert',
  keyProperty: 'email',
  columns: [
    { header: 'Email', property: 'email', choices: {} },
    { header: 'Nickname', property: 'lastname', choices: {} },
    { header: 'Birthday', property: null, choices: {} },
  ],
  choices: {},
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a remembered mapping', () => {
  test('is applied to the same headers in any order, with its formats, and says what it changed', async () => {
    const card = openCard();
    await runByHand(card);
    await match(card, TURNED);
    expect(linesOf(card)).toBe('Mapping used on March 12, 2026 | 1 column differs from the suggestion.');
    expect([0, 1, 2].map((index) => propertyOf(card, index))).toEqual(['birthday', 'email', 'firstname']);
    expect(card.maybeFindByTestId(Select, 'format-of-column-0')).toBeNull();
  });

  test('brings back what was done, and by which key', async () => {
    const card = openCard();
    await match(card, 'Record ID,Email\n1,ada@example.org\n');
    choose(card, 'operation', 'update');
    choose(card, 'key', 'hs_object_id');
    await run(card);
    press(card, 'start-over');
    await match(card, 'Email,First name\nada@example.org,Ada\n');
    choose(card, 'operation', 'create');
    press(card, 'back-to-data');
    await match(card, 'Email,Record ID\nbob@example.org,2\n');
    expect(card.findByTestId(Select, 'operation').props.value).toBe('update');
    expect(card.findByTestId(Select, 'key').props.value).toBe('hs_object_id');
  });

  test('gives way to the suggestions, and can be used again', async () => {
    const card = openCard();
    await runByHand(card);
    await match(card, ROWS);
    press(card, 'use-suggestions');
    expect(propertyOf(card, 1)).toBe('');
    expect(card.findByTestId(Select, 'format-of-column-2')).toBeDefined();
    press(card, 'use-mapping');
    expect(propertyOf(card, 1)).toBe('firstname');
  });

  test('is only offered when choices were made before it arrived', async () => {
    let answer: (reply: unknown) => void = () => undefined;
    const card = openCard(without(MAPPING_MEMORY, new Promise((resolve) => (answer = resolve))));
    await match(card, ROWS);
    choose(card, 'property-of-column-1', 'firstname');
    answer({ ok: true, memory: { kind: 'mapping', mapping } });
    await vi.advanceTimersByTimeAsync(10);
    expect(propertyOf(card, 1)).toBe('firstname');
    press(card, 'use-mapping');
    expect(propertyOf(card, 1)).toBe('lastname');
  });

  test('waits for the properties it is about', async () => {
    let answer: (reply: unknown) => void = () => undefined;
    const functions = healthyFunctions();
    const card = openCard({
      ...functions,
      [DESCRIBE_OBJECT_TYPE]: () => new Promise((resolve) => (answer = resolve)),
      [MAPPING_MEMORY]: () => ({ ok: true, memory: { kind: 'mapping', mapping } }),
    });
    await match(card, ROWS);
    answer(functions[DESCRIBE_OBJECT_TYPE]?.({}));
    await vi.advanceTimersByTimeAsync(10);
    expect(propertyOf(card, 1)).toBe('lastname');
  });

  test('of headers that are no longer in view is ignored', async () => {
    let answer: (reply: unknown) => void = () => undefined;
    const card = openCard(without(MAPPING_MEMORY, new Promise((resolve) => (answer = resolve))));
    await match(card, ROWS);
    press(card, 'back-to-data');
    card.findByTestId(TextArea, 'paste').props.onInput?.('Email,Nickname\nada@example.org,Ada\n');
    await vi.advanceTimersByTimeAsync(400);
    answer({ ok: true, memory: { kind: 'mapping', mapping } });
    await vi.advanceTimersByTimeAsync(10);
    press(card, 'to-match');
    expect(propertyOf(card, 1)).toBe('');
  });

  test('that archives is offered, never applied by itself', async () => {
    const archive = { ...mapping, operation: 'archive' as const };
    const card = openCard(
      without(MAPPING_MEMORY, { ok: true, memory: { kind: 'mapping', mapping: archive } }),
    );
    await match(card, ROWS);
    expect(card.findByTestId(Select, 'operation').props.value).toBe('upsert');
    expect(card.findByTestId(Button, 'use-mapping')).toBeDefined();
  });

  test('names the columns whose property is gone', async () => {
    const [emailColumn] = mapping.columns;
    const gone = {
      ...mapping,
      columns: [emailColumn, { header: 'Nickname', property: 'nickname', choices: {} }],
    };
    const memory = { kind: 'mapping', mapping: gone };
    const card = openCard(without(MAPPING_MEMORY, { ok: true, memory }));
    await match(card, 'Email,Nickname\nada@example.org,Ada\n');
    expect(linesOf(card)).toContain('“Nickname” went to nickname, a property that does not exist any more.');
    expect(card.findByTestId(Alert, 'remembered-mapping').props.variant).toBe('warning');
  });

  test('is forgotten when told to, and stays in force until then', async () => {
    const card = openCard();
    await runByHand(card);
    await match(card, ROWS);
    press(card, 'forget-mapping');
    await vi.advanceTimersByTimeAsync(10);
    expect(card.findByTestId(Text, 'mapping-forgotten').text).toContain('forgotten');
    expect(propertyOf(card, 1)).toBe('firstname');
    press(card, 'back-to-data');
    await match(card, 'Email,Other\nada@example.org,Ada\n');
    press(card, 'back-to-data');
    await match(card, ROWS);
    expect(card.maybeFindByTestId(Alert, 'remembered-mapping')).toBeNull();
    expect(propertyOf(card, 1)).toBe('');
  });
});

describe('when nothing can be remembered', () => {
  const missingScope = {
    ok: false,
    error: { code: 'missing-scopes', message: '', retryable: false, scopes: ['files'] },
  };

  test('the card names the scope, and everything else goes on', async () => {
    const card = openCard(without(MAPPING_MEMORY, missingScope));
    await match(card, ROWS);
    expect(card.findByTestId(Text, 'memory-problem').text).toContain('HubSpot asks for files.');
    choose(card, 'format-of-column-2', 0);
    await run(card);
    expect(card.findByTestId(Text, 'equation').text).toBe('1 created = 1 row');
    expect(card.maybeFindByTestId(Text, 'mapping-not-kept')).toBeNull();
  });

  test('a failure to remember is a note beside the outcomes', async () => {
    let calls = 0;
    const functions = healthyFunctions();
    const card = openCard({
      ...functions,
      [MAPPING_MEMORY]: () => {
        calls += 1;
        return calls === 1 ? { ok: true, memory: { kind: 'nothing' } } : 'nonsense';
      },
    });
    await match(card, ROWS);
    choose(card, 'format-of-column-2', 0);
    await run(card);
    expect(card.findByTestId(Text, 'equation').text).toBe('1 created = 1 row');
    expect(card.findByTestId(Text, 'mapping-not-kept').text).toContain('cannot be remembered just now');
    press(card, 'start-over');
    expect(card.maybeFindByTestId(Text, 'mapping-not-kept')).toBeNull();
  });

  test.each([
    ['unreadable', 'was changed by somebody and is not used'],
    ['newer', 'by a later version of this app'],
  ])('a file that is %s is said to be so', async (kind, words) => {
    const card = openCard(without(MAPPING_MEMORY, { ok: true, memory: { kind } }));
    await match(card, ROWS);
    expect(card.findByTestId(Text, 'memory-problem').text).toContain(words);
    expect(propertyOf(card, 1)).toBe('');
  });

  test('a table without headers is neither asked for nor remembered', async () => {
    const asked = vi.fn(() => ({ ok: true, memory: { kind: 'nothing' } }));
    const card = openCard({ ...healthyFunctions(), [MAPPING_MEMORY]: asked });
    card.findByTestId(TextArea, 'paste').props.onInput?.('ada@example.org,Ada\nbob@example.org,Bob\n');
    await vi.advanceTimersByTimeAsync(400);
    choose(card, 'header-row', 'none');
    press(card, 'to-match');
    await run(card);
    expect(asked).not.toHaveBeenCalled();
    expect(card.maybeFindByTestId(Button, 'copy-mapping')).toBeNull();
  });
});

describe('a mapping as a file', () => {
  test('is copied as text that can be imported again', async () => {
    const card = openCard();
    await match(card, ROWS);
    choose(card, 'property-of-column-1', 'lastname');
    press(card, 'copy-mapping');
    await vi.advanceTimersByTimeAsync(1);
    const [call] = card.mocks.actions.copyTextToClipboard.calls;
    expect(card.findByTestId(Alert, 'copied')).toBeDefined();
    const other = openCard();
    await match(other, TURNED);
    press(other, 'open-import');
    other.findByTestId(TextArea, 'import-text').props.onInput?.(call?.[0] ?? '');
    press(other, 'import-mapping');
    expect(propertyOf(other, 2)).toBe('lastname');
    expect(linesOf(other)).toContain('Imported mapping of March 12, 2026');
    expect(other.maybeFindByTestId(TextArea, 'import-text')).toBeNull();
  });

  test('is imported from a file, for a table that knows some of its headers', async () => {
    const card = openCard();
    await match(card, 'Nickname,Email,Age\nAda,ada@example.org,36\n');
    press(card, 'open-import');
    card
      .findByTestId(FileInput, 'import-file')
      .props.onChange({ target: { files: [new File([JSON.stringify(mapping)], 'mapping.json')] } });
    await vi.advanceTimersByTimeAsync(10);
    expect(propertyOf(card, 0)).toBe('lastname');
    expect(linesOf(card)).toContain('It does not know “Age”');
  });

  test.each<[string, object | string, string]>([
    ['rubbish', 'hello', 'This is no mapping'],
    ['cells', 'Email,First name\nada@example.org,Ada\n', 'This is no mapping'],
    ['a later version', { ...mapping, version: 2 }, 'This mapping is from a later version of this app'],
    [
      'another object',
      { ...mapping, objectType: 'companies' },
      'This mapping is for another object (companies)',
    ],
  ])('is refused when it is %s', async (_, text, title) => {
    const card = openCard();
    await match(card, ROWS);
    press(card, 'open-import');
    const pasted = typeof text === 'string' ? text : JSON.stringify(text);
    card.findByTestId(TextArea, 'import-text').props.onInput?.(pasted);
    press(card, 'import-mapping');
    expect(card.findByTestId(Alert, 'import-problem').props.title).toBe(title);
    expect(propertyOf(card, 1)).toBe('');
  });

  test('is refused unread when the file is large', async () => {
    const card = openCard();
    await match(card, ROWS);
    press(card, 'open-import');
    const file = new File(['x'.repeat(500_001)], 'contacts.csv');
    card.findByTestId(FileInput, 'import-file').props.onChange(file);
    await vi.advanceTimersByTimeAsync(10);
    expect(card.findByTestId(Alert, 'import-problem').props.title).toContain('contacts.csv');
  });
});
