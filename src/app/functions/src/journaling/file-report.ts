import { MAX_REPORT_BYTES } from '@bulk-records/core/contract';
import type { RunJournalRequest } from '@bulk-records/core/contract';
import { makeFailure } from '../failure.ts';
import type { Fetched } from '../hubspot/decode-answer.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { addressOfPrivateFile, writePrivateFile } from '../hubspot/private-files.ts';
import { unpack } from '../unpack.ts';
import { reportPath } from './journal-path.ts';
import { noteReport } from './list-runs.ts';

export interface FiledReport {
  readonly kind: 'filed';
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Long enough to fetch the file and to ask a colleague to; an address that leaks is soon of no use. */
const SIGNED_FOR_SECONDS = 3600;

/** Files a report as a private file that HubSpot deletes with the journal, and signs an address for it. */
export async function fileReport(
  { runId, report, content, keepDays }: Extract<RunJournalRequest, { operation: 'file-report' }>,
  fetching: Fetching,
): Promise<Fetched<FiledReport>> {
  const bytes = await unpack(content, MAX_REPORT_BYTES);
  if (bytes === null) {
    const message = `The report is no gzip, or larger than ${MAX_REPORT_BYTES} bytes.`;
    return { ok: false, failure: makeFailure('bad-request', message) };
  }
  const path = reportPath(runId, report);
  const written = await writePrivateFile(fetching, { path, bytes, timeToLive: `P${keepDays}D` });
  if (!written.ok) return written;
  // Filed it is, whether or not the list gets to know.
  if (report === 'outcomes') await noteReport(runId, fetching);
  const address = await addressReport({ runId, report }, fetching);
  if (!address.ok) return address;
  return address.value.kind === 'absent'
    ? { ok: false, failure: makeFailure('unavailable', 'The file is not there yet. Try again.') }
    : { ok: true, value: address.value };
}

/** Signs a fresh address of a report that was filed. */
export async function addressReport(
  { runId, report }: Pick<Extract<RunJournalRequest, { operation: 'report-address' }>, 'runId' | 'report'>,
  fetching: Fetching,
): Promise<Fetched<FiledReport | { readonly kind: 'absent' }>> {
  const expiresAt = Date.now() + SIGNED_FOR_SECONDS * 1000;
  const address = await addressOfPrivateFile(fetching, reportPath(runId, report), SIGNED_FOR_SECONDS);
  if (!address.ok) return address;
  const { value: url } = address;
  return { ok: true, value: url === undefined ? { kind: 'absent' } : { kind: 'filed', url, expiresAt } };
}
