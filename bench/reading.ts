import type { Property } from '@bulk-records/core';
import Papa from 'papaparse';
import { HOSTILE_KINDS, makeHostileText } from './make-hostile-text.ts';
import type { HostileKind } from './make-hostile-text.ts';
import { makeText, TEXT_KINDS } from './make-text.ts';
import type { TextKind } from './make-text.ts';
import { compareTimes, ROUGH, summarise } from './measure.ts';
import type { Comparison, Timing } from './measure.ts';
import { makePortal } from './portal/make-portal.ts';
import { decodeFile, findTargets, makeDrafts, readTable } from './read-drafts.ts';

const ROW_COUNTS = [5_000, 50_000] as const;
const HOSTILE_LENGTHS = [100_000, 400_000] as const;
const SEED = 20_261_122;

/** What each stage took, call by call. */
export type StageTimings = Readonly<Record<Stage, Timing>>;

type Stage = 'decode' | 'read' | 'map' | 'draft';

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

/**
 * Everything before the preview against papaparse alone, in one process, by turns. Ours starts from bytes; papaparse is
 * given the decoded text and finds the delimiter itself, as ours does.
 */
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
  const runs: StagedDrafts[] = [];
  const comparison = compareTimes(
    () => runs.push(readInStages(bytes, properties)),
    () => Papa.parse(text, { header: true }),
  );
  const last = runs.at(-1);
  return {
    ...plan,
    megabytes: bytes.length / 1e6,
    mappedColumnCount: last?.mappedColumnCount ?? 0,
    issueCount: last?.issueCount ?? 0,
    comparison,
    stages: summariseStages(runs),
  };
}

interface StagedDrafts {
  readonly mappedColumnCount: number;
  readonly issueCount: number;
  readonly stageMs: Readonly<Record<Stage, number>>;
}

/** Everything from a file's bytes to drafts, with the time of each stage. */
function readInStages(bytes: Uint8Array, properties: readonly Property[]): StagedDrafts {
  const times = [performance.now()];
  const mark = () => times.push(performance.now());
  const text = decodeFile(bytes);
  mark();
  const table = readTable(text);
  mark();
  const targets = findTargets(table, properties);
  mark();
  const drafts = makeDrafts(table, targets);
  mark();
  const msOf = (stage: number) => (times[stage + 1] ?? 0) - (times[stage] ?? 0);
  return {
    mappedColumnCount: targets.length,
    issueCount: drafts.reduce((count, { issues }) => count + issues.length, 0),
    stageMs: { decode: msOf(0), read: msOf(1), map: msOf(2), draft: msOf(3) },
  };
}

function summariseStages(runs: readonly StagedDrafts[]): StageTimings {
  const warm = runs.slice(Math.floor(runs.length / 3));
  const of = (stage: Stage) => summarise(warm.map(({ stageMs }) => stageMs[stage]));
  return { decode: of('decode'), read: of('read'), map: of('map'), draft: of('draft') };
}

function reportGrowth(kind: HostileKind, properties: readonly Property[]): GrowthReport {
  const [smallLength, largeLength] = HOSTILE_LENGTHS;
  const [small, large] = [smallLength, largeLength].map((length) => {
    const text = makeHostileText(kind, length);
    const bytes = new TextEncoder().encode(text);
    return compareTimes(
      () => readInStages(bytes, properties),
      () => Papa.parse(text, { header: true }),
      ROUGH,
    );
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
