import { formatMs, formatTable } from '../format-table.ts';
import type { CheckReport, Stage } from './check-plan.ts';

/** Parts of the file that are compared with each other. */
const STEP_ROWS = 100_000;

export interface LongInputReports {
  readonly time: CheckReport;
  readonly peer: CheckReport;
  /** The others are held against the first. */
  readonly memory: readonly CheckReport[];
}

export function showLongInput({ time, peer, memory }: LongInputReports): string {
  const stages = [...time.stages, ...peer.stages];
  const steps = stages.map((stage) => msPerStep(stage));
  const rows = (steps[0] ?? []).map((_, step) => [
    String((step + 1) * STEP_ROWS),
    ...steps.map((ms) => formatMs(ms[step] ?? 0)),
  ]);
  const totals = steps.map((ms) => ms.reduce((sum, each) => sum + each, 0));
  const [survey = 0, check = 0, papaparse = 1] = totals;
  return [
    `Milliseconds per ${String(STEP_ROWS)} rows`,
    formatTable(['rows up to', ...stages.map(({ stage }) => stage)], rows),
    `all rows: ${totals.map(formatMs).join(', ')}; ours over papaparse ${((survey + check) / papaparse).toFixed(2)}`,
    `slowest step over the median step: ${steps.map((ms) => unevenness(ms).toFixed(2)).join(', ')}`,
    `longest stretch without a turn: ${formatMs(time.longestMs)} ms`,
    `rows left out ${String(time.blockedCount)}, repeated ${String(time.repeatedCount)}`,
    '',
    'Megabytes in use after a collection, and how many times those of the first',
    showMemory(memory),
  ].join('\n');
}

function showMemory(reports: readonly CheckReport[]): string {
  const [first] = reports;
  const rows = reports.map(({ rowCount, base, highest, end }) => [
    String(rowCount),
    base.toFixed(1),
    `${highest.toFixed(1)} (${(highest / (first?.highest ?? highest)).toFixed(2)})`,
    `${end.toFixed(1)} (${(end / (first?.end ?? end)).toFixed(2)})`,
  ]);
  return formatTable(['rows', 'before', 'highest', 'at the end'], rows);
}

/** Between marks time is taken to pass evenly. */
export function msPerStep({ marks }: Stage, stepRows = STEP_ROWS): readonly number[] {
  const known = [{ rowCount: 0, ms: startOf(marks) }, ...marks];
  const stepCount = Math.floor((known.at(-1)?.rowCount ?? 0) / stepRows);
  return Array.from({ length: stepCount }, (_, step) => {
    return msAt((step + 1) * stepRows, known) - msAt(step * stepRows, known);
  });
}

function msAt(rowCount: number, known: Stage['marks']): number {
  const after = known.findIndex((mark) => mark.rowCount >= rowCount);
  const next = known[after];
  const before = known[after - 1] ?? next;
  if (next === undefined || before === undefined) return 0;
  if (next === before) return next.ms;
  const share = (rowCount - before.rowCount) / (next.rowCount - before.rowCount);
  return before.ms + share * (next.ms - before.ms);
}

/** A stage begins where nobody looked: as long before its first mark as its second is behind it, row for row. */
function startOf(marks: Stage['marks']): number {
  const [first, second] = marks;
  if (first === undefined || second === undefined) return 0;
  const msPerRow = (second.ms - first.ms) / (second.rowCount - first.rowCount);
  return first.ms - msPerRow * first.rowCount;
}

function unevenness(steps: readonly number[]): number {
  const sorted = [...steps].sort((a, b) => a - b);
  return (sorted.at(-1) ?? 0) / (sorted[Math.floor(sorted.length / 2)] ?? 1);
}
