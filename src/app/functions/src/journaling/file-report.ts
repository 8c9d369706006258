import { MAX_REPORT_BYTES } from '@bulk-records/core/contract';
import type { RunJournalRequest } from '@bulk-records/core/contract';
import { makeFailure } from '../failure.ts';
import type { Fetched } from '../hubspot/decode-answer.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { addressOfPrivateFile, writePrivateFile } from '../hubspot/private-files.ts';
import { unpack } from '../unpack.ts';
import { reportPath } from './journal-path.ts';

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
  const expiresAt = Date.now() + SIGNED_FOR_SECONDS * 1000;
  const address = await addressOfPrivateFile(fetching, path, SIGNED_FOR_SECONDS);
  if (!address.ok) return address;
  return address.value === undefined
    ? { ok: false, failure: makeFailure('unavailable', 'The file is not there yet. Try again.') }
    : { ok: true, value: { kind: 'filed', url: address.value, expiresAt } };
}
