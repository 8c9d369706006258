import type { ApiVersion } from '../../contract/api-version.ts';
import type { ImportError, ImportRecordsRequest, ImportResult } from '../../contract/import-records.ts';
import { MAX_IMPORT_ERRORS } from '../../contract/limits.ts';
import { STOPPING_CODES } from '../answer-for.ts';
import type { StopCause } from '../run-state.ts';
import type { ImportPort } from './import-ports.ts';

/** A question about imports, without what all have in common. */
export type ImportQuestion = ImportRecordsRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, 'apiVersion' | 'workMs'>
    : never
  : never;

export type ImportAnswer =
  | ImportResult
  /** Nothing was learned; it may be asked again, unless it was an upload. */
  | { readonly kind: 'silent' }
  /** Asking again is useless. */
  | { readonly kind: 'stopped'; readonly stop: StopCause };

export type AskImports = (question: ImportQuestion) => Promise<ImportAnswer>;

export function askImports(
  importRecords: ImportPort,
  common: { readonly apiVersion: ApiVersion; readonly workMs: number },
): AskImports {
  return async (question) => {
    const answer = await importRecords({ ...question, ...common });
    if (answer.kind === 'no-reply') return { kind: 'silent' };
    if (answer.reply.ok) return answer.reply.result;
    const { code, message } = answer.reply.error;
    const reason = STOPPING_CODES[code];
    return reason === undefined ? { kind: 'silent' } : { kind: 'stopped', stop: { reason, detail: message } };
  };
}

/** More pages than that are not looked through: a portal's list of imports goes back for years. */
const MAX_PAGES = 20;

/** One look through the portal's imports for those of a slice; null where it could not be looked through. */
export async function findImports(
  ask: AskImports,
  { runId, slice }: { readonly runId: string; readonly slice: number },
): Promise<readonly string[] | null> {
  const importIds: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const result = await ask({ task: 'find', runId, ...(after === undefined ? {} : { after }) });
    if (result.kind !== 'found') return null;
    importIds.push(...result.imports.filter((each) => each.slice === slice).map(({ importId }) => importId));
    if (result.after === undefined) break;
    after = result.after;
  }
  return importIds;
}

const MAX_FAILURES = 5;
const FIRST_WAIT_MS = 1000;

/** All errors of an import; null where a page could not be read. */
export async function readErrors(
  ask: AskImports,
  question: Pick<Extract<ImportQuestion, { task: 'errors' }>, 'importId' | 'cellsOf'>,
  sleep: (delayMs: number) => Promise<void>,
): Promise<readonly ImportError[] | null> {
  const errors: ImportError[] = [];
  let after: string | undefined;
  let failures = 0;
  for (;;) {
    const page = after === undefined ? {} : { after };
    const result = await ask({ task: 'errors', ...question, limit: MAX_IMPORT_ERRORS, ...page });
    if (result.kind !== 'errors') {
      failures += 1;
      if (failures === MAX_FAILURES) return null;
      await sleep(FIRST_WAIT_MS * 2 ** failures);
      continue;
    }
    errors.push(...result.errors);
    if (result.after === undefined) return errors;
    after = result.after;
  }
}
