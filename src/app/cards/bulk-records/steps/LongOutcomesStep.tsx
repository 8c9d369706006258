import { Alert, Button, Flex, Link, Text } from '@hubspot/ui-extensions';
import type { ChunkSummary } from '@bulk-records/core';
import { describeLongStop, nameOfChunk } from '../copy/long-words.ts';
import { formatMoment } from '../copy/numbers.ts';
import { describeEquation } from '../copy/progress-words.ts';
import { say } from '../copy/say.ts';
import { describeFilingProblem } from '../copy/take-away-words.ts';
import type { FiledReport } from '../ports/run-keeper.ts';
import { isAtWork } from '../state/history.ts';
import type { ChunkFiles, LongFinished } from '../state/long.ts';
import type { FlowProps } from './flow-props.ts';
import { Sum } from './OutcomesStep.tsx';
import { PagedTable } from './PagedTable.tsx';
import { JournalNote, TaskNote } from './RunHistory.tsx';
import { SideBySide } from './SideBySide.tsx';

interface LongOutcomesProps extends FlowProps {
  readonly run: LongFinished;
}

/** What became of all rows of a long file, and of each of its parts. */
export function LongOutcomesStep({ state, actions, run }: LongOutcomesProps) {
  const { ran, files, elapsedMs } = run;
  const { unkept } = ran;
  return (
    <Flex direction="column" gap="md">
      <Sum counts={ran.counts} rowCount={ran.rowCount} elapsedMs={elapsedMs} isStopped={ran.stop !== null} />
      {ran.stop !== null && (
        <Alert testId="stopped" variant="warning" title={describeLongStop(ran.stop)}>
          {unkept !== null && (
            <Button
              testId="show-unkept"
              size="xs"
              onClick={() => {
                actions.showRun(unkept);
              }}
            >
              {say('history.open')}
            </Button>
          )}
        </Alert>
      )}
      <JournalNote failure={state.journalFailure} />
      <TaskNote state={state} />
      <Parts state={state} actions={actions} run={run} />
      <LinksNote files={files} />
    </Flex>
  );
}

const PARTS_PER_PAGE = 10;

function Parts({ state, actions, run: { ran, files } }: LongOutcomesProps) {
  if (ran.chunks.length === 0) return null;
  return (
    <PagedTable
      testId="long-parts"
      rows={ran.chunks}
      rowsPerPage={PARTS_PER_PAGE}
      heads={[say('long.partsTitle')]}
    >
      {(part) => (
        <SideBySide key={part.runId}>
          <PartCounts part={part} />
          <Flex direction="row" gap="xs" wrap="wrap" align="center">
            <Button
              testId={`open-part-${part.chunk.number}`}
              size="xs"
              disabled={isAtWork(state.historyTask)}
              onClick={() => {
                actions.openRun(part.runId);
              }}
            >
              {say('history.open')}
            </Button>
            <PartFiles number={part.chunk.number} files={files.get(part.runId)} />
          </Flex>
        </SideBySide>
      )}
    </PagedTable>
  );
}

function PartCounts({ part: { chunk, counts } }: { readonly part: ChunkSummary }) {
  const rowCount = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Flex direction="column" gap="flush">
      <Text>{nameOfChunk(chunk)}</Text>
      <Text variant="microcopy">{describeEquation(counts, rowCount)}</Text>
    </Flex>
  );
}

function PartFiles({ number, files }: { readonly number: number; readonly files: ChunkFiles | undefined }) {
  if (files === undefined) return null;
  return (
    <>
      <FileLink
        testId={`outcomes-of-part-${number}`}
        file={files.outcomes}
        label={say('long.outcomesFile')}
      />
      {files.failures !== null && (
        <FileLink
          testId={`failures-of-part-${number}`}
          file={files.failures}
          label={say('long.failuresFile')}
        />
      )}
    </>
  );
}

interface FileLinkProps {
  readonly testId: string;
  readonly file: FiledReport;
  readonly label: string;
}

function FileLink({ testId, file, label }: FileLinkProps) {
  if (file.kind === 'filed') {
    return (
      <Link testId={testId} href={{ url: file.url, external: true }}>
        {label}
      </Link>
    );
  }
  return <Text variant="microcopy">{`${label}: ${describeFilingProblem(file).title}`}</Text>;
}

function LinksNote({ files }: Pick<LongFinished, 'files'>) {
  const moments = [...files.values()].flatMap(({ outcomes }) =>
    outcomes.kind === 'filed' ? [outcomes.expiresAt] : [],
  );
  if (moments.length === 0) return null;
  return <Text variant="microcopy">{say('long.links', { until: formatMoment(Math.min(...moments)) })}</Text>;
}

/** From one part back to all of them. */
export function BackToParts({ state: { run, lastLong }, actions }: FlowProps) {
  if (run.kind !== 'finished' || lastLong === null) return null;
  if (!lastLong.ran.chunks.some(({ runId }) => runId === run.runId)) return null;
  return (
    <Button testId="back-to-parts" size="xs" onClick={actions.reopenLong}>
      {say('long.allParts')}
    </Button>
  );
}
