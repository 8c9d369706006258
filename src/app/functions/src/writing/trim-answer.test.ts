import type { AnsweredBatch, BatchAnswer, ResultRecord } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { trimAnswer } from './trim-answer.ts';

const inputs = [
  { objectWriteTraceId: 't1', id: 'A-1', idProperty: 'customer_number', properties: { city: 'Bonn' } },
  { objectWriteTraceId: 't2', id: 'A-2', idProperty: 'customer_number', properties: { phone: '1' } },
];

function answeredWith(result: Partial<ResultRecord>): AnsweredBatch {
  const results = [{ id: '7', properties: {}, archived: false, warnings: [], ...result }];
  return {
    kind: 'answered',
    status: 200,
    body: { status: 'COMPLETE', results, errors: [] },
    sentAt: 1,
    receivedAt: 2,
    rate: {},
  };
}

function firstResultOf(answer: BatchAnswer): ResultRecord | undefined {
  return answer.kind === 'answered' ? answer.body.results[0] : undefined;
}

describe('trimAnswer', () => {
  it('keeps of the properties what was sent, the key and what identifies the record', () => {
    const properties = {
      city: 'Bonn',
      phone: '1',
      customer_number: 'A-1',
      createdate: '2026-11-22T10:00:00Z',
      hs_object_id: '7',
      hs_lead_status: 'NEW',
      hs_v2_cumulative_time: '12',
    };
    expect(firstResultOf(trimAnswer(answeredWith({ properties }), inputs))?.properties).toEqual({
      city: 'Bonn',
      phone: '1',
      customer_number: 'A-1',
      createdate: '2026-11-22T10:00:00Z',
      hs_object_id: '7',
    });
  });

  it('keeps everything that is evidence', () => {
    const evidence = {
      id: '7',
      new: true,
      objectWriteTraceId: 't1',
      url: 'https://app.hubspot.com/contacts/1/record/0-1/7',
      archived: false,
      createdAt: '2026-11-22T10:00:00Z',
      updatedAt: '2026-11-22T10:00:00Z',
      warnings: [{ category: 'PROPERTY_VALUE_NORMALIZED', message: 'x', context: { rawValue: '1' } }],
    };
    expect(firstResultOf(trimAnswer(answeredWith(evidence), inputs))).toMatchObject(evidence);
  });

  it('drops histories', () => {
    const propertiesWithHistory = { city: [{ value: 'Köln', timestamp: '2026-11-22T10:00:00Z' }] };
    const trimmed = trimAnswer(answeredWith({ propertiesWithHistory }), inputs);
    expect(JSON.stringify(trimmed)).not.toContain('Köln');
  });

  it('shortens what HubSpot says at length', () => {
    const refused = {
      kind: 'refused',
      status: 400,
      error: { message: 'x'.repeat(10_000), context: {}, errors: [] },
      sentAt: 1,
      receivedAt: 2,
      rate: {},
    } as const satisfies BatchAnswer;
    expect(
      JSON.stringify(trimAnswer({ ...refused, error: { ...refused.error, context: {}, errors: [] } }, inputs))
        .length,
    ).toBeLessThan(1000);
  });

  it('passes on other answers as they are', () => {
    const notSent: BatchAnswer = { kind: 'not-sent', reason: 'deadline' };
    expect(trimAnswer(notSent, inputs)).toEqual(notSent);
  });
});
