import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countIssues } from './input-issue.ts';
import type { InputIssue } from './input-issue.ts';
import { isBlank } from './input-record.ts';
import { readText } from './read-text.ts';
import type { ReadingChoices, TableReading } from './reading.ts';
import { troublesomeRecords, writeDelimited } from './testing/write-delimited.ts';

function readTable(text: string, choices?: ReadingChoices): TableReading {
  const reading = readText(text, choices);
  if (reading.kind === 'unreadable') throw new Error(`unreadable: ${reading.issue.code}`);
  return reading;
}

const headersOf = ({ table }: TableReading) => table.columns.map(({ header }) => header);
const cellsOf = ({ table }: TableReading) => table.rows.map(({ cells }) => cells);
const numbersOf = ({ table }: TableReading) => table.rows.map(({ number }) => number);
const issueOf = (reading: TableReading, code: InputIssue['code']) =>
  reading.issues.find((issue) => issue.code === code);

const COMMAS = { form: { format: 'delimited', delimiter: ',' }, headerRow: 1 } as const;

const unreadableCode = (text: string, choices?: ReadingChoices) => {
  const reading = readText(text, choices);
  return reading.kind === 'unreadable' ? reading.issue.code : 'table';
};

describe('reading delimited text', () => {
  test('a paste from a spreadsheet becomes a table', () => {
    const reading = readTable('Email\tName\r\na@example.org\tAda\r\nb@example.org\tBob\r\n');
    expect(reading.form).toEqual({ format: 'delimited', delimiter: '\t' });
    expect(reading.headerRow).toBe(1);
    expect(headersOf(reading)).toEqual(['Email', 'Name']);
    expect(cellsOf(reading)).toEqual([
      ['a@example.org', 'Ada'],
      ['b@example.org', 'Bob'],
    ]);
    expect(reading.issues).toEqual([]);
  });

  test('a byte order mark is no part of the first header', () => {
    expect(headersOf(readTable('\ufeffemail,name\na@example.org,Ada'))).toEqual(['email', 'name']);
  });

  test('rows count as the user sees them: header, title and blank rows included', () => {
    const reading = readTable('My contacts\n\nname,email\nAda,a@example.org\n,\nBob,b@example.org\n');
    expect(reading.headerRow).toBe(3);
    expect(numbersOf(reading)).toEqual([4, 6]);
  });

  test('a row with line breaks in its cells counts as one row', () => {
    expect(numbersOf(readTable('name,note\nAda,"a\nb\nc"\nBob,d'))).toEqual([2, 3]);
  });

  test('rows above the header are named', () => {
    const reading = readTable('My contacts\nname,email,city\nAda,a@example.org,Rome\nBob,b@example.org,Bonn');
    expect(issueOf(reading, 'rows-above-header')).toEqual({
      code: 'rows-above-header',
      count: 1,
      places: [{ rowNumber: 1, line: 1, found: 'My contacts' }],
    });
  });

  test('a list of e-mail addresses is one column without a header', () => {
    const reading = readTable('a@example.org\nb@example.org');
    expect(reading.form).toEqual({ format: 'one-column' });
    expect(reading.headerRow).toBeNull();
    expect(headersOf(reading)).toEqual(['']);
    expect(numbersOf(reading)).toEqual([1, 2]);
    expect(issueOf(reading, 'no-header')).toBeDefined();
  });

  test('short rows are padded and named', () => {
    const reading = readTable('a,b,c\n1,2,3\n4\n5,6,7');
    expect(cellsOf(reading)[1]).toEqual(['4', '', '']);
    expect(issueOf(reading, 'short-rows')).toEqual({
      code: 'short-rows',
      count: 1,
      expected: 3,
      places: [{ rowNumber: 3, line: 3, found: 1 }],
    });
  });

  test('cells beyond the last column stay with their row and are named', () => {
    const reading = readTable('a,b\n1,2\n3,4,5,6\n7,8');
    expect(headersOf(reading)).toEqual(['a', 'b']);
    expect(reading.table.rows[1]).toEqual({ number: 3, cells: ['3', '4'], surplus: ['5', '6'] });
    expect(issueOf(reading, 'long-rows')).toEqual({
      code: 'long-rows',
      count: 1,
      expected: 2,
      places: [{ rowNumber: 3, line: 3, found: 4 }],
    });
  });

  test('columns that most rows have but the header lacks get a blank header', () => {
    const reading = readTable('name,email\nAda,a@example.org,x\nBob,b@example.org,y');
    expect(headersOf(reading)).toEqual(['name', 'email', '']);
    expect(issueOf(reading, 'blank-headers')).toEqual({
      code: 'blank-headers',
      count: 1,
      columnIndexes: [2],
    });
  });

  test('blank columns at the end are dropped, blank ones between are kept', () => {
    expect(headersOf(readTable('name,,email,,\nAda,,a@example.org,,\nBob,,b@example.org,,'))).toEqual([
      'name',
      '',
      'email',
    ]);
  });

  test('repeated headers are kept and named', () => {
    const reading = readTable('email,name,Email \na@example.org,Ada,b@example.org');
    expect(headersOf(reading)).toEqual(['email', 'name', 'Email ']);
    expect(issueOf(reading, 'repeated-headers')).toEqual({
      code: 'repeated-headers',
      count: 1,
      headers: [{ header: 'email', columnIndexes: [0, 2] }],
    });
  });

  test('a header named __proto__ is a header', () => {
    expect(headersOf(readTable('__proto__,constructor\n1,2'))).toEqual(['__proto__', 'constructor']);
  });

  test('a quote that is never closed leaves the rows after it alone', () => {
    const reading = readTable('name,email\n"Ada,a@example.org\nBob,b@example.org');
    expect(cellsOf(reading)).toEqual([
      ['"Ada', 'a@example.org'],
      ['Bob', 'b@example.org'],
    ]);
    expect(issueOf(reading, 'unclosed-quote')).toMatchObject({
      places: [{ rowNumber: 2, line: 2, found: '"Ada' }],
    });
  });

  test('the sep= line of Excel is no record', () => {
    const reading = readTable('sep=;\nname;price\nPipe;1,50');
    expect([reading.headerRow, cellsOf(reading)]).toEqual([2, [['Pipe', '1,50']]]);
  });

  test('the sep= line is no record where every row is one', () => {
    const reading = readTable('sep=;\nPipe;1,50\nRod;2,75', { headerRow: 'none' });
    expect(numbersOf(reading)).toEqual([2, 3]);
  });

  test('invisible characters are kept and counted per column', () => {
    const reading = readTable(
      'name,email\nA\u200bda,a@example.org\nB\u0000ob,b@example.org\nC\u200by,c\u202e@example.org',
    );
    expect(cellsOf(reading)[0]).toEqual(['A\u200bda', 'a@example.org']);
    const found = reading.issues.flatMap((issue) =>
      issue.code === 'unusual-characters'
        ? [[issue.character, issue.columnIndex, issue.count, issue.places[0]?.rowNumber]]
        : [],
    );
    expect(found).toEqual([
      ['zero-width', 0, 2, 2],
      ['control', 0, 1, 3],
      ['bidirectional', 1, 1, 4],
    ]);
  });

  test.each(['👩‍👩‍👧', 'می‌خواهم', 'क्‍ष', 'a\nb', '"a\tb"'])('%j holds nothing unusual', (cell) => {
    const reading = readTable(
      writeDelimited(
        [
          ['name', 'x'],
          [cell, 'y'],
        ],
        ',',
      ),
    );
    expect(issueOf(reading, 'unusual-characters')).toBeUndefined();
  });

  test('half an emoji is a lone surrogate', () => {
    expect(issueOf(readTable('name,x\nA\ud83d,1'), 'unusual-characters')).toMatchObject({
      character: 'lone-surrogate',
    });
  });
});

