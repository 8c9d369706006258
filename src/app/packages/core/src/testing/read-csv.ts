/** Reads RFC 4180 text letter by letter: commas, doubled quotes, CR LF. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const record = /(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*\r\n/y;
  while (record.lastIndex < text.length) {
    const start = record.lastIndex;
    const match = record.exec(text);
    if (!match) throw new Error(`Not RFC 4180 from character ${String(start)}`);
    rows.push(readCells(match[0].slice(0, -2)));
  }
  return rows;
}

function readCells(line: string): string[] {
  const cells = `${line},`.match(/(?:"(?:[^"]|"")*"|[^",]*),/g) ?? [];
  return cells.map((cell) => {
    const content = cell.slice(0, -1);
    return content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content;
  });
}
