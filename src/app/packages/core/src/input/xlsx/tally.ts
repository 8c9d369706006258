import type { TextPlace } from '../input-issue.ts';
import { MAX_PLACES, MAX_QUOTED_LENGTH } from '../limits.ts';
import type { CellFinding } from './write-cell.ts';

export interface Tally {
  readonly count: number;
  readonly places: readonly TextPlace[];
}

/** Counts findings of each kind and keeps their first places. */
export interface Tallies {
  readonly note: (
    finding: CellFinding,
    place: { readonly rowNumber: number; readonly found: string },
  ) => void;
  readonly of: (finding: CellFinding) => Tally | undefined;
}

export function makeTallies(): Tallies {
  const tallies = new Map<CellFinding, { count: number; readonly places: TextPlace[] }>();
  return {
    note: (finding, { rowNumber, found }) => {
      const tally = tallies.get(finding) ?? { count: 0, places: [] };
      tallies.set(finding, tally);
      tally.count += 1;
      if (tally.places.length < MAX_PLACES)
        tally.places.push({ rowNumber, line: rowNumber, found: found.slice(0, MAX_QUOTED_LENGTH) });
    },
    of: (finding) => tallies.get(finding),
  };
}