describe('choices of the admin', () => {
  test('a chosen delimiter is used, and is sure', () => {
    const reading = readTable('a;b,c;d\n1;2,3;4', { form: { format: 'delimited', delimiter: ',' } });
    expect(headersOf(reading)).toEqual(['a;b', 'c;d']);
    expect([reading.confidence, reading.runnerUp]).toEqual([1, null]);
  });

  test('one column can be chosen', () => {
    expect(cellsOf(readTable('Name\nLovelace, Ada', { form: { format: 'one-column' } }))).toEqual([
      ['Lovelace, Ada'],
    ]);
  });

  test('a chosen header row makes the rows above it no records', () => {
    const reading = readTable('x,y\nname,email\nAda,a@example.org', { headerRow: 2 });
    expect([headersOf(reading), numbersOf(reading), reading.headerConfidence]).toEqual([
      ['name', 'email'],
      [3],
      1,
    ]);
  });

  test('"no header" makes the first row a record', () => {
    const reading = readTable('name,email\nAda,a@example.org', { headerRow: 'none' });
    expect([headersOf(reading), numbersOf(reading)]).toEqual([
      ['', ''],
      [1, 2],
    ]);
  });

  test('a header row that does not exist is said', () => {
    expect(unreadableCode('a,b\n1,2', { headerRow: 9 })).toBe('no-such-header-row');
  });
});

