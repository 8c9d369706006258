import {
  decodeBytesSliced,
  openWorkbook,
  readBackFailures,
  readTextSliced,
  readWorkbookSliced,
  recogniseFailures,
  type FileKind,
  type Reading,
  type Sliced,
} from '@bulk-records/core';
import type { FileProblem, Input, InputSource, PlanFileSource, SourceFile } from './flow-state.ts';
import type { LongFile } from './long.ts';
import { recognisePlan } from './loaded-plan.ts';
import { startDecoding } from './start-decoding.ts';

export type SourceReading =
  | { readonly kind: 'input'; readonly input: Input }
  /** A plan's file is recognised by itself, wherever it is given. */
  | { readonly kind: 'plan'; readonly planSource: PlanFileSource }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

/** An input that is held whole. */
export interface WholeSource extends InputSource {
  readonly file: Exclude<SourceFile, LongFile> | null;
}

/** Reads a paste or a file, by its content and not by its name, as far as the choices and itself say. */
export function* readSource(source: WholeSource): Sliced<SourceReading> {
  const { text, file } = source;
  if (file === null) return yield* readText({ text, source, decoded: null });
  if (file.kind === 'workbook') return yield* readWorkbookFile(source, file);
  return yield* readTextFile(source, file);
}

type TextFile = Extract<SourceFile, { kind: 'text' }>;
type WorkbookFile = Extract<SourceFile, { kind: 'workbook' }>;

function* readTextFile(source: InputSource, { name, bytes }: TextFile): Sliced<SourceReading> {
  const decoded = yield* decodeBytesSliced(bytes, startDecoding, source.choices.encoding);
  if (decoded.kind === 'text') return yield* readText({ text: decoded.text, source, decoded });
  if (!SPREADSHEETS.has(decoded.found)) {
    return refuse({ fileName: name, code: 'not-text', found: decoded.found });
  }
  const opened = openWorkbook(bytes);
  if (opened.kind === 'unreadable')
    return refuse({ fileName: name, code: 'no-workbook', issue: opened.issue });
  return yield* readWorkbookFile(source, { kind: 'workbook', name, workbook: opened.workbook });
}

/** What `openWorkbook` opens, or knows better why not: a workbook with a password is no old Office file. */
export const SPREADSHEETS: ReadonlySet<FileKind> = new Set<FileKind>(['xlsx', 'xls', 'ods', 'office-97']);

function* readWorkbookFile(source: InputSource, file: WorkbookFile): Sliced<SourceReading> {
  const reading = yield* readWorkbookSliced(file.workbook, source.choices);
  return inputOf({ ...source, file }, reading, null);
}

interface SourceText {
  readonly text: string;
  readonly source: InputSource;
  readonly decoded: Input['decoded'];
}

function* readText({ text, source, decoded }: SourceText): Sliced<SourceReading> {
  const planSource = recognisePlan(text, source.file?.name ?? null);
  if (planSource !== null) return { kind: 'plan', planSource };
  const reading = yield* readTextSliced(text, { ...recogniseFailures(text), ...source.choices });
  return inputOf(source, reading, decoded);
}

/** Our own file of failures becomes what it was. */
function inputOf(source: InputSource, reading: Reading, decoded: Input['decoded']): SourceReading {
  const own = reading.kind === 'table' ? { ...reading, table: readBackFailures(reading.table) } : reading;
  return { kind: 'input', input: { ...source, decoded, reading: own } };
}

function refuse(problem: FileProblem): SourceReading {
  return { kind: 'refused', problem };
}
