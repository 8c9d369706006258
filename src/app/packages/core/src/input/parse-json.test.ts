import fc from 'fast-check';
import { parse } from 'lossless-json';
import { describe, expect, test } from 'vitest';
import { parseJson, parseJsonSliced } from './parse-json.ts';

/** lossless-json as referee: its value with numbers as texts, or where it breaks. */
function refereed(text: string): unknown {
  try {
    return { value: parse(text, undefined, { parseNumber: (number) => number, onDuplicateKey: keepLast }) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return 'broken';
  }
}

function keepLast({ newValue }: { readonly newValue: unknown }): unknown {
  return newValue;
}

function read(text: string): unknown {
  const parsed = parseJson(text);
  return parsed.kind === 'parsed' ? { value: parsed.value } : parsed.kind;
}

const brokenAt = (text: string) => {
  const parsed = parseJson(text);
  return parsed.kind === 'broken'
    ? [parsed.broken.line, parsed.broken.column, parsed.broken.found]
    : parsed.kind;
};

describe('parsing JSON', () => {
  test('gives what the referee gives, for every document', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t', '\r\n'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(read(text)).toEqual(refereed(text));
      }),
    );
  });

  test('agrees with the referee on what is none, wherever a document is damaged', () => {
    const damage = fc.constantFrom(
      '',
      '"',
      '\\',
      ',',
      ':',
      '{',
      '}',
      '[',
      ']',
      '0',
      '-',
      '.',
      'e',
      'x',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.tuple(fc.nat(), fc.nat(3), damage),
        (json, [place, length, insert]) => {
          const at = place % (json.length + 1);
          const text = json.slice(0, at) + insert + json.slice(at + length);
          expect(read(text)).toEqual(refereed(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    '[12345678901234567890, 1.10, -0, 1e400, 0.5E-3]',
    '["a\\\\"],[","\\\\\\\\","]"]',
    '"\\u00e9\\ud83d\\n\\/"',
    '{"__proto__":{"a":1},"constructor":2}',
    '{"2":1,"1":2}',
    ' \r\n\t{ } ',
    '"\\x"',
    '"\\u12g4"',
    '"tab\there"',
    '01',
    '1.',
    '.5',
    '+1',
    'NaN',
    'truex',
    "'a'",
    '',
    ' ',
  ])('agrees on %j', (text) => {
    expect(read(text)).toEqual(refereed(text));
  });

  test.each([
    ['a list cut off', '[{"a":1},\n{"a":2', [2, 7, '']],
    ['a text cut off', '{"results":[{"a":"1', [1, 20, '']],
    ['a missing comma', '[{"a":1} {"a":2}]', [1, 10, '{"a":2}]']],
    ['a comma too many', '[{"a":1},\n]', [2, 1, ']']],
    ['a missing colon', '{"a" 1}', [1, 6, '1}']],
    ['something after the end', '[1] x', [1, 5, 'x']],
    ['a wrong value', '{"a":nope}', [1, 6, 'nope}']],
    ['a bracket of the other kind', '[{"a":1]}', [1, 8, ']}']],
    ['a line end within a text', '["a\nb"]', [1, 4, '']],
  ])('tells where it breaks: %s', (_name, text, place) => {
    expect(brokenAt(text)).toEqual(place);
  });

  test('counts keys of one object with different values, and names them', () => {
    const parsed = parseJson('[{"a":1,"a":2,"b":[1],"b":[1]},{"a":1,"a":3}]');
    expect(parsed).toMatchObject({ value: [{ a: '2', b: ['1'] }, { a: '3' }] });
    expect(parsed).toMatchObject({ repeatedKeys: { count: 2, keys: ['a'] } });
  });

  test('ends where nesting has no end, of lists and of objects', () => {
    expect(parseJson('['.repeat(1_000_000))).toEqual({ kind: 'too-deep' });
    expect(parseJson('{"a":'.repeat(1_000_000))).toEqual({ kind: 'too-deep' });
  });

  test('pauses in proportion to the text, within the items of any list', () => {
    const pausesOf = (count: number) => [
      ...parseJsonSliced(
        `{"a":{"b":[${Array.from({ length: count }, (_, index) => `{"c":"${index}"}`).join()}]}}`,
      ),
    ];
    const [small, large] = [pausesOf(40_000), pausesOf(160_000)];
    expect(small.length).toBeGreaterThan(3);
    expect(large.length).toBeLessThanOrEqual(5 * small.length);
  });
});
