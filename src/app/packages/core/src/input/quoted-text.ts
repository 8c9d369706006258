const LF = 10;
const CR = 13;
/** Cells of this length are no values; but they must not cost seconds. */
const LONG_CELL = 100_000;

/** A quoted cell's text. Both ways give the same. The first is three times as fast for cells, the second for megabytes of quotes. */
export function withoutDoubling(raw: string): string {
  return raw.length < LONG_CELL ? raw.replace(/""/g, '"') : raw.split('""').join('"');
}

/** CRLF, LF and CR each end a line. */
export function lineEndCount(text: string): number {
  let count = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === LF || (code === CR && text.charCodeAt(position + 1) !== LF)) count += 1;
  }
  return count;
}
