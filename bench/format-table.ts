/** Columns side by side, the first to the left, all others to the right; wide characters count as one. */
export function formatTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((header, column) =>
    Math.max(header.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    widths
      .map((width, column) => {
        const cell = cells[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [headers, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

export function formatMs(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : ms.toFixed(0);
}

/** A share from 0 to 1 as per cent; a dash where there is none. */
export function formatShare(share: number | undefined): string {
  return share === undefined ? '-' : (100 * share).toFixed(1);
}
