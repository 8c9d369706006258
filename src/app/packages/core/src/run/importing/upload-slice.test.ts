import { describe, expect, it } from 'vitest';
import type { ImportLayout } from '../../imports/import-layout.ts';
import { makeRequestError } from '../../testing/bodies.ts';
import { makeRecord } from '../../testing/outcomes.ts';
import { VirtualTime } from '../../testing/virtual-time.ts';
import type { ImportAnswer } from './ask-imports.ts';
import { uploadSlice, type Uploaded } from './upload-slice.ts';

const LAYOUT: ImportLayout = {
  operation: 'upsert',
  hasKey: true,
  columns: [{ property: 'email', kind: 'unique-key' }],
};
const SLICE = {
  number: 1,
  records: [makeRecord(0, { key: 'ada@example.org' })],
  firstLines: [2],
  content: new Uint8Array(),
};

const SILENT: ImportAnswer = { kind: 'silent' };
const STARTED: ImportAnswer = { kind: 'started', importId: '7', state: 'STARTED', requests: [] };
const REFUSED: ImportAnswer = refusedWith(400);
const STOPPED: ImportAnswer = { kind: 'stopped', stop: { reason: 'invalid-token', detail: 'expired' } };

function refusedWith(status: number): ImportAnswer {
  const error = makeRequestError({ message: 'no' });
  return { kind: 'refused', status, error, sentAt: 0, receivedAt: 0, rate: {} };
}

/** Each start gets the next answer; the portal's list of imports stays empty. */
async function upload(answers: readonly ImportAnswer[]): Promise<{ uploaded: Uploaded; starts: number }> {
  const time = new VirtualTime();
  let starts = 0;
  const uploaded = await time.pass(
    uploadSlice(SLICE, {
      runId: 'run00001',
      objectType: 'contacts',
      layout: LAYOUT,
      now: () => time.now(),
      sleep: (delayMs) => time.sleep(delayMs),
      toBase64: () => '',
      ask: ({ task }) => {
        if (task !== 'start') return Promise.resolve({ kind: 'found', imports: [], requests: [] });
        starts += 1;
        return Promise.resolve(answers[starts - 1] ?? SILENT);
      },
    }),
  );
  return { uploaded, starts };
}

describe('a file handed over', () => {
  it.each([
    ['taken', [STARTED], { kind: 'running', importIds: ['7'] }],
    ['refused', [REFUSED], { kind: 'refused', stop: { reason: 'import-refused', detail: 'no' } }],
    ['refused for the token', [STOPPED], { kind: 'refused', stop: { reason: 'invalid-token' } }],
    ['taken after HubSpot was busy', [refusedWith(429), STARTED], { kind: 'running' }],
    ['refused after HubSpot was busy', [refusedWith(423), REFUSED], { kind: 'refused' }],
    ['sent again after it was lost', [SILENT, STARTED], { kind: 'running', importIds: ['7'] }],
    ['lost three times', [SILENT, SILENT, SILENT], { kind: 'lost', stop: null }],
  ])('is %s', async (_, answers, expected) => {
    const { uploaded, starts } = await upload(answers);
    expect(uploaded).toMatchObject(expected);
    expect(starts).toBe(answers.length);
  });

  it.each([
    ['refused', REFUSED, 'import-refused'],
    ['refused for the token', STOPPED, 'invalid-token'],
  ])(
    'counts as lost when it is %s after the same file was lost: that one may arrive yet',
    async (_, answer, reason) => {
      const { uploaded } = await upload([SILENT, answer]);
      expect(uploaded).toMatchObject({ kind: 'lost', stop: { reason } });
    },
  );
});
