import type { AssociationType, LabelledType, JournalFailure, WriteInput } from '@bulk-records/core';
import type { OpenRecord } from './association.ts';
import type { FlowState } from './flow-state.ts';
import type { RunScene } from './run-actions.ts';

export type MadeNote =
  | { readonly kind: 'made' }
  /** HubSpot says that it is not there, and why. */
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'failed'; readonly failure: JournalFailure }
  /** The answer was lost. A note has no key, so nothing can prove it; it is never made again by itself. */
  | { readonly kind: 'unknown' };

export interface NoteActions {
  /** Makes a note on the open record. `writeBody` is told who looks at the card, and gives HTML, as notes are. */
  readonly makeNote: (on: OpenRecord, writeBody: (who: string) => string) => Promise<MadeNote>;
}

interface NoteScene extends Pick<RunScene, 'options'> {
  readonly current: () => Pick<FlowState, 'apiVersion'>;
}

const NOTES = 'notes';

export function noteActions(scene: NoteScene): NoteActions {
  return {
    makeNote: async (on, writeBody) => {
      const found = await findNoteType(scene, on);
      if (found.kind !== 'type') return found;
      const made = await writeNote(scene, {
        on,
        body: writeBody(scene.options.startedBy),
        type: found.type,
      });
      if (made.kind === 'made') scene.options.onRunFinished();
      return made;
    },
  };
}

type FoundType =
  | { readonly kind: 'type'; readonly type: AssociationType }
  | Extract<MadeNote, { kind: 'failed' | 'refused' }>;

async function findNoteType({ options, current }: NoteScene, on: OpenRecord): Promise<FoundType> {
  const { apiVersion } = current();
  const answer = await options.ports.associateRecords({
    operation: 'list-types',
    apiVersion,
    fromObjectType: NOTES,
    toObjectType: on.objectType,
    workMs: options.settings.workMs,
  });
  if (answer.kind === 'no-reply')
    return { kind: 'failed', failure: { kind: 'silent', message: answer.message } };
  const { reply } = answer;
  if (!reply.ok) return { kind: 'failed', failure: { kind: 'said', error: reply.error } };
  const types: readonly LabelledType[] = reply.result.kind === 'types' ? reply.result.types : [];
  const type = types.find(({ label }) => label === null) ?? types[0];
  if (type === undefined) return { kind: 'refused', said: '' };
  const { associationCategory, associationTypeId } = type;
  return { kind: 'type', type: { associationCategory, associationTypeId } };
}

async function writeNote(
  { options, current }: NoteScene,
  { on, body, type }: { readonly on: OpenRecord; readonly body: string; readonly type: AssociationType },
): Promise<MadeNote> {
  const { apiVersion } = current();
  const { ports, settings } = options;
  const note: WriteInput = {
    objectWriteTraceId: `${ports.newRunId()}note`,
    properties: { hs_note_body: body, hs_timestamp: new Date(ports.now()).toISOString() },
    associations: [{ to: { id: on.recordId }, types: [type] }],
  };
  const answer = await ports.writeRecords({
    operation: 'create',
    objectType: NOTES,
    apiVersion,
    workMs: settings.workMs,
    maxRequests: 1,
    batches: [{ batchId: 'note', inputs: [note] }],
  });
  if (answer.kind === 'no-reply') return { kind: 'unknown' };
  if (!answer.reply.ok) return { kind: 'failed', failure: { kind: 'said', error: answer.reply.error } };
  const said = answer.reply.batches.find(({ batchId }) => batchId === 'note')?.answer;
  switch (said?.kind) {
    case 'answered':
      if (said.body.results.length === 1) return { kind: 'made' };
      return said.body.errors.length > 0
        ? { kind: 'refused', said: said.body.errors[0]?.message ?? '' }
        : { kind: 'unknown' };
    case 'refused':
      return { kind: 'refused', said: said.error.message };
    case 'not-sent':
      return { kind: 'refused', said: '' };
    case 'accepted':
    case 'no-answer':
    case undefined:
      return { kind: 'unknown' };
  }
}
