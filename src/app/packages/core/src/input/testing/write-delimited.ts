import fc from 'fast-check';

/** RFC 4180: a cell with a quote, a delimiter or a line end is quoted, quotes inside are doubled. */
export function writeDelimited(
  records: readonly (readonly string[])[],
  delimiter: string,
  lineEnd = '\r\n',
): string {
  const needsQuotes = (cell: string) =>
    ['"', delimiter, '\r', '\n'].some((character) => cell.includes(character));
  const quoted = (cell: string) => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return records.map((cells) => cells.map(quoted).join(delimiter) + lineEnd).join('');
}

/** Cells full of what tokenisers get wrong. */
export const troublesomeCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('"', '""', ',', ';', '\t', '\r', '\n', '\r\n', ' ', 'a', '\u0000', '\ud83d', 'é', '😀'),
    )
    .map((parts) => parts.join('')),
);

/** Records of equal width. */
export const troublesomeRecords = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.array(troublesomeCell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 12,
  }),
);
