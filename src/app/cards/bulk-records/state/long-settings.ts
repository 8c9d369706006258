import { profileNumber } from './profile-number.ts';

/** When a file is too long to be held whole, and how it is cut. */
export interface LongSettings {
  /** Of a text file. A larger one is read piece by piece. */
  readonly aboveBytes: number;
  /** So many rows are read, planned and written together. Their outcomes fit into one file of the portal. */
  readonly rowsPerPart: number;
}

const BYTES = { usual: 16_000_000, least: 0, most: 16_000_000 };
/** A part is held whole, as any input of its size. */
const ROWS = { usual: 30_000, least: 1, most: 50_000 };

/** As a deploy profile says, or as usual. */
export function chooseLongSettings(aboveBytes: unknown, rowsPerPart: unknown): LongSettings {
  return {
    aboveBytes: profileNumber(aboveBytes, BYTES),
    rowsPerPart: Math.floor(profileNumber(rowsPerPart, ROWS)),
  };
}
