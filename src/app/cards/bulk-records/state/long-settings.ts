/** When a file is too long to be held whole, and how it is cut. */
export interface LongSettings {
  /** Of a text file. A larger one is read piece by piece. */
  readonly aboveBytes: number;
  /** So many rows are read, planned and written together. Their outcomes fit into one file of the portal. */
  readonly rowsPerPart: number;
}

const USUAL: LongSettings = { aboveBytes: 16_000_000, rowsPerPart: 30_000 };

/** A part is held whole, as any input of its size. */
const MOST_ROWS = 50_000;

/** As a deploy profile says, or as usual. */
export function chooseLongSettings(aboveBytes: unknown, rowsPerPart: unknown): LongSettings {
  const isSize = typeof aboveBytes === 'number' && aboveBytes >= 0;
  const isCount = typeof rowsPerPart === 'number' && rowsPerPart >= 1;
  return {
    aboveBytes: isSize ? Math.min(aboveBytes, USUAL.aboveBytes) : USUAL.aboveBytes,
    rowsPerPart: isCount ? Math.min(Math.floor(rowsPerPart), MOST_ROWS) : USUAL.rowsPerPart,
  };
}
