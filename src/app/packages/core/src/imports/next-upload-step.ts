/** What is known of a slice whose upload got no answer. */
export interface LostUpload {
  /** When the upload was given up, in milliseconds. */
  readonly lostAt: number;
  /** Every complete look through the portal's imports since, and what it found: the ids named after run and slice. */
  readonly looks: readonly { readonly atMs: number; readonly importIds: readonly string[] }[];
  /** Whether every row has a key, so that the same file twice would meet its own records. */
  readonly hasKeys: boolean;
}

export type UploadStep =
  /** It arrived: follow this one. More than one: each was taken. */
  | { readonly kind: 'follow'; readonly importIds: readonly string[] }
  | { readonly kind: 'look-again'; readonly atMs: number }
  | { readonly kind: 'send-again' }
  /** It did not show, and sending it again could make records twice: the rows stay unknown. */
  | { readonly kind: 'give-up' };

/** A request that was given up may still be on its way, and a list may be late: absent counts only after both. */
export const SETTLES_AFTER_MS = 120_000;
const LOOK_EVERY_MS = 20_000;

/**
 * Finds out whether a file arrived before it is sent again: nothing may be imported twice. A list that does not have it
 * proves nothing by itself, only when the last look came long after the loss.
 */
export function nextUploadStep({ lostAt, looks, hasKeys }: LostUpload): UploadStep {
  const importIds = [...new Set(looks.flatMap((look) => look.importIds))];
  if (importIds.length > 0) return { kind: 'follow', importIds };
  const lastLook = looks.reduce((latest, { atMs }) => Math.max(latest, atMs), lostAt);
  if (lastLook < lostAt + SETTLES_AFTER_MS) {
    const next = looks.length === 0 ? lostAt : lastLook + LOOK_EVERY_MS;
    return { kind: 'look-again', atMs: Math.min(next, lostAt + SETTLES_AFTER_MS) };
  }
  return { kind: hasKeys ? 'send-again' : 'give-up' };
}
