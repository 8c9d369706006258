import { createRandom } from '../emulator/randomness.ts';
import type { Random } from '../emulator/randomness.ts';

export const TEXT_KINDS = ['simple CSV', 'quoted CSV', 'TSV', 'multi-byte CSV'] as const;

export type TextKind = (typeof TEXT_KINDS)[number];

/** A text of ten or twenty columns under headers that contacts have; `rowCount` does not count the header. */
export interface TextPlan {
  readonly kind: TextKind;
  readonly rowCount: number;
  readonly seed: number;
  readonly isWide?: boolean;
}

interface Dialect {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly words: readonly string[];
  readonly isQuoted: boolean;
}

const HEADERS = [
  'Email',
  'First Name',
  'Last Name',
  'Company Name',
  'Phone Number',
  'City',
  'Loyalty points',
  'Trade fair date',
  'Lifecycle Stage',
  'Message',
] as const;

/** Columns eleven to twenty. */
const WIDE_HEADERS = [
  'Job Title',
  'Mobile Phone Number',
  'Street Address',
  'Postal Code',
  'Country/Region',
  'Website URL',
  'Renewal date',
  'Warranty score',
  'Membership level',
  'Department',
] as const;

const LEVELS = ['Bronze', 'Silver', 'Gold'];

const LATIN_WORDS = ['Clara', 'Jonas', 'Priya', 'Vogel', 'Nair', 'Lindqvist', 'Nordwind', 'Harbour', 'Foods'];
const WIDE_WORDS = ['Größe', 'Łódź', 'São', 'Ñandú', '東京', '山田花子', 'Ελλάς', 'Київ', '🌞 Solar', '서울'];
const STAGES = ['Lead', 'Customer', 'Opportunity', 'Subscriber'];

const DIALECTS: Readonly<Record<TextKind, Dialect>> = {
  'simple CSV': { delimiter: ',', lineEnd: '\n', words: LATIN_WORDS, isQuoted: false },
  'quoted CSV': { delimiter: ',', lineEnd: '\r\n', words: LATIN_WORDS, isQuoted: true },
  TSV: { delimiter: '\t', lineEnd: '\r\n', words: LATIN_WORDS, isQuoted: false },
  'multi-byte CSV': { delimiter: ';', lineEnd: '\n', words: WIDE_WORDS, isQuoted: false },
};

/** Equal plans give equal texts. Every value is one its property takes, so that typing has its full work. */
export function makeText({ kind, rowCount, seed, isWide = false }: TextPlan): string {
  const dialect = DIALECTS[kind];
  const random = createRandom(seed);
  const headers = isWide ? [...HEADERS, ...WIDE_HEADERS] : HEADERS;
  const lines = [headers.join(dialect.delimiter)];
  for (let row = 0; row < rowCount; row += 1) {
    const cells = rowCells(row, dialect, random);
    lines.push((isWide ? [...cells, ...wideCells(dialect, random)] : cells).join(dialect.delimiter));
  }
  return lines.join(dialect.lineEnd) + dialect.lineEnd;
}

function rowCells(row: number, dialect: Dialect, random: Random): readonly string[] {
  const word = () => pick(dialect.words, random);
  return [
    `person.${row}@example.org`,
    word(),
    word(),
    quoteIf(dialect, `${word()} "${word()}", Ltd`, `${word()} ${word()}`),
    `+49 40 ${random.below(9_000_000) + 1_000_000}`,
    word(),
    `${random.below(100_000)}`,
    `20${twoDigits(10 + random.below(17))}-${monthAndDay(random)}`,
    pick(STAGES, random),
    quoteIf(dialect, `${word()}\n${word()}, ${word()}\r\n${word()}`, `${word()} ${word()} ${word()}`),
  ];
}

function wideCells(dialect: Dialect, random: Random): readonly string[] {
  const word = () => pick(dialect.words, random);
  return [
    `${word()} ${word()}`,
    `+49 171 ${random.below(9_000_000) + 1_000_000}`,
    `${word()} ${random.below(200)}`,
    String(random.below(100_000)).padStart(5, '0'),
    word(),
    `https://www.example.org/${random.below(10_000)}`,
    `2026-${monthAndDay(random)}`,
    `${random.below(100)}.${twoDigits(random.below(100))}`,
    pick(LEVELS, random),
    word(),
  ];
}

/** The rich text in quotes where the dialect has them, else the plain one. */
function quoteIf({ isQuoted }: Dialect, rich: string, plain: string): string {
  return isQuoted ? `"${rich.replaceAll('"', '""')}"` : plain;
}

function pick(words: readonly string[], random: Random): string {
  return words[random.below(words.length)] ?? '';
}

/** After the twelfth, so that day and month cannot be taken for each other. */
function monthAndDay(random: Random): string {
  return `${twoDigits(1 + random.below(12))}-${twoDigits(13 + random.below(16))}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
