import { createRandom } from '../emulator/randomness.ts';
import type { Random } from '../emulator/randomness.ts';

export const TEXT_KINDS = ['simple CSV', 'quoted CSV', 'TSV', 'multi-byte CSV'] as const;

export type TextKind = (typeof TEXT_KINDS)[number];

/** A text of ten columns under headers that contacts have; `rowCount` does not count the header. */
export interface TextPlan {
  readonly kind: TextKind;
  readonly rowCount: number;
  readonly seed: number;
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
export function makeText({ kind, rowCount, seed }: TextPlan): string {
  const dialect = DIALECTS[kind];
  const random = createRandom(seed);
  const lines = [HEADERS.join(dialect.delimiter)];
  for (let row = 0; row < rowCount; row += 1) {
    lines.push(rowCells(row, dialect, random).join(dialect.delimiter));
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
    `20${twoDigits(10 + random.below(17))}-${twoDigits(1 + random.below(12))}-${twoDigits(13 + random.below(16))}`,
    pick(STAGES, random),
    quoteIf(dialect, `${word()}\n${word()}, ${word()}\r\n${word()}`, `${word()} ${word()} ${word()}`),
  ];
}

/** The rich text in quotes where the dialect has them, else the plain one. */
function quoteIf({ isQuoted }: Dialect, rich: string, plain: string): string {
  return isQuoted ? `"${rich.replaceAll('"', '""')}"` : plain;
}

function pick(words: readonly string[], random: Random): string {
  return words[random.below(words.length)] ?? '';
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
