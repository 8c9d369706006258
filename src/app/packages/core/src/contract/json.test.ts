import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { decodeWith } from './json.ts';

const schema = v.strictObject({ rows: v.array(v.record(v.string(), v.pipe(v.string(), v.maxLength(5)))) });

describe('decodeWith', () => {
  it('gives back the decoded value', () => {
    expect(decodeWith(schema, { rows: [{ city: 'Bonn' }] })).toEqual({
      ok: true,
      value: { rows: [{ city: 'Bonn' }] },
    });
  });

  it('names the path and what was expected there', () => {
    const decoded = decodeWith(schema, { rows: [{ city: 5 }] });
    expect(decoded).toEqual({ ok: false, problems: ['rows.0.city: expected string'] });
  });

  it('never repeats a value it refused', () => {
    const decoded = decodeWith(schema, { rows: [{ city: 'top secret value' }], surprise: 'top secret' });
    expect(JSON.stringify(decoded)).not.toContain('secret');
  });

  it('repeats a key only where it looks like a name', () => {
    const decoded = decodeWith(schema, { rows: [{ 'jane@example.org, +49 170': 5 }] });
    expect(decoded).toEqual({ ok: false, problems: ['rows.0.(key): expected string'] });
  });

  it('names ten problems at most', () => {
    const decoded = decodeWith(schema, { rows: Array.from({ length: 50 }, () => ({ city: 1 })) });
    expect(decoded.ok ? [] : decoded.problems).toHaveLength(10);
  });

  it('says what was expected of a value that has no path', () => {
    expect(decodeWith(schema, null)).toEqual({ ok: false, problems: ['expected Object'] });
  });
});
