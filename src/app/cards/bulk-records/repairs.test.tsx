import { Button, Input, Select, Table, TableCell, Text, TextArea } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BulkRecords } from './BulkRecords.tsx';
import { healthyFunctions, serverlessOf } from './testing/fake-functions.ts';

async function review(text: string) {
  vi.stubGlobal('self', { serverless: vi.fn(serverlessOf(healthyFunctions())) });
  const card = createRenderer('crm.record.sidebar');
  card.mocks.context.crm.objectTypeId = '0-1';
  const { context, actions } = card.mocks;
  card.render(<BulkRecords context={context} actions={actions} />);
  card.findByTestId(Button, 'open-panel').trigger('onClick');
  card.findByTestId(TextArea, 'paste').props.onInput?.(text);
  await vi.advanceTimersByTimeAsync(400);
  card.findByTestId(Button, 'to-match').trigger('onClick');
  await vi.advanceTimersByTimeAsync(10);
  card.findByTestId(Button, 'to-review').trigger('onClick');
  await vi.advanceTimersByTimeAsync(400);
  return card;
}

type Card = Awaited<ReturnType<typeof review>>;

async function press(card: Card, testId: string) {
  card.findByTestId(Button, testId).trigger('onClick');
  await vi.advanceTimersByTimeAsync(400);
}

async function fix(card: Card, option: string) {
  const select = card.findByTestId(Select, 'fix-0');
  const chosen = select.props.options.find(({ label }) => label === option);
  if (!chosen) throw new Error(`No ${option} among ${select.props.options.map(({ label }) => label).join()}`);
  select.props.onChange?.(chosen.value);
  await vi.advanceTimersByTimeAsync(400);
}

function optionsToFix(card: Card) {
  return card.findByTestId(Select, 'fix-0').props.options.map(({ label }) => label);
}

/** The words of every row of a table. */
function wordsIn(card: Card, testId: string): string {
  const table = card.findByTestId(Table, testId);
  return [...table.findAll(TableCell), ...table.findAll(Text)].map(({ text }) => text ?? '').join(' | ');
}

/** What the button writes; what it leaves out is not looked at here. */
function runLabel(card: Card) {
  return card.findByTestId(Button, 'run').text?.split(',')[0];
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const SILVR =
  'Email,Level\na@example.org,Silvr\nb@example.org,Gold\nc@example.org,Silvr\nd@example.org,Glod\n';

describe('a group of wrong cells', () => {
  test('names property, column, text, suggestion, rows and count', async () => {
    const words = wordsIn(
      await review('Email,Level\na@example.org,Silvr\nb@example.org,Silvr\n'),
      'issue-groups',
    );
    expect(words).toContain('Level: “Silvr” is none of its options. Did you mean “Silver”?');
    expect(words).toContain('2 rows');
    expect(words).toContain('2, 3');
  });

  test('names the column as the paste calls it, where HubSpot calls it otherwise', async () => {
    const card = await review(
      'E-Mail-Adresse,Vorname\nada at example,Ada\nb@example.org,Bo\nc@example.org,Cy\n',
    );
    expect(wordsIn(card, 'issue-groups')).toContain('Email (E-Mail-Adresse): “ada at example” is not');
  });

  test('says what was expected where nothing is near', async () => {
    const card = await review('Email,Interests\na@example.org,Chess\n');
    expect(wordsIn(card, 'issue-groups')).toContain('Expected one of “Solar power”, “Wind power”.');
  });

  test('offers the near option first and all others after it', async () => {
    const card = await review(SILVR);
    expect(optionsToFix(card)).toEqual(['Silver', 'Gold', 'Leave blank', 'Type something else']);
  });

  test('may be typed again where no offer is right', async () => {
    const card = await review(SILVR);
    await fix(card, 'Type something else');
    card.findByTestId(Input, 'retype-0').props.onChange?.('gold');
    await vi.advanceTimersByTimeAsync(400);
    expect(runLabel(card)).toBe('Write 3 records');
    expect(wordsIn(card, 'fixes')).toContain('Level: “Silvr” | “gold”');
  });
});

describe('fixes', () => {
  test('are listed with what stands in for the cell, and taken back one by one', async () => {
    const card = await review(SILVR);
    expect(runLabel(card)).toBe('Write 1 record');
    await fix(card, 'Silver');
    await fix(card, 'Leave blank');
    expect(wordsIn(card, 'fixes')).toContain('Level: “Silvr” | “Silver”');
    expect(wordsIn(card, 'fixes')).toContain('Level: “Glod” | left blank');
    await press(card, 'undo-fix-0');
    expect(wordsIn(card, 'fixes')).not.toContain('Silvr');
    expect(wordsIn(card, 'issue-groups')).toContain('“Silvr”');
    expect(card.findByTestId(Text, 'fixes-made').text).toBe('1 fix made.');
  });

  test('are taken back all at once', async () => {
    const card = await review(SILVR);
    await fix(card, 'Silver');
    await fix(card, 'Gold');
    expect(runLabel(card)).toBe('Write 4 records');
    await press(card, 'undo-fixes');
    expect(runLabel(card)).toBe('Write 1 record');
    expect(card.maybeFindByTestId(Table, 'fixes')).toBeNull();
  });
});

describe('characters nobody sees', () => {
  const HIDDEN = 'Email,First name\nada@example.org\u200b,Ada\n\u200ekim@example.org,Kim\n';

  test('in a key are spelled out and offered to be taken away, from equal cells', async () => {
    const card = await review(HIDDEN);
    expect(wordsIn(card, 'issue-groups')).toContain('Email: “ada@example.org\\u200B” holds characters');
    expect(card.findByTestId(Button, 'run').props.disabled).toBe(true);
    await fix(card, 'ada@example.org');
    expect(runLabel(card)).toBe('Write 1 record');
    expect(wordsIn(card, 'fixes')).toContain('“ada@example.org\\u200B” | “ada@example.org”');
  });

  test('are offered to be taken from the whole column, and that is said', async () => {
    const card = await review(HIDDEN);
    await fix(card, 'Clean the whole column');
    expect(runLabel(card)).toBe('Write 2 records');
    expect(card.findByTestId(Text, 'run-description').text).toContain('Email: without invisible characters.');
    await press(card, 'back-to-match');
    card.findByTestId(Select, 'reading-of-column-0').props.onChange?.(-1);
    expect(card.maybeFindByTestId(Select, 'reading-of-column-0')).toBeNull();
  });
});

describe('tens of thousands of different wrong cells', () => {
  test('are shown ten at a time', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `p${index}@example.org,many${index}`);
    const card = await review(`Email,Children\n${rows.join('\n')}\n`);
    const table = card.findByTestId(Table, 'issue-groups');
    expect(table.props).toMatchObject({ paginated: true, page: 1, pageCount: 2000 });
    expect(table.findAll(TableCell)).toHaveLength(10);
    expect(wordsIn(card, 'issue-groups')).toContain('“many0” is not a number');
  });
});
