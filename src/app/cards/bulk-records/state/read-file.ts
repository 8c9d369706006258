import { decodeBytes, openWorkbook, type FileKind } from '@bulk-records/core';
import type { FileProblem, Input } from './flow-state.ts';
import { readInput } from './read-input.ts';

const MAX_FILE_BYTES = 50_000_000;

export type ReadFile =
  | { readonly kind: 'input'; readonly input: Input }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

/** Reads a chosen file by its content, not by its name. */
export async function readFile(file: File): Promise<ReadFile> {
  const fileName = file.name;
  if (file.size > MAX_FILE_BYTES)
    return refuse({ fileName, code: 'too-large', bytes: file.size, maxBytes: MAX_FILE_BYTES });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const decoded = decodeBytes(bytes, decodeWithLabel);
    if (decoded.kind === 'not-text') {
      return SPREADSHEETS.has(decoded.found)
        ? readWorkbookFile(fileName, bytes)
        : refuse({ fileName, code: 'not-text', found: decoded.found });
    }
    const source = { kind: 'text', name: fileName, encoding: decoded.encoding } as const;
    return { kind: 'input', input: readInput(decoded.text, source, {}) };
  } catch (error) {
    return refuse({ fileName, code: 'unreadable', detail: String(error) });
  }
}

/** What `openWorkbook` opens, or knows better why not: a workbook with a password is no old Office file. */
const SPREADSHEETS: ReadonlySet<FileKind> = new Set<FileKind>(['xlsx', 'xls', 'ods', 'office-97']);

function readWorkbookFile(fileName: string, bytes: Uint8Array): ReadFile {
  const opened = openWorkbook(bytes);
  if (opened.kind === 'unreadable') return refuse({ fileName, code: 'no-workbook', issue: opened.issue });
  const source = { kind: 'workbook', name: fileName, workbook: opened.workbook } as const;
  return { kind: 'input', input: readInput('', source, {}) };
}

function refuse(problem: FileProblem): ReadFile {
  return { kind: 'refused', problem };
}

function decodeWithLabel(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}

/** HubSpot's experimental file input hands over a File, alone or in an event; its shape is not documented. */
export function fileOfEvent(event: unknown): File | null {
  if (event instanceof File) return event;
  if (typeof event !== 'object' || event === null) return null;
  if ('target' in event) return fileOfEvent(event.target);
  if ('files' in event && typeof event.files === 'object' && event.files !== null && 0 in event.files) {
    return fileOfEvent(event.files[0]);
  }
  return 'file' in event ? fileOfEvent(event.file) : null;
}
