import { describe, expect, test } from 'vitest';
import { cellKind } from './cell-kind.ts';
import type { CellKind } from './cell-kind.ts';

const KINDS: Readonly<Record<CellKind, readonly string[]>> = {
  blank: ['', '  ', '\u00a0'],
  email: ['a@example.org', ' A.B+c@mail.example.org ', 'mailto:a@example.org'],
  url: ['https://example.org/a?b=1', 'www.example.org'],
  number: ['0', '-1.5', '1.234,56', '1,234.56', '12 345', '$ 5', '5 €', '12 %', '007', '(5)', '100 EUR'],
  date: [
    '2024-05-01',
    '2024-05-01T10:30:00Z',
    '01.05.2024',
    '5/1/24',
    '1. Mai 2024',
    'May 1, 2024',
    '2024/5/1 10:30',
  ],
  boolean: ['true', 'No', 'ja', 'x'],
  phone: ['+49 30 123456', '(030) 123-4567', '00 44 20 7946-0000', '+1 555 0100 ext. 12'],
  'long-text': ['word '.repeat(30), 'a'.repeat(10_000)],
  text: ['Ada', 'Acme, Inc.', 'a@b', 'Main St 12', '12 Main St', 'Room 5'],
};

const CASES = Object.entries(KINDS).flatMap(([kind, cells]) => cells.map((cell) => ({ kind, cell })));

describe('what a cell looks like', () => {
  test.each(CASES)('$kind: $cell', ({ kind, cell }) => {
    expect(cellKind(cell)).toBe(kind);
  });
});
