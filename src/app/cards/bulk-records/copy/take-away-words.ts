import type { FiledReport } from '../ports/run-keeper.ts';
import { countOf } from './numbers.ts';
import { describeReadFailure } from './review-words.ts';

export const TAKE_AWAY_WORDS = {
  fileAll: 'File all outcomes in HubSpot',
  fileFailures: (count: number) => `File ${countOf(count, 'failure', 'failures')} in HubSpot`,
  filing: 'Filing',
  filedTitle: 'Filed among the portal’s files, as a private file',
  openFile: 'Load the CSV file',
  expires: (until: string) =>
    `Anybody with this link can load the file until ${until}. After that, file it again or find it in the file manager below bulk-records/reports.`,
} as const;

/** Why a report was not filed; copying it works all the same. */
export function describeFilingProblem(filed: Exclude<FiledReport, { kind: 'filed' }>): {
  readonly title: string;
  readonly body: string;
} {
  if (filed.kind === 'too-large') {
    return { title: 'The file is too large to be filed at once', body: 'Copy it instead.' };
  }
  const { failure } = filed;
  if (failure.kind === 'said' && failure.error.code === 'missing-scopes') {
    return {
      title: 'The app lacks the scope files',
      body: 'A super admin can add it to the app and install it again. Copying works without it.',
    };
  }
  const { title, body } = describeReadFailure(failure);
  return { title: 'The file was not filed', body: `${title}. ${body} Copying works all the same.` };
}
