import { decodeBytes } from '@bulk-records/core';
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
    const decoded = decodeBytes(new Uint8Array(await file.arrayBuffer()), decodeWithLabel);
    if (decoded.kind === 'not-text') return refuse({ fileName, code: 'not-text', found: decoded.found });
    return {
      kind: 'input',
      input: readInput(decoded.text, { name: fileName, encoding: decoded.encoding }, {}),
    };
  } catch (error) {
    return refuse({ fileName, code: 'unreadable', detail: String(error) });
  }
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
