import { Alert, Button, Flex, Inline, Link, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import {
  listFailures,
  tableOfPlan,
  writeFailuresCsv,
  writeOutcomesCsv,
  type RunReport,
} from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { formatMoment } from '../copy/numbers.ts';
import { describeFilingProblem } from '../copy/take-away-words.ts';
import type { FiledReport } from '../ports/run-keeper.ts';
import type { FinishedRun } from '../state/run-repairs.ts';
import { CopyButtons } from './CopyButtons.tsx';
import type { FlowProps } from './flow-props.ts';
import { reportWords } from './report-words.ts';
import type { RunWords } from './row-words.ts';

interface TakeAwayProps extends FlowProps {
  readonly run: FinishedRun;
  readonly words: RunWords;
  readonly copyText: (text: string) => Promise<void>;
}

/** What became of the rows as CSV: copied, or as a private file of the portal with an address that soon expires. */
export function TakeAway({ state, actions, run, words, copyText }: TakeAwayProps) {
  const [filing, setFiling] = useState<FiledReport | { readonly kind: 'idle' | 'filing' }>({ kind: 'idle' });
  const reports = reportsOf(run, { words, input: state.runInput });
  const file = (report: RunReport, text: string) => {
    setFiling({ kind: 'filing' });
    void actions.fileReport(run.runId, report, text).then(setFiling);
  };
  return (
    <Flex direction="column" gap="sm">
      <CopyButtons offers={reports} copyText={copyText} />
      <Inline gap="sm">
        {reports.map(({ report, fileTestId, fileLabel, makeText }) => (
          <Button
            key={report}
            testId={fileTestId}
            disabled={filing.kind === 'filing'}
            onClick={() => {
              file(report, makeText());
            }}
          >
            {fileLabel}
          </Button>
        ))}
      </Inline>
      <Filing filing={filing} />
    </Flex>
  );
}

function Filing({ filing }: { readonly filing: FiledReport | { readonly kind: 'idle' | 'filing' } }) {
  switch (filing.kind) {
    case 'idle':
      return null;
    case 'filing':
      return <LoadingSpinner testId="filing" label={say('takeAway.filing')} showLabel={true} />;
    case 'filed':
      return (
        <Alert testId="filed" variant="success" title={say('takeAway.filedTitle')}>
          <Link testId="filed-link" href={{ url: filing.url, external: true }}>
            {say('takeAway.openFile')}
          </Link>
          <Text>{say('takeAway.expires', { until: formatMoment(filing.expiresAt) })}</Text>
        </Alert>
      );
    case 'too-large':
    case 'failed': {
      const { title, body } = describeFilingProblem(filing);
      return (
        <Alert testId="file-refused" variant="warning" title={title}>
          {body}
        </Alert>
      );
    }
  }
}

interface Sources extends Pick<TakeAwayProps, 'words'> {
  readonly input: FlowProps['state']['runInput'];
}

/**
 * All outcomes, and the failed rows in their own columns. Where the input is not at hand (a loaded plan, a run of another
 * session) the columns are what the plan sends; rows that were left out are not among them, for it does not know them.
 */
function reportsOf(run: FinishedRun, { words, input }: Sources) {
  const { plan, runId, outcomes } = run;
  const table = input?.runId === runId ? input.table : null;
  const failures = listFailures(outcomes).filter(({ kind }) => table !== null || kind !== 'skipped');
  const all = {
    report: 'outcomes',
    testId: 'copy-all',
    label: say('flow.copyAll'),
    fileTestId: 'file-all',
    fileLabel: say('takeAway.fileAll'),
    makeText: () => writeOutcomesCsv(outcomes, reportWords(words)),
  } as const;
  if (failures.length === 0) return [all];
  const failed = {
    report: 'failures',
    testId: 'copy-failures',
    label: say('flow.copyFailures', { count: failures.length }),
    fileTestId: 'file-failures',
    fileLabel: say('takeAway.fileFailures', { count: failures.length }),
    makeText: () => writeFailuresCsv(table ?? tableOfPlan(plan), failures, reportWords(words)),
  } as const;
  return [all, failed];
}
