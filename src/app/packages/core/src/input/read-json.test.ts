import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from './read-text.ts';
import type { TableReading } from './reading.ts';

function readTable(text: string): TableReading {
  const reading = readText(text);
  if (reading.kind === 'unreadable') throw new Error(`unreadable: ${reading.issue.code}`);
  return reading;
}

/** Header first, then the rows. */
function gridOf(text: string): readonly (readonly string[])[] {
  const { table } = readTable(text);
  return [table.columns.map(({ header }) => header), ...table.rows.map(({ cells }) => cells)];
}

const issueOf = (text: string) => {
  const reading = readText(text);
  return reading.kind === 'unreadable' ? reading.issue : undefined;
};

describe('reading JSON', () => {
  test.each<readonly [string, string, readonly (readonly string[])[]]>([
    [
      'a list of objects',
      '[{"email":"a@example.org","name":"Ada"}]',
      [
        ['email', 'name'],
        ['a@example.org', 'Ada'],
      ],
    ],
    ['a list on one line with its line end', '[{"a":"1"},{"a":"2"}]\n', [['a'], ['1'], ['2']]],
    ['an object with one list', '{"total":1,"results":[{"a":"1"}],"paging":{"next":{}}}', [['a'], ['1']]],
    [
      'one object',
      '{"email":"a@example.org","tags":["x","y"]}',
      [
        ['email', 'tags'],
        ['a@example.org', 'x;y'],
      ],
    ],
    [
      'objects with different keys',
      '[{"a":"1"},{"b":"2","a":"3"}]',
      [
        ['a', 'b'],
        ['1', ''],
        ['3', '2'],
      ],
    ],
    [
      'nested objects',
      '[{"a":{"b":{"c":"1"}},"d":"2"}]',
      [
        ['a.b.c', 'd'],
        ['1', '2'],
      ],
    ],
    [
      'objects in a list',
      '[{"p":[{"n":"1"},{"n":"2"}]}]',
      [
        ['p.1.n', 'p.2.n'],
        ['1', '2'],
      ],
    ],
    [
      'big and precise numbers',
      '[{"id":12345678901234567890,"p":1.10,"e":-1.5E+3}]',
      [
        ['id', 'p', 'e'],
        ['12345678901234567890', '1.10', '-1.5E+3'],
      ],
    ],
    [
      'true, false and null',
      '[{"t":true,"f":false,"n":null}]',
      [
        ['t', 'f', 'n'],
        ['true', 'false', ''],
      ],
    ],
    [
      'empty lists and objects',
      '[{"a":[],"b":{},"c":"1"}]',
      [
        ['a', 'c'],
        ['', '1'],
      ],
    ],
    [
      'a dotted key beside a nested one',
      '[{"a.b":"1","a":{"b":"2"}}]',
      [
        ['a.b', 'a.b'],
        ['1', '2'],
      ],
    ],
    [
      'a key named __proto__',
      '[{"__proto__":"1","constructor":{"prototype":"2"}}]',
      [
        ['__proto__', 'constructor.prototype'],
        ['1', '2'],
      ],
    ],
    ['a list of texts', '["a@example.org","b@example.org"]', [[''], ['a@example.org'], ['b@example.org']]],
    [
      'lists with a header',
      '[["email","n"],["a@example.org",7]]',
      [
        ['email', 'n'],
        ['a@example.org', '7'],
      ],
    ],
    [
      "HubSpot's records",
      '{"results":[{"id":"51","properties":{"email":"a@example.org"},"archived":false}]}',
      [
        ['hs_object_id', 'archived', 'email'],
        ['51', 'false', 'a@example.org'],
      ],
    ],
    [
      "HubSpot's records with another id property",
      '{"inputs":[{"id":"a@example.org","idProperty":"email","properties":{"city":"Rome"}}]}',
      [
        ['email', 'idProperty', 'city'],
        ['a@example.org', 'email', 'Rome'],
      ],
    ],
    [
      'a foreign id',
      '[{"id":"7","name":"Ada"}]',
      [
        ['id', 'name'],
        ['7', 'Ada'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(gridOf(text)).toEqual(expected);
  });

  test('an id beside properties is a record id only in a record of HubSpot', () => {
    expect(gridOf('[{"id":"7","type":"Feature","properties":{"a":"1"}}]')).toEqual([
      ['id', 'type', 'properties.a'],
      ['7', 'Feature', '1'],
    ]);
  });

  test('entries count from 1 and objects without a value are skipped', () => {
    expect(readTable('[{"a":"1"},{"a":null},{"a":"3"}]').table.rows.map(({ number }) => number)).toEqual([
      1, 3,
    ]);
  });

  test('reading JSON pollutes no prototype', () => {
    readText('[{"__proto__":{"polluted":"yes"}}]');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('entries that are no objects are named, not dropped silently', () => {
    expect(readTable('[{"a":"1"},"stray",null]').issues).toEqual([
      {
        code: 'not-records',
        count: 2,
        places: [
          { rowNumber: 2, line: 1, found: 'stray' },
          { rowNumber: 3, line: 1, found: '' },
        ],
      },
    ]);
  });

  test('of a repeated key the last value counts, and the key is named', () => {
    const text = '[{"a":"1","a":"2"}]';
    expect(gridOf(text)).toEqual([['a'], ['2']]);
    expect(readTable(text).issues).toEqual([{ code: 'repeated-keys', count: 1, keys: ['a'] }]);
  });

  test('broken JSON is said with line and column', () => {
    expect(issueOf('[\n  {"a": 1},\n  {"b" 2}\n]')).toEqual({
      code: 'broken-json',
      line: 3,
      column: 8,
      found: '2}',
    });
  });

  test('JSON that ends too early is said', () => {
    expect(issueOf('[{"a": 1}')).toMatchObject({ code: 'broken-json', line: 1, column: 10, found: '' });
  });

  test.each([
    ['an empty list', '[]', 'empty'],
    ['an empty result', '{"results":[]}', 'empty'],
    ['only empty objects', '[{},{}]', 'empty'],
    ['nesting that the parser refuses', '['.repeat(50_000), 'json-too-deep'],
    ['an object nested too deeply', `${'{"a":'.repeat(80)}1${'}'.repeat(80)}`, 'json-too-deep'],
  ])('%s', (_name, text, code) => {
    expect(issueOf(text)?.code).toBe(code);
  });

  test('a lone text is no list of records', () => {
    const reading = readText('"just text"', { form: { format: 'json' } });
    expect(reading).toMatchObject({ issue: { code: 'json-without-records', found: 'just text' } });
  });

  test('objects of texts read back as their texts', () => {
    const objects = fc.array(fc.record({ a: fc.string({ minLength: 1 }), b: fc.string() }), { minLength: 1 });
    fc.assert(
      fc.property(objects, (records) => {
        const visible = records.map((record) => ({ ...record, a: `x${record.a}` }));
        const [, ...rows] = gridOf(JSON.stringify(visible));
        expect(rows).toEqual(visible.map(({ a, b }) => [a, b]));
      }),
    );
  });

  test('every number keeps its digits', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.stringMatching(/^[1-9]\d{0,30}\.\d{1,30}$/), (whole, decimal) => {
        expect(gridOf(`[{"w":${whole.toString()},"d":${decimal}}]`)[1]).toEqual([whole.toString(), decimal]);
      }),
    );
  });
});

describe('reading JSON Lines', () => {
  test('every line is a record, numbered by its line', () => {
    const reading = readTable('{"a":"1"}\r\n\r\n{"a":"2"}\n');
    expect(reading.form).toEqual({ format: 'json-lines' });
    expect(reading.table.rows).toEqual([
      { number: 1, cells: ['1'] },
      { number: 3, cells: ['2'] },
    ]);
  });

  test('a broken line is named and the others are kept', () => {
    const reading = readTable('{"a":"1"}\n{"a":\n{"a":"3"}');
    expect(reading.table.rows.map(({ cells }) => cells)).toEqual([['1'], ['3']]);
    expect(reading.issues).toEqual([
      { code: 'broken-lines', count: 1, places: [{ line: 2, column: 6, found: '' }] },
    ]);
  });

  test('a text with next to nothing but broken lines is no JSON Lines', () => {
    expect(issueOf(`{"a":1}\n${'{"a\n'.repeat(2000)}`)).toEqual({
      code: 'broken-json',
      line: 2,
      column: 4,
      found: '',
    });
  });

  test('lists per line may start with a header', () => {
    expect(gridOf('["email","n"]\n["a@example.org",1.0]')).toEqual([
      ['email', 'n'],
      ['a@example.org', '1.0'],
    ]);
  });

  test('an object over several lines is JSON, not JSON Lines', () => {
    expect(readTable('{\n"a":"1"\n}').form).toEqual({ format: 'json' });
  });

  test('a text that merely starts with a bracket is delimited', () => {
    expect(readTable('[Name],[Email]\nAda,a@example.org').form).toEqual({
      format: 'delimited',
      delimiter: ',',
    });
  });
});
