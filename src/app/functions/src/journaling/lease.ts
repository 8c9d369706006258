import { runIdSchema } from '@bulk-records/core/contract';
import type { RunJournalRequest } from '@bulk-records/core/contract';
import * as v from 'valibot';
import type { Fetched } from '../hubspot/decode-answer.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { removePrivateFile, writePrivateFile } from '../hubspot/private-files.ts';
import { leasePath } from './journal-path.ts';
import { readJsonFile } from './read-json-file.ts';

const leaseSchema = v.object({ holder: runIdSchema, untilMs: v.number() });

export type Claimed = { readonly kind: 'claimed' } | { readonly kind: 'held'; readonly untilMs: number };

/** Long enough for the other one's write to have arrived, when two claim at the same moment. */
const SETTLING_MS = 400;

/**
 * Takes or renews the right to run a plan. HubSpot's files know no condition for a write, so a claim is written and read
 * again after a moment: of two that meet, the one whose claim is found there has it.
 */
export async function claimLease(
  { digest, holder, leaseMs }: Extract<RunJournalRequest, { operation: 'claim' }>,
  fetching: Fetching,
): Promise<Fetched<Claimed>> {
  const path = leasePath(digest);
  const before = await readJsonFile(fetching, { path, schema: leaseSchema });
  if (!before.ok) return before;
  const held = heldByOther(before.value, holder);
  if (held !== null) return { ok: true, value: held };
  const isRenewal = before.value?.holder === holder && before.value.untilMs > Date.now();
  const lease = { holder, untilMs: Date.now() + leaseMs };
  const bytes = new TextEncoder().encode(JSON.stringify(lease));
  const written = await writePrivateFile(fetching, { path, bytes, timeToLive: 'P1D' });
  if (!written.ok) return written;
  if (isRenewal) return { ok: true, value: { kind: 'claimed' } };
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  const after = await readJsonFile(fetching, { path, schema: leaseSchema });
  if (!after.ok) return after;
  return { ok: true, value: heldByOther(after.value, holder) ?? { kind: 'claimed' } };
}

export async function releaseLease(
  { digest, holder }: Extract<RunJournalRequest, { operation: 'release' }>,
  fetching: Fetching,
): Promise<Fetched<null>> {
  const path = leasePath(digest);
  const found = await readJsonFile(fetching, { path, schema: leaseSchema });
  if (!found.ok) return found;
  return found.value?.holder === holder ? removePrivateFile(fetching, path) : { ok: true, value: null };
}

function heldByOther(lease: v.InferOutput<typeof leaseSchema> | undefined, holder: string): Claimed | null {
  if (lease === undefined || lease.holder === holder || lease.untilMs <= Date.now()) return null;
  return { kind: 'held', untilMs: lease.untilMs };
}
