import { Alert, Button, ProgressBar, Select, Table, Text, TextArea } from '@hubspot/ui-extensions';
import { FileInput } from '@hubspot/ui-extensions/experimental';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  openCard,
  paste,
  press,
  resetCard,
  startCardClock,
  textIn,
  type Card,
} from './testing/open-card.tsx';

async function choose(card: Card, bytes: Uint8Array, name = 'contacts.csv') {
  card.findByTestId(FileInput, 'file').props.onChange(new File([Uint8Array.from(bytes)], name));
  await vi.advanceTimersByTimeAsync(0);
}

/** Pastes and leaves the field: the reading begins at once, and only its first slice is over. */
async function pasteAndLeave(card: Card, text: string) {
  card.findByTestId(TextArea, 'paste').props.onInput?.(text);
  card.findByTestId(TextArea, 'paste').props.onChange?.(text);
  await vi.advanceTimersByTimeAsync(0);
}

/** Turns the event loop until something shows, or the work is at its end. */
async function turnUntil(isShown: () => boolean) {
  for (let turns = 0; turns < 10_000 && !isShown(); turns += 1) await vi.advanceTimersByTimeAsync(1);
  expect(isShown()).toBe(true);
}

function isReading(card: Card): boolean {
  return card.maybeFindByTestId(ProgressBar, 'reading-progress') !== null;
}

function readingOf(card: Card): string | null {
  return card.maybeFindByTestId(Text, 'reading')?.text ?? null;
}

function canGoOn(card: Card): boolean {
  return card.findByTestId(Button, 'to-match').props.disabled !== true;
}

const TWO_ROWS = 'Email,First name\nada@example.org,Ada\nbob@example.org,Bob\n';

function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => `person.${index}@example.org,Person ${index}`);
  return ['Email,First name', ...rows].join('\n');
}

const MANY = manyRows(20_000);

/** On this machine every piece of work takes so long that a slice holds one. */
function slowDown() {
  let time = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (time += 30));
}

beforeEach(startCardClock);

afterEach(() => {
  vi.restoreAllMocks();
  resetCard();
});

