import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { decodeParameters } from './decode-parameters.ts';

const schema = v.strictObject({ rows: v.optional(v.array(v.record(v.string(), v.string())), []) });

describe('decodeParameters', () => {
  it('decodes the parameters of a call', () => {
    expect(decodeParameters(schema, { parameters: { rows: [{ city: 'Bonn' }] }, event: {} })).toEqual({
      ok: true,
      value: { rows: [{ city: 'Bonn' }] },
    });
  });

  it.each([undefined, null, {}, { parameters: null }, { parameters: undefined }, 'text', 5])(
    'takes %j for a call without parameters',
    (context) => {
      expect(decodeParameters(schema, context)).toEqual({ ok: true, value: { rows: [] } });
    },
  );

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at any depth', (key) => {
    const context: unknown = JSON.parse(`{"parameters":{"rows":[{"city":"Bonn"},{"${key}":"x"}]}}`);
    expect(decodeParameters(schema, context)).toEqual({
      ok: false,
      problems: [`rows.1: expected no key ${key}`],
    });
  });

  it('refuses more than a call may hold, without naming any of it', () => {
    const decoded = decodeParameters(schema, { parameters: { rows: [{ city: 'x'.repeat(10_000_000) }] } });
    expect(decoded).toEqual({ ok: false, problems: ['expected at most 5900000 bytes'] });
  });

  it('counts bytes, not characters', () => {
    const context = { parameters: { rows: [{ city: 'é'.repeat(50) }] } };
    expect(decodeParameters(schema, context, 100)).toEqual({
      ok: false,
      problems: ['expected at most 100 bytes'],
    });
    expect(decodeParameters(schema, context, 120).ok).toBe(true);
  });

  it('counts keys and small values as well', () => {
    const rows = Array.from({ length: 1_000_000 }, () => ({ abcdefgh: 'x' }));
    expect(decodeParameters(schema, { parameters: { rows } })).toMatchObject({ ok: false });
  });

  it('refuses nesting that the contract does not have, however deep', () => {
    const context: unknown = JSON.parse(`{"parameters":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(decodeParameters(schema, context)).toMatchObject({ ok: false });
  });

  it('comes to an end with a value that contains itself', () => {
    const parameters: Record<string, unknown> = {};
    parameters['rows'] = parameters;
    expect(decodeParameters(schema, { parameters })).toMatchObject({ ok: false });
  });

  it('never throws and never lets anything through that the schema does not know', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        (parameters) => {
          const decoded = decodeParameters(schema, { parameters });
          if (decoded.ok) expect(Object.keys(decoded.value)).toEqual(['rows']);
        },
      ),
    );
  });
});
