import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from './open-workbook.ts';
import { makeSheet, makeWorkbook, xmlRows } from './testing/make-workbook.ts';
import type { WorkbookSource } from './testing/make-workbook.ts';

function open(source: WorkbookSource) {
  return openWorkbook(makeWorkbook(source));
}

/** What is wrong with bytes; undefined when they open. */
function problemOf(bytes: Uint8Array) {
  const opened = openWorkbook(bytes);
  return opened.kind === 'unreadable' ? opened.issue : undefined;
}

/** A compound file (old Office, or a package with a password) that holds a stream of this name. */
function compoundFile(streamName: string): Uint8Array {
  const name = Array.from(streamName).flatMap((character) => [character.charCodeAt(0), 0]);
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(name, 1024);
  return bytes;
}

const ROWS = xmlRows(['Email', 'Name'], ['ada@example.org', 'Ada']);

describe('an opened workbook', () => {
  test('names its sheets in the order of the tabs, and which are hidden', () => {
    const opened = open({
      sheets: [
        { name: 'Contacts & more' },
        { name: 'Ärger «1»', state: 'hidden' },
        { name: '__proto__', state: 'veryHidden' },
      ],
    });
    expect(opened).toMatchObject({
      kind: 'workbook',
      workbook: {
        sheets: [
          { name: 'Contacts & more', visibility: 'visible' },
          { name: 'Ärger «1»', visibility: 'hidden' },
          { name: '__proto__', visibility: 'very-hidden' },
        ],
      },
    });
  });

  test('knows the size a sheet declares, and where it declares none', () => {
    const opened = open({ sheets: [{ before: '<dimension ref="B2:J10001"/>' }, { sheetData: ROWS }] });
    expect(opened).toMatchObject({
      workbook: { sheets: [{ declaredSize: { rowCount: 10_001, columnCount: 10 } }, { declaredSize: null }] },
    });
  });

  test('leaves out sheets that are charts', () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const rels = `<Relationships><Relationship Id="rId1" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>`;
    const opened = open({
      sheets: [{ name: 'Chart' }, { name: 'Rows' }],
      parts: { 'xl/_rels/workbook.xml.rels': rels },
    });
    expect(opened).toMatchObject({
      workbook: { sheets: [{ name: 'Rows', partName: 'xl/worksheets/sheet2.xml' }] },
    });
  });

  test.each<[string, Partial<WorkbookSource>]>([
    ['namespace prefixes on every element', { prefix: 'x' }],
    ['no relationships of the package', { parts: { '_rels/.rels': null } }],
    ['a DOCTYPE', { parts: { 'docProps/app.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }],
  ])('is one with %s', (_, source) => {
    expect(open({ sheets: [{ sheetData: ROWS }], ...source }).kind).toBe('workbook');
  });

  test('may have its workbook part elsewhere', () => {
    const moved = open({
      sheets: [{}],
      parts: {
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/office/Book.xml"/></Relationships>',
        'office/book.xml':
          '<workbook xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="S" sheetId="1" rel:id="one"/></sheets></workbook>',
        'office/_rels/book.xml.rels':
          '<Relationships><Relationship Id="one" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="../xl/./worksheets/sheet1.xml"/></Relationships>',
      },
    });
    expect(moved).toMatchObject({
      workbook: { sheets: [{ name: 'S', partName: 'xl/worksheets/sheet1.xml' }] },
    });
  });

  test('may name its parts with backslashes and other capitals', () => {
    const parts = { 'xl\\Worksheets\\Sheet1.xml': '<worksheet><dimension ref="A1:C3"/></worksheet>' };
    const opened = open({ sheets: [{}], parts: { ...parts, 'xl/worksheets/sheet1.xml': null } });
    expect(opened).toMatchObject({
      workbook: { sheets: [{ declaredSize: { rowCount: 3, columnCount: 3 } }] },
    });
  });

  test('may link to files elsewhere, which are nothing of it', () => {
    const link =
      '<Relationship Id="a" Type="x/officeDocument" Target="https://example.org/a.bin" TargetMode="External"/>';
    const own = '<Relationship Id="b" Type="x/officeDocument" Target="xl/workbook.xml"/>';
    const parts = { '_rels/.rels': `<Relationships>${link}${own}</Relationships>` };
    expect(open({ sheets: [{}], parts }).kind).toBe('workbook');
  });

  test('has the first of two parts that differ in capitals only', () => {
    const opened = open({
      sheets: [{ before: '<dimension ref="A1:B2"/>' }],
      parts: { 'xl/worksheets/SHEET1.xml': '<worksheet><dimension ref="A1:C3"/></worksheet>' },
    });
    expect(opened).toMatchObject({
      workbook: { sheets: [{ declaredSize: { rowCount: 2, columnCount: 2 } }] },
    });
  });
});

describe('what cannot be opened says what it is', () => {
  test.each<[string, Uint8Array, object]>([
    ['an old workbook', compoundFile('Workbook'), { code: 'not-a-workbook', found: 'xls' }],
    [
      'a workbook with a password',
      compoundFile('EncryptedPackage'),
      { code: 'not-a-workbook', found: 'encrypted' },
    ],
    ['an old Word document', compoundFile('WordDocument'), { code: 'not-a-workbook', found: 'other' }],
    [
      'a binary workbook',
      zipSync({ 'xl/workbook.bin': strToU8('x') }),
      { code: 'not-a-workbook', found: 'xlsb' },
    ],
    [
      'an OpenDocument spreadsheet',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }),
      { code: 'not-a-workbook', found: 'ods' },
    ],
    ['another ZIP', zipSync({ 'a.txt': strToU8('a') }), { code: 'not-a-workbook', found: 'other' }],
    ['a text', strToU8('Email,Name\n'), { code: 'not-a-workbook', found: 'other' }],
    ['nothing', new Uint8Array(0), { code: 'not-a-workbook', found: 'other' }],
    ['a workbook without sheets', makeWorkbook({ sheets: [] }), { code: 'empty' }],
    [
      'a workbook without its main part',
      makeSheet(ROWS, { parts: { 'xl/workbook.xml': null } }),
      { code: 'broken-workbook', part: 'xl/workbook.xml' },
    ],
    [
      'XML that breaks off',
      makeSheet(ROWS, { parts: { 'xl/workbook.xml': '<workbook><sheets>' } }),
      { code: 'broken-workbook', part: 'xl/workbook.xml' },
    ],
    [
      'a part that is no XML',
      makeSheet(ROWS, { parts: { '_rels/.rels': 'Hello' } }),
      { code: 'broken-workbook', part: '_rels/.rels' },
    ],
  ])('%s', (_, bytes, issue) => {
    expect(problemOf(bytes)).toEqual(issue);
  });

  test('a binary workbook that its relationships name', () => {
    const rels =
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>';
    const bytes = makeSheet(ROWS, { parts: { '_rels/.rels': rels } });
    expect(problemOf(bytes)).toEqual({ code: 'not-a-workbook', found: 'xlsb' });
  });

  test('a workbook of which the end is missing', () => {
    const bytes = makeSheet(ROWS);
    expect(problemOf(bytes.subarray(0, bytes.length - 30))).toEqual({
      code: 'broken-workbook',
      part: 'ZIP directory',
    });
  });

  test('a workbook with more parts than any', () => {
    const many = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`xl/media/${index}`, '']));
    expect(problemOf(makeSheet(ROWS, { parts: many }))).toEqual({
      code: 'workbook-too-large',
      limit: 'entries',
      max: 4000,
    });
  });
});
