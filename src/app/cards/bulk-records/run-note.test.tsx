import { Alert, LoadingButton } from '@hubspot/ui-extensions';
import {
  decodeWith,
  WRITE_RECORDS,
  writeRecordsRequestSchema,
  type WriteRecordsRequest,
} from '@bulk-records/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { healthyFunctions } from './testing/fake-functions.ts';
import { goTo, openCard, resetCard, startCardClock, type Card } from './testing/open-card.tsx';

const ROWS = 'Email,First name\nada@example.org,<Ada>\ntaken@example.org,Ted\n';

beforeEach(startCardClock);
afterEach(resetCard);

type NoteAnswer = (() => unknown) | null;

/** A card whose notes HubSpot answers so, and the notes it was asked to make. */
function openWith(answerNote: NoteAnswer) {
  const notes: WriteRecordsRequest[] = [];
  const working = healthyFunctions();
  const card = openCard({
    ...working,
    [WRITE_RECORDS]: (parameters: unknown) => {
      const request = decodeWith(writeRecordsRequestSchema, parameters);
      if (!request.ok) throw new Error(request.problems.join());
      if (request.value.objectType !== 'notes') return working[WRITE_RECORDS]?.(parameters);
      notes.push(request.value);
      return answerNote === null ? working[WRITE_RECORDS]?.(parameters) : answerNote();
    },
  });
  return { card, notes };
}

async function makeNote(card: Card): Promise<void> {
  await goTo(card, 'outcomes', ROWS);
  card.findByTestId(LoadingButton, 'make-note').trigger('onClick');
  await vi.advanceTimersByTimeAsync(1000);
}

const batch = (answer: object) => () => ({ ok: true, batches: [{ batchId: 'note', answer }] });
const TIMES = { sentAt: 0, receivedAt: 1 };

describe('a note on the open record', () => {
  it('says what was run, by whom and what became of it, and no value of a row', async () => {
    const { card, notes } = openWith(null);
    await makeNote(card);
    expect(card.findByTestId(Alert, 'note').props.title).toBe('The run is noted on this record');
    const [input] = notes[0]?.batches[0]?.inputs ?? [];
    expect(input?.properties['hs_note_body']).toMatch(
      /^Bulk Records: Create new records and update existing ones · Contacts · Plan [0-9a-f]{8}<br>1 created, 1 updated of 2 rows<br>.+$/,
    );
    expect(input?.properties['hs_note_body']).not.toContain('Ada');
    expect(input?.associations?.[0]?.to.id).toMatch(/^\d+$/);
    expect(card.maybeFindByTestId(LoadingButton, 'make-note')).toBeNull();
  });

  it('is not made again by anybody when the answer was lost', async () => {
    const { card, notes } = openWith(() => {
      throw new Error('gone');
    });
    await makeNote(card);
    expect(card.findByTestId(Alert, 'note').props.title).toContain('Nobody knows');
    expect(card.maybeFindByTestId(LoadingButton, 'make-note')).toBeNull();
    expect(notes).toHaveLength(1);
  });

  it.each([
    {
      name: 'a refused request',
      answer: batch({
        kind: 'refused',
        status: 403,
        error: { category: 'MISSING_SCOPES', message: 'No scope for notes', correlationId: 'a' },
        ...TIMES,
      }),
      said: 'No scope for notes',
    },
    {
      name: 'a refused record',
      answer: batch({
        kind: 'answered',
        status: 207,
        body: {
          status: 'COMPLETE',
          results: [],
          errors: [{ status: 'error', category: 'VALIDATION_ERROR', message: 'The body is too long' }],
        },
        ...TIMES,
      }),
      said: 'The body is too long',
    },
    { name: 'no time', answer: batch({ kind: 'not-sent', reason: 'deadline' }), said: 'Try again' },
  ])('can be tried again after $name, which is said', async ({ answer, said }) => {
    const { card } = openWith(answer);
    await makeNote(card);
    const note = card.findByTestId(Alert, 'note');
    expect(note.props.title).toBe('The note was not made');
    expect(note.text).toContain(said);
    expect(card.findByTestId(LoadingButton, 'make-note').text).toBe('Note this run on the record');
  });
});
