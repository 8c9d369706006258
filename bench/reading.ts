import type { Property } from '@bulk-records/core';
import Papa from 'papaparse';
import { HOSTILE_KINDS, makeHostileText } from './make-hostile-text.ts';
import type { HostileKind } from './make-hostile-text.ts';
import { makeText, TEXT_KINDS } from './make-text.ts';
import type { TextKind } from './make-text.ts';
import { compareTimes, measureTime } from './measure.ts';
import type { Comparison, Timing } from './measure.ts';
import { makePortal } from './portal/make-portal.ts';
import { decodeFile, findTargets, makeDrafts, readDrafts, readTable } from './read-drafts.ts';

const ROW_COUNTS = [5_000, 50_000] as const;
const HOSTILE_LENGTHS = [200_000, 800_000] as const;
const SEED = 20_261_122;

export interface StageTimings {
  readonly decode: Timing;
  readonly read: Timing;
  readonly map: Timing;
  readonly draft: Timing;
}

export interface TextReport {
  readonly kind: TextKind;
  readonly rowCount: number;
  readonly megabytes: number;
  /** Columns that found a property, of ten: an unmapped column is not typed and would flatter the ratio. */
  readonly mappedColumnCount: number;
  readonly issueCount: number;
  readonly comparison: Comparison;
  readonly stages: StageTimings;
}

export interface GrowthReport {
  readonly kind: HostileKind;
  readonly lengths: typeof HOSTILE_LENGTHS;
  readonly small: Comparison;
  readonly large: Comparison;
  /** Time of the large text over that of the small one, over what linear growth would give: about 1 is linear. */
  readonly oursGrowth: number;
  readonly peerGrowth: number;
}

/** Everything before the preview against papaparse alone, in one process, by turns. */
export function measureReading(): readonly TextReport[] {
  const properties = makePortal('contacts');
  return TEXT_KINDS.flatMap((kind) =>
    ROW_COUNTS.map((rowCount) => reportText({ kind, rowCount }, properties)),
  );
}

/** How the time grows on hostile text, ours and papaparse's. */
export function measureGrowth(): readonly GrowthReport[] {
  const properties = makePortal('contacts');
  return withoutWarnings(() => HOSTILE_KINDS.map((kind) => reportGrowth(kind, properties)));
}

/** papaparse warns about repeated headers at every call; printing that would be measured along. */
function withoutWarnings<T>(work: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}

function reportText(
  plan: { readonly kind: TextKind; readonly rowCount: number },
  properties: readonly Property[],
): TextReport {
  const text = makeText({ ...plan, seed: SEED });
  const bytes = new TextEncoder().encode(text);
  const table = readTable(text);
  const targets = findTargets(table, properties);
  const drafts = makeDrafts(table, targets);
  return {
    ...plan,
    megabytes: bytes.length / 1e6,
    mappedColumnCount: targets.length,
    issueCount: drafts.reduce((count, { issues }) => count + issues.length, 0),
    comparison: compareReading(bytes, text, properties),
    stages: {
      decode: measureTime(() => decodeFile(bytes)),
      read: measureTime(() => readTable(text)),
      map: measureTime(() => findTargets(table, properties)),
      draft: measureTime(() => makeDrafts(table, targets)),
    },
  };
}

function reportGrowth(kind: HostileKind, properties: readonly Property[]): GrowthReport {
  const [smallLength, largeLength] = HOSTILE_LENGTHS;
  const [small, large] = [smallLength, largeLength].map((length) => {
    const text = makeHostileText(kind, length);
    return compareReading(new TextEncoder().encode(text), text, properties);
  });
  if (small === undefined || large === undefined) throw new Error('Two lengths give two comparisons');
  const linear = largeLength / smallLength;
  return {
    kind,
    lengths: HOSTILE_LENGTHS,
    small,
    large,
    oursGrowth: large.ours.medianMs / small.ours.medianMs / linear,
    peerGrowth: large.peer.medianMs / small.peer.medianMs / linear,
  };
}

/** Ours starts from bytes; papaparse is given the decoded text and finds the delimiter itself, as ours does. */
function compareReading(bytes: Uint8Array, text: string, properties: readonly Property[]): Comparison {
  return compareTimes(
    () => readDrafts(bytes, properties),
    () => Papa.parse(text, { header: true }),
  );
}
