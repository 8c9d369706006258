import {
  headerSetOf,
  MAX_REMEMBERED_BYTES,
  MAX_WORK_MS,
  readRememberedMapping,
} from '@bulk-records/core/contract';
import type {
  Failure,
  MappingMemory,
  MappingMemoryReply,
  MappingMemoryRequest,
  RememberedMapping,
} from '@bulk-records/core/contract';
import { startDeadline } from '../deadline.ts';
import { makeBadRequest } from '../failure.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { readPrivateFile, removePrivateFile, writePrivateFile } from '../hubspot/private-files.ts';
import type { MappingSubject } from './mapping-path.ts';
import { mappingPath, subjectOf } from './mapping-path.ts';

/**
 * HubSpot deletes a file at most one year after it was written (files guide, `ttl`). Every run writes anew, so what
 * is used stays and what nobody uses any more goes.
 */
const TIME_TO_LIVE = 'P11M';

/** Recalls, keeps or forgets the mapping of one object type and set of headers. */
export async function answerMemory(
  request: MappingMemoryRequest,
  client: HubSpotClient,
): Promise<MappingMemoryReply> {
  const fetching = { client, deadline: startDeadline(MAX_WORK_MS) };
  const subject = subjectOf(request);
  switch (request.operation) {
    case 'recall':
      return recall(subject, fetching);
    case 'keep':
      return keep({ ...request.mapping, savedAt: new Date().toISOString() }, fetching);
    case 'forget': {
      const removed = await removePrivateFile(fetching, mappingPath(subject));
      return removed.ok ? remembered({ kind: 'nothing' }) : removed.failure;
    }
  }
}

async function recall(subject: MappingSubject, fetching: Fetching): Promise<MappingMemoryReply> {
  const read = await readPrivateFile(fetching, {
    path: mappingPath(subject),
    maxBytes: MAX_REMEMBERED_BYTES,
  });
  if (!read.ok) return read.failure;
  switch (read.value.kind) {
    case 'absent':
      return remembered({ kind: 'nothing' });
    case 'too-large':
      return remembered({ kind: 'unreadable' });
    case 'content':
      return remembered(judge(new TextDecoder().decode(read.value.bytes), subject));
  }
}

/** Anybody who may edit files in the portal can change this one: it counts only if it is what was asked for. */
function judge(text: string, subject: MappingSubject): MappingMemory {
  const read = readRememberedMapping(text);
  if (read.kind !== 'mapping') return { kind: read.kind };
  return isAbout(read.mapping, subject) ? read : { kind: 'unreadable' };
}

function isAbout({ objectType, columns }: RememberedMapping, subject: MappingSubject): boolean {
  const stored = { objectType, headers: columns.map(({ header }) => header) };
  const isSameFile = mappingPath(stored).name === mappingPath(subject).name;
  return isSameFile && headerSetOf(stored.headers).join('\n') === headerSetOf(subject.headers).join('\n');
}

async function keep(mapping: RememberedMapping, fetching: Fetching): Promise<MappingMemoryReply | Failure> {
  const bytes = new TextEncoder().encode(JSON.stringify(mapping));
  if (bytes.byteLength > MAX_REMEMBERED_BYTES) {
    return makeBadRequest([`mapping: expected at most ${MAX_REMEMBERED_BYTES} bytes`]);
  }
  const { objectType, columns } = mapping;
  const path = mappingPath({ objectType, headers: columns.map(({ header }) => header) });
  const written = await writePrivateFile(fetching, { path, bytes, timeToLive: TIME_TO_LIVE });
  return written.ok ? remembered({ kind: 'mapping', mapping }) : written.failure;
}

function remembered(memory: MappingMemory): MappingMemoryReply {
  return { ok: true, memory };
}
