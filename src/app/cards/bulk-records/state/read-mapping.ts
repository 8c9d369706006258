import { MAX_REMEMBERED_BYTES, readRememberedMapping, type RememberedMapping } from '@bulk-records/core';
import type { FileProblem } from './flow-state.ts';

export type MappingProblem =
  | FileProblem
  | { readonly code: 'not-a-mapping' | 'newer-mapping' }
  | { readonly code: 'other-object'; readonly objectType: string };

export type ReadMappingText =
  | { readonly kind: 'mapping'; readonly mapping: RememberedMapping }
  | { readonly kind: 'refused'; readonly problem: MappingProblem };

/** Reads an exported mapping for an object. */
export function readMappingText(text: string, objectType: string): ReadMappingText {
  const read = readRememberedMapping(text);
  switch (read.kind) {
    case 'newer':
      return refuse({ code: 'newer-mapping' });
    case 'unreadable':
      return refuse({ code: 'not-a-mapping' });
    case 'mapping':
      if (read.mapping.objectType === objectType) return read;
      return refuse({ code: 'other-object', objectType: read.mapping.objectType });
  }
}

/** The same for a file; a mapping is small, so a large one is not even read. */
export async function readMappingFile(file: File, objectType: string): Promise<ReadMappingText> {
  const { name: fileName, size: bytes } = file;
  const maxBytes = MAX_REMEMBERED_BYTES;
  if (bytes > maxBytes) return refuse({ fileName, code: 'too-large', bytes, maxBytes });
  try {
    return readMappingText(await file.text(), objectType);
  } catch (error) {
    return refuse({ fileName, code: 'unreadable', detail: String(error) });
  }
}

function refuse(problem: MappingProblem): ReadMappingText {
  return { kind: 'refused', problem };
}