describe('a long reading', () => {
  test('tells how far it is, and nobody goes on before its end', async () => {
    const card = openCard();
    slowDown();
    await pasteAndLeave(card, MANY);
    await turnUntil(() => isReading(card));
    const bar = card.findByTestId(ProgressBar, 'reading-progress').props;
    expect(bar.title).toMatch(/^(Reading [\d,]+ of about|Laying out [\d,]+ of) [\d,]+ rows$/);
    expect(canGoOn(card)).toBe(false);
    await turnUntil(() => readingOf(card) !== null);
    expect(readingOf(card)).toContain('20,000 rows × 2 columns');
    expect(isReading(card)).toBe(false);
    expect(canGoOn(card)).toBe(true);
  });

  test('gives way to a newer paste, and its own result is never shown', async () => {
    const card = openCard();
    slowDown();
    await pasteAndLeave(card, MANY);
    await turnUntil(() => isReading(card));
    await paste(card, TWO_ROWS);
    await turnUntil(() => readingOf(card) !== null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(readingOf(card)).toContain('2 rows × 2 columns');
  });

  test('can be stopped; nothing of the paste is lost, and it can be read after all', async () => {
    const card = openCard();
    slowDown();
    await pasteAndLeave(card, MANY);
    await turnUntil(() => isReading(card));
    press(card, 'stop-reading');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(readingOf(card)).toBeNull();
    expect(card.findByTestId(Alert, 'reading-stopped').props.title).toBe('Reading stopped: Your pasted text');
    expect(canGoOn(card)).toBe(false);
    press(card, 'read-input');
    await turnUntil(() => readingOf(card) !== null);
    expect(readingOf(card)).toContain('20,000 rows');
  });

  test('of the same text in another way takes choices made meanwhile along', async () => {
    const card = openCard();
    await paste(card, MANY);
    slowDown();
    card.findByTestId(Select, 'form').props.onChange?.('Semicolon-separated');
    expect(readingOf(card)).toContain('Comma-separated');
    expect(canGoOn(card)).toBe(false);
    card.findByTestId(Select, 'header-row').props.onChange?.('none');
    await turnUntil(() => readingOf(card)?.includes('Semicolon-separated') === true);
    expect(readingOf(card)).toBe('Semicolon-separated · 20,001 rows × 1 column · no header row');
  });

  test('is given up when the text is cleared', async () => {
    const card = openCard();
    slowDown();
    await pasteAndLeave(card, MANY);
    await turnUntil(() => isReading(card));
    await paste(card, '');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([isReading(card), readingOf(card)]).toEqual([false, null]);
  });

  test('of a file gives way to text typed meanwhile', async () => {
    const card = openCard();
    slowDown();
    await choose(card, new TextEncoder().encode(MANY));
    await turnUntil(() => isReading(card));
    await paste(card, TWO_ROWS);
    await turnUntil(() => readingOf(card) !== null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(readingOf(card)).toContain('2 rows × 2 columns');
  });
});

describe('a long check', () => {
  const ROWS = manyRows(2000);

  function isChecking(card: Card): boolean {
    return card.maybeFindByTestId(ProgressBar, 'checking-progress') !== null;
  }

  async function goToReview(card: Card, text: string) {
    await paste(card, text);
    press(card, 'to-match');
    slowDown();
    press(card, 'to-review');
  }

  test('tells how far it is, and nothing can be written before its end', async () => {
    const card = openCard();
    await goToReview(card, ROWS);
    await turnUntil(() => isChecking(card));
    const { title } = card.findByTestId(ProgressBar, 'checking-progress').props;
    expect(title).toMatch(/^Checking [\d,]+ of 2,000 rows$/);
    expect(card.maybeFindByTestId(Button, 'run')).toBeNull();
    await turnUntil(() => card.maybeFindByTestId(Button, 'run') !== null);
    expect(card.findByTestId(Button, 'run').text).toBe('Write 2,000 records');
    expect(isChecking(card)).toBe(false);
  });

  test('can be stopped, which leads back to the columns', async () => {
    const card = openCard();
    await goToReview(card, ROWS);
    await turnUntil(() => isChecking(card));
    press(card, 'stop-checking');
    expect(card.findByTestId(Select, 'property-of-column-0').props.value).toBe('email');
  });

  test('after a fix leaves the plan before it in sight, but not to be written', async () => {
    const card = openCard();
    await goToReview(card, `${ROWS}\nmany,Ada`);
    await turnUntil(() => card.maybeFindByTestId(Button, 'run') !== null);
    expect(textIn(card.findByTestId(Table, 'issue-groups'))).toContain('many');
    press(card, 'blank-0');
    expect(card.findByTestId(Button, 'run').props.disabled).toBe(true);
    await turnUntil(() => isChecking(card));
    expect(card.findByTestId(Text, 'plan-counts').text).toContain('2,001 rows');
    await turnUntil(() => card.findByTestId(Button, 'run').props.disabled === false);
    expect(textIn(card.findByTestId(Table, 'issue-groups'))).toContain('Email is blank');
  });
});

describe('the encoding of a file', () => {
  const FRENCH = Uint8Array.from('Email;First name\njose@example.org;Jos\u00e9\n', (letter) =>
    letter.charCodeAt(0),
  );

  test('is shown, and can be corrected: the bytes are read again', async () => {
    const card = openCard();
    await choose(card, new TextEncoder().encode('Email;First name\njose@example.org;José\n'));
    expect(card.findByTestId(Select, 'encoding').props.value).toBe('utf-8');
    card.findByTestId(Select, 'encoding').props.onChange?.('windows-1252');
    expect(readingOf(card)).toContain('Windows-1252');
    expect(card.findAll(Text).some(({ text }) => text === 'JosÃ©')).toBe(true);
    card.findByTestId(Select, 'encoding').props.onChange?.('utf-8');
    expect(card.findAll(Text).some(({ text }) => text === 'José')).toBe(true);
  });

  test('stays as chosen when the header row is chosen after it', async () => {
    const card = openCard();
    await choose(card, FRENCH);
    expect(readingOf(card)).toContain('Windows-1252');
    card.findByTestId(Select, 'encoding').props.onChange?.('utf-8');
    card.findByTestId(Select, 'header-row').props.onChange?.('none');
    expect(readingOf(card)).toBe('Semicolon-separated · 2 rows × 2 columns · no header row · UTF-8');
  });

  test('can be corrected back when the chosen one makes the file unreadable', async () => {
    const card = openCard();
    await choose(card, FRENCH);
    card.findByTestId(Select, 'encoding').props.onChange?.('utf-16be');
    card.findByTestId(Select, 'encoding').props.onChange?.('windows-1252');
    expect(readingOf(card)).toContain('1 row × 2 columns');
  });

  test('is asked about where few characters contradict the others', async () => {
    const card = openCard();
    const bytes = new TextEncoder().encode(`Email;Note\n${'a@example.org;äöü\n'.repeat(20)}`);
    await choose(card, Uint8Array.from([...bytes, ...FRENCH.slice(17)]));
    expect(card.findByTestId(Alert, 'other-encoding').props.title).toContain('Windows-1252');
  });

  test('is no question for a paste', async () => {
    const card = openCard();
    await paste(card, TWO_ROWS);
    expect(card.maybeFindByTestId(Select, 'encoding')).toBeNull();
  });
});

describe('a file that cannot be read', () => {
  test('of 200 MB is refused with its size and the limit, where it cannot be read piece by piece', async () => {
    const card = openCard();
    const file = new File(['[{"email": "a@example.org"}, '], 'export.json');
    Object.defineProperty(file, 'size', { value: 200_000_000 });
    const read = vi.spyOn(file, 'arrayBuffer');
    card.findByTestId(FileInput, 'file').props.onChange(file);
    await vi.advanceTimersByTimeAsync(100);
    const problem = card.findByTestId(Alert, 'file-problem');
    expect(problem.props.title).toBe('export.json is too large (200.0 MB)');
    expect(problem.text).toContain('at most 50.0 MB');
    expect(read).not.toHaveBeenCalled();
  });

  test('leaves the input before it as it was', async () => {
    const card = openCard();
    await paste(card, TWO_ROWS);
    await choose(card, new TextEncoder().encode('%PDF-1.7'), 'offer.csv');
    expect(card.findByTestId(Alert, 'file-problem').props.title).toBe('offer.csv is a PDF, not a text file');
    expect(readingOf(card)).toContain('2 rows × 2 columns');
    expect(canGoOn(card)).toBe(true);
  });

  test('tells why the browser did not hand it over', async () => {
    const card = openCard();
    const file = new File([], 'gone.csv');
    vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new Error('NotFoundError'));
    card.findByTestId(FileInput, 'file').props.onChange(file);
    await vi.advanceTimersByTimeAsync(1);
    expect(card.findByTestId(Alert, 'file-problem').props.title).toContain('gone.csv could not be read');
  });

  test.each([
    [
      'noise',
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 256),
      'This is not text',
    ],
    ['null bytes', new Uint8Array(4000), 'This is not text'],
    [
      'only delimiters',
      new TextEncoder().encode(',,,\n,,,\n'),
      '2 rows hold nothing but separators and blanks',
    ],
    [
      'more delimiters than any table has',
      new TextEncoder().encode(','.repeat(200_000)),
      'columns are more than can be read',
    ],
  ])('says what is wrong with %s', async (_name, bytes, title) => {
    const card = openCard();
    await choose(card, bytes, 'noise.csv');
    expect(card.findByTestId(Alert, 'unreadable').props.title).toContain(title);
    expect(canGoOn(card)).toBe(false);
  });

  test('null bytes and lone surrogates among rows are named, not lost', async () => {
    const card = openCard();
    await paste(card, 'Email,First name\nada@example.org,A\u0000da\nbob@example.org,B\ud83dob\n');
    expect(readingOf(card)).toContain('2 rows');
    const issues = card.findAll(Text).map(({ text }) => text ?? '');
    expect(issues.filter((text) => text.includes('invisible or damaged'))).toHaveLength(2);
  });
});
