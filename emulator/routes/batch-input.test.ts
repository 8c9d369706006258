import { describe, expect, it } from 'vitest';
import { defaultToken } from '../http/access.ts';
import { openDesk, readAnswer } from '../testing/portal-desk.ts';

const update = '/crm/v3/objects/contacts/batch/update';

describe('a body HubSpot cannot read', () => {
  it.each([
    ['{}', 'Invalid input JSON on line 1, column 2. Some required fields were not set: [inputs]'],
    [
      '{\n  "input": []\n}',
      'Invalid input JSON on line 3, column 1. Some required fields were not set: [inputs]',
    ],
    [
      '[]',
      'Invalid input JSON on line 1, column 1: Cannot deserialize value of type ' +
        '`com.hubspot.inbounddb.publicobject.core.v2.SimplePublicObjectBatchInput$Json` from Array value (token `JsonToken.START_ARRAY`)',
    ],
    [
      '{"inputs": {}}',
      'Invalid input JSON on line 1, column 10: Cannot deserialize value of type ' +
        '`java.util.ArrayList<com.hubspot.inbounddb.publicobject.core.v2.SimplePublicObjectInput$Json>` from Object value (token `JsonToken.START_OBJECT`)',
    ],
    [
      '{"inputs": ["12"]}',
      'Invalid input JSON on line 1, column 10: Cannot deserialize value of type ' +
        '`com.hubspot.inbounddb.publicobject.core.v2.SimplePublicObjectInput$Json` from String value (token `JsonToken.VALUE_STRING`)',
    ],
    [
      '{"inputs": [{"id": "1", "properties": ["a"]}]}',
      'Invalid input JSON on line 1, column 37: Cannot deserialize value of type ' +
        '`java.util.LinkedHashMap<java.lang.String,java.lang.String>` from Array value (token `JsonToken.START_ARRAY`)',
    ],
    [
      '{"inputs": [{"id": "1", "properties": {"city": {}}}]}',
      'Invalid input JSON on line 1, column 46: Cannot deserialize value of type ' +
        '`java.lang.String` from Object value (token `JsonToken.START_OBJECT`)',
    ],
    [
      '{"inputs": [{}]}',
      'Invalid input JSON on line 1, column 16. Some required fields were not set: [id, properties]',
    ],
  ])('%s is complained about in the words of its reader', async (body, message) => {
    const answer = await openDesk().post(update, body);
    expect(answer.status).toBe(400);
    expect(answer.refusal().message).toBe(message);
  });

  it('gets an answer without category', async () => {
    expect((await openDesk().post(update, '[]')).refusal()).not.toHaveProperty('category');
  });

  it.each(['{"inputs": [', '{"inputs" 1}', 'nonsense'])('is refused when it is no JSON: %s', async (body) => {
    const answer = await openDesk().post(update, body);
    expect(answer.status).toBe(400);
    expect(answer.refusal().message).toMatch(/^Invalid input JSON on line \d+, column \d+: /u);
  });

  it('changes nothing', async () => {
    const desk = openDesk();
    const before = desk.emulator.records('contacts');
    await desk.post(update, `{"inputs": [{"id": "${desk.contact(0).id}", "properties": {"city": "A"}}, {}]}`);
    expect(desk.emulator.records('contacts')).toEqual(before);
  });
});

describe('a body HubSpot can read', () => {
  it('may name ids as numbers', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    const answer = await desk.post(update, { inputs: [{ id: Number(id), properties: { city: 'Ulm' } }] });
    expect(answer.batch().results[0]?.id).toBe(id);
  });

  it('may hold members nobody knows', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    expect((await desk.post(update, { inputs: [{ id, properties: {}, colour: 'red' }], x: 1 })).status).toBe(
      200,
    );
  });

  it('must say that it is JSON', async () => {
    const request = new Request(`https://api.hubapi.com${update}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${defaultToken}`, 'Content-Type': 'text/plain' },
      body: '{"inputs":[]}',
    });
    expect((await readAnswer(await openDesk().emulator.fetch(request))).status).toBe(415);
  });
});
