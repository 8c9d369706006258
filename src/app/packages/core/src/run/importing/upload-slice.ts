import type { ImportLayout } from '../../imports/import-layout.ts';
import { nextUploadStep } from '../../imports/next-upload-step.ts';
import type { ImportSlice } from '../../imports/slice-import.ts';
import type { StopCause } from '../run-state.ts';
import { findImports, type AskImports } from './ask-imports.ts';

export interface UploadTools {
  readonly ask: AskImports;
  now(): number;
  sleep(delayMs: number): Promise<void>;
  toBase64(bytes: Uint8Array): string;
}

export interface UploadScene extends UploadTools {
  readonly runId: string;
  readonly objectType: string;
  readonly layout: ImportLayout;
}

export type Uploaded =
  /** More than one: each was taken. */
  | { readonly kind: 'running'; readonly importIds: readonly string[] }
  /** HubSpot surely took nothing of it. */
  | { readonly kind: 'refused'; readonly stop: StopCause }
  /** It did not show, or HubSpot refused it when it may have taken it before; then `stop` says why. */
  | { readonly kind: 'lost'; readonly stop: StopCause | null };

const MAX_STARTS = 3;
const MAX_REFUSALS = 20;
const BUSY_WAIT_MS = 10_000;

/** Hands a file over. One whose answer was lost is looked for until it would have shown, before it is sent again. */
export async function uploadSlice(slice: ImportSlice, scene: UploadScene): Promise<Uploaded> {
  const { runId, objectType, layout } = scene;
  const content = scene.toBase64(slice.content);
  let refusals = 0;
  let starts = 1;
  const refuse = (stop: StopCause): Uploaded => ({ kind: starts === 1 ? 'refused' : 'lost', stop });
  for (;;) {
    const result = await scene.ask({
      task: 'start',
      ...{ objectType, runId, slice: slice.number, content },
      ...{ operation: layout.operation, columns: [...layout.columns] },
    });
    switch (result.kind) {
      case 'started':
        return { kind: 'running', importIds: [result.importId] };
      case 'stopped':
        return refuse(result.stop);
      case 'refused': {
        refusals += 1;
        const isBusy = result.status === 429 || result.status === 423;
        if (!isBusy || refusals === MAX_REFUSALS) {
          return refuse({ reason: 'import-refused', detail: result.error.message });
        }
        await scene.sleep(result.retryAfterMs ?? BUSY_WAIT_MS);
        continue;
      }
      case 'silent':
      case 'no-answer':
      case 'found':
      case 'followed':
      case 'errors':
      case 'canceling': {
        const found = await searchUpload(slice.number, scene, layout.hasKey);
        if (found === 'send-again' && starts < MAX_STARTS) starts += 1;
        else if (typeof found === 'string') return { kind: 'lost', stop: null };
        else return { kind: 'running', importIds: found };
      }
    }
  }
}

/** Looks for a file until it is found, or would have been. */
export async function searchUpload(
  slice: number,
  { ask, runId, now, sleep }: Pick<UploadScene, 'ask' | 'runId' | 'now' | 'sleep'>,
  hasKeys: boolean,
): Promise<readonly string[] | 'send-again' | 'give-up'> {
  const lostAt = now();
  const looks: { readonly atMs: number; readonly importIds: readonly string[] }[] = [];
  for (;;) {
    const step = nextUploadStep({ lostAt, looks, hasKeys });
    if (step.kind === 'follow') return step.importIds;
    if (step.kind !== 'look-again') return step.kind;
    await sleep(Math.max(1, step.atMs - now()));
    const importIds = await findImports(ask, { runId, slice });
    if (importIds !== null) looks.push({ atMs: now(), importIds });
    else if (now() > lostAt + LONGEST_SEARCH_MS) return 'give-up';
  }
}

/** HubSpot cannot be asked for so long: the rows are left to be read. */
const LONGEST_SEARCH_MS = 600_000;
