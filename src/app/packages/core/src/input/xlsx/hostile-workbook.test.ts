import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { finish } from '../../slices/sliced.ts';
import type { Reading } from '../reading.ts';
import { MAX_INFLATED_BYTES } from './limits.ts';
import { openWorkbook } from './open-workbook.ts';
import { readPart } from './read-part.ts';
import { readWorkbook } from './read-sheet.ts';
import { makeSheetReader } from './sheet-reader.ts';
import { makeSheet, makeWorkbook, xmlRows } from './testing/make-workbook.ts';
import { writeZip64 } from './testing/write-zip64.ts';

const ROWS = xmlRows(['Email', 'Name'], ['ada@example.org', 'Ada'], ['bob@example.org', 'Bob']);
const SHEET_PART = 'xl/worksheets/sheet1.xml';
const BROKEN_SHEET = { code: 'broken-workbook', part: SHEET_PART };

function read(bytes: Uint8Array): Pick<Reading, 'kind'> {
  const opened = openWorkbook(bytes);
  return opened.kind === 'unreadable' ? opened : readWorkbook(opened.workbook);
}

/** The workbook with its files stored, and numbers of two bytes changed in the directory entry of the sheet. */
function withDirectoryField(distance: number, value: number): Uint8Array {
  const bytes = zipSync(unzipSync(makeSheet(ROWS)), { level: 0 });
  const name = latin1(bytes).lastIndexOf(SHEET_PART);
  new DataView(bytes.buffer).setUint16(name - 46 + distance, value, true);
  return bytes;
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

describe('a damaged workbook is named as damaged', () => {
  test('when it is cut off, wherever that is', () => {
    const bytes = makeSheet(ROWS);
    fc.assert(
      fc.property(fc.integer({ min: 4, max: bytes.length - 1 }), (length) => {
        expect(read(bytes.subarray(0, length)).kind).toBe('unreadable');
      }),
    );
  });

  test('when a letter of a stored sheet has changed', () => {
    const bytes = zipSync(unzipSync(makeSheet(ROWS)), { level: 0 });
    expect(read(bytes).kind).toBe('table');
    bytes[latin1(bytes).indexOf('ada@')] = 'e'.charCodeAt(0);
    expect(read(bytes)).toMatchObject({ issue: BROKEN_SHEET });
  });

  test.each([
    ['declares another size', 24, 1],
    ['is packed in a way nobody reads', 10, 12],
    ['is encrypted', 8, 1],
    ['starts elsewhere', 42, 7],
    ['is packed larger than the file', 22, 1],
  ])('when its sheet %s', (_, distance, value) => {
    expect(read(withDirectoryField(distance, value))).toMatchObject({ issue: BROKEN_SHEET });
  });

  test('when a size should stand in a ZIP64 record that is not there', () => {
    const bytes = withDirectoryField(24, 0xffff);
    const name = latin1(bytes).lastIndexOf(SHEET_PART);
    new DataView(bytes.buffer).setUint16(name - 46 + 26, 0xffff, true);
    expect(read(bytes)).toMatchObject({ issue: { code: 'broken-workbook', part: 'ZIP directory' } });
  });

  test.each([
    ['has no part', null],
    ['breaks off', '<worksheet><sheetData><row r="1">'],
    ['is no XML', 'Email,Name\nada@example.org,Ada\n'],
    ['uses entities of its own', '<!DOCTYPE w [<!ENTITY a "b">]><worksheet><v>&a;</v></worksheet>'],
    ['names a text that is not there', '<worksheet><row><c t="s"><v>0</v></c></row></worksheet>'],
    ['names no text', '<worksheet><row><c t="s"><v>x</v></c></row></worksheet>'],
    ['has a row 0', '<worksheet><row r="0"><c><v>1</v></c></row></worksheet>'],
    ['has a row that is no number', '<worksheet><row r="x"><c><v>1</v></c></row></worksheet>'],
    ['has a row beyond the last', '<worksheet><row r="1048577"><c><v>1</v></c></row></worksheet>'],
    ['has a column beyond the last', '<worksheet><row><c r="XFE1"><v>1</v></c></row></worksheet>'],
    ['has a row of more cells than columns', `<worksheet><row>${'<c/>'.repeat(16_385)}</row></worksheet>`],
    ['has a cell nowhere', '<worksheet><row><c r="7"><v>1</v></c></row></worksheet>'],
    ['is nested without end', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
  ])('when its sheet %s', (_, content) => {
    expect(read(makeSheet(ROWS, { parts: { [SHEET_PART]: content } }))).toMatchObject({
      issue: BROKEN_SHEET,
    });
  });

  test.each([
    ['xl/styles.xml', { formats: [14] }],
    ['xl/sharedStrings.xml', { sharedStrings: [] }],
  ])('when %s is broken', (part, source) => {
    expect(read(makeSheet(ROWS, { ...source, parts: { [part]: '<a>' } }))).toMatchObject({
      issue: { code: 'broken-workbook', part },
    });
  });
});

describe('a workbook made to fill the memory is stopped', () => {
  test('when a part unpacks to far more than it holds', () => {
    const blanks = `<worksheet>${' '.repeat(20_000_000)}</worksheet>`;
    expect(read(makeSheet(ROWS, { parts: { [SHEET_PART]: blanks } }))).toMatchObject({
      issue: { code: 'workbook-too-large', limit: 'ratio' },
    });
  });

  test('when all parts together unpack to more than may be, whatever sizes they declare', () => {
    const opened = openWorkbook(makeSheet(ROWS));
    if (opened.kind === 'unreadable') throw new Error('Not opened');
    const source = { archive: opened.workbook.archive, spent: { inflatedBytes: MAX_INFLATED_BYTES - 100 } };
    const listener = { open: () => undefined, close: () => undefined, hasEnough: () => false };
    expect(readPart(source, SHEET_PART, listener)).toEqual({
      code: 'workbook-too-large',
      limit: 'unpacked-bytes',
      max: MAX_INFLATED_BYTES,
    });
  });

  test('when its rows are wide and empty', () => {
    const rows = Array.from({ length: 700 }, (_, index) => `<row><c r="XFD${index + 1}"><v>1</v></c></row>`);
    expect(read(makeSheet(rows.join('')))).toMatchObject({ issue: { code: 'too-many-cells' } });
  });

  test('when it is spread over many sheets, of which each alone would do', () => {
    const before = ' '.repeat(1000);
    const opened = openWorkbook(makeWorkbook({ sheets: Array.from({ length: 3 }, () => ({ before })) }));
    if (opened.kind === 'unreadable') throw new Error('Not opened');
    const readSheet = makeSheetReader(opened.workbook, { inflatedBytes: MAX_INFLATED_BYTES - 3000 });
    const codes = [0, 1, 2]
      .map((index) => finish(readSheet(index, {})))
      .map((each) => each.kind === 'unreadable' && each.issue.code);
    expect(codes).toEqual(['empty', 'empty', 'workbook-too-large']);
  });
});

describe('nothing makes a reading throw', () => {
  test('random bytes, with and without the start of a ZIP', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isZip) => {
        const start = isZip ? strToU8('PK\u0003\u0004xl/') : new Uint8Array(0);
        expect(read(Uint8Array.of(...start, ...bytes)).kind).toBe('unreadable');
      }),
    );
  });

  test('any few bytes changed in a workbook', () => {
    const whole = makeSheet(ROWS, { formats: [14], sharedStrings: ['<t>a</t>'] });
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = whole.slice();
        for (const { at, byte } of changes) bytes[at] = byte;
        expect(['table', 'unreadable']).toContain(read(bytes).kind);
      }),
      { numRuns: 400 },
    );
  });

  test('any XML in the place of a sheet', () => {
    const piece = fc.constantFrom(
      '<row>',
      '</row>',
      '<row r="2"/>',
      '<c>',
      '</c>',
      '<c t="s">',
      '<c r="A1" s="1">',
      '<v>',
      '</v>',
      '<is><t>',
      '</t></is>',
      '1',
      '0.5',
      '<f/>',
      '<mergeCell ref="A1:B2"/>',
      '<mergeCell ref="?"/>',
      '&amp;',
      '<extLst>',
      '</extLst>',
      '<rPh>',
      '</rPh>',
      '<!-- -->',
      '<?a b?>',
      '<row hidden="true">',
      '<c t="?">',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const parts = { [SHEET_PART]: `<worksheet>${pieces.join('')}</worksheet>` };
        expect(['table', 'unreadable']).toContain(read(makeSheet('', { parts, formats: ['00000'] })).kind);
      }),
      { numRuns: 400 },
    );
  });
});

describe('ZIP files of every writer', () => {
  test('with ZIP64 records, as programs that stream large sheets write them', () => {
    const files = unzipSync(makeSheet(ROWS));
    expect(read(writeZip64(files))).toMatchObject({ kind: 'table', table: { rows: { length: 2 } } });
    expect(read(writeZip64(files).subarray(0, -30)).kind).toBe('unreadable');
  });

  test('with a comment at the end', () => {
    const bytes = makeSheet(ROWS);
    const comment = 'made by hand, PK';
    const commented = Uint8Array.of(...bytes, ...strToU8(comment));
    new DataView(commented.buffer).setUint16(bytes.length - 2, comment.length, true);
    expect(read(commented).kind).toBe('table');
  });

  test('in a view on a larger buffer', () => {
    const bytes = makeSheet(ROWS);
    const larger = new Uint8Array(bytes.length + 100);
    larger.set(bytes, 50);
    expect(read(larger.subarray(50, 50 + bytes.length)).kind).toBe('table');
  });
});
