import type { Outcome } from '../../outcomes/outcome.ts';
import type { ReadPorts } from '../../plan/read-keys.ts';
import type { PlanProgress } from '../plan-progress.ts';
import type { RunPorts } from '../ports.ts';
import type { ResumedRun } from '../resumed-run.ts';
import type { RunOptions } from '../run-options.ts';
import type { ImportJournal } from './import-ports.ts';
import { PartImporter, type Importing } from './part-importer.ts';

interface ImportingRun extends Pick<RunOptions, 'runId' | 'settings' | 'isStopWanted' | 'isOurs'> {
  readonly importing?: Importing;
  readonly journal?: ImportJournal;
  readonly firstRunId?: string;
  readonly resumed?: Pick<ResumedRun, 'announced'>;
}

interface RunScene {
  readonly ports: Pick<RunPorts, 'now' | 'sleep'>;
  readonly reads: ReadPorts;
  readonly progress: PlanProgress;
  readonly record: (outcome: Outcome) => void;
}

/** What imports the parts of a run; null where the run goes by batches. */
export function makeImporter(
  run: ImportingRun,
  { ports, reads, progress, record }: RunScene,
): PartImporter | null {
  const { importing, journal, resumed, runId, firstRunId = runId, settings } = run;
  if (importing === undefined) return null;
  const order = { runId: firstRunId, announced: resumed?.announced ?? new Set<number>() };
  return new PartImporter(importing, order, {
    reads,
    workMs: settings.workMs,
    now: () => ports.now(),
    sleep: (delayMs) => ports.sleep(delayMs),
    isStopWanted: () => run.isStopWanted(),
    isOurs: async () => (await run.isOurs?.()) ?? true,
    announceImport: async (announced) => journal?.announceImport(announced),
    noteImport: async (slice, importId) => journal?.noteImport(slice, importId),
    onProgress: (imports) => {
      progress.reportNow({ phase: 'importing', imports });
    },
    onOutcome: (outcome) => {
      record(outcome);
      progress.report({ phase: 'settling' });
    },
  });
}