describe('what cannot be read', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['blanks and line ends', ' \n\t\r\n ', 'empty'],
    ['only delimiters', ',,,\n,,,', 'blank-rows'],
    ['only a header', 'First name,Email', 'header-only'],
    ['only one header', 'Email\n', 'header-only'],
    ['a spreadsheet file as text', 'PK\u0003\u0004\u0014\u0000\u0006\u0000', 'binary'],
    ['a PDF as text', '%PDF-1.7\n%âãÏÓ', 'binary'],
    ['noise', '\u0001\u0002\ufffd\u0003\u0000\u0001a,b\n\u0004', 'binary'],
    ['a web page', '<!DOCTYPE html><html><table>', 'markup'],
    ['an RTF document', '{\\rtf1\\ansi a,b}', 'markup'],
    ['far too many columns', `${'a,'.repeat(3000)}b\n1,2`, 'too-many-columns'],
  ])('%s', (_name, text, code) => {
    expect(unreadableCode(text)).toBe(code);
  });
});

test('a wide header over very many rows is not padded', () => {
  const text = `${'a,'.repeat(1500)}b\n${'1\n'.repeat(10_000)}`;
  expect(unreadableCode(text, COMMAS)).toBe('too-many-cells');
});

describe('laws of reading', () => {
  test.each([',', '\t', ';'] as const)('a table written with %j reads back identical', (delimiter) => {
    fc.assert(
      fc.property(troublesomeRecords, (records) => {
        const framed = records.map((cells, index) => [`row ${index}`, ...cells, 'end']);
        const choices = { form: { format: 'delimited', delimiter }, headerRow: 1 } as const;
        const reading = readText(writeDelimited([framed[0] ?? [], ...framed], delimiter), choices);
        if (reading.kind === 'unreadable') {
          expect(reading.issue.code).toBe('binary');
          return;
        }
        expect(cellsOf(reading)).toEqual(framed);
      }),
    );
  });

  test('every record that is not blank is a row or stands above the rows', () => {
    fc.assert(
      fc.property(troublesomeRecords, (records) => {
        const choices = { form: { format: 'delimited', delimiter: ',' }, headerRow: 'none' } as const;
        const reading = readText(writeDelimited(records, ','), choices);
        if (reading.kind === 'unreadable') return;
        expect(reading.table.rows).toHaveLength(records.filter((cells) => !isBlank(cells)).length);
      }),
    );
  });

  test('no text makes reading throw, and every row is as wide as the table', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('"', ',', ';', '\t', '\n', '{', '}', '[', ']', ':', 'a', '1', ' ', 'sep='), {
          maxLength: 60,
        })
        .map((parts) => parts.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(text, (sample) => {
        const reading = readText(sample);
        if (reading.kind === 'unreadable') return;
        const widths = new Set(reading.table.rows.map(({ cells }) => cells.length));
        expect([...widths]).toEqual([reading.table.columns.length]);
      }),
      { numRuns: 1000 },
    );
  });

  test('noise is answered with a bounded number of issues that count everything', () => {
    const text = `a,b,c\n${'"x" y\n1,2,3,4,5\n'.repeat(5000)}`;
    const reading = readTable(text, COMMAS);
    expect(reading.issues.length).toBeLessThan(20);
    expect(countIssues(reading.issues)).toBeGreaterThanOrEqual(10_000);
  });
});
