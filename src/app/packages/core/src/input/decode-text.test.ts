import { describe, expect, test } from 'vitest';
import { decodeBytes } from './decode-text.ts';
import type { Encoding, StartDecoding } from './decode-text.ts';

const decode: StartDecoding = (label) => {
  const decoder = new TextDecoder(label);
  return (piece, isLast) => decoder.decode(piece, { stream: !isLast });
};

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittleEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian);
  return bytes;
};
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const TEXT = 'name;city\r\nJörg;Zürich\r\nRenée;Besançon\r\n';

describe('the encoding of a file', () => {
  test.each<readonly [string, Uint8Array, Encoding]>([
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16LE with a byte order mark', utf16(`\ufeff${TEXT}`, true), 'utf-16le'],
    ['UTF-16BE with a byte order mark', utf16(`\ufeff${TEXT}`, false), 'utf-16be'],
    ['UTF-16LE without a mark', utf16(TEXT, true), 'utf-16le'],
    ['UTF-16BE without a mark', utf16(TEXT, false), 'utf-16be'],
    ['Windows-1252', latin1(TEXT), 'windows-1252'],
  ])('%s is found and nothing is lost', (_name, bytes, encoding) => {
    expect(decodeBytes(bytes, decode)).toMatchObject({ kind: 'text', text: TEXT, encoding });
  });

  test('plain ASCII is UTF-8 for sure', () => {
    expect(decodeBytes(utf8('a,b\n1,2'), decode)).toMatchObject({
      encoding: 'utf-8',
      confidence: 1,
      runnerUp: null,
    });
  });

  test('Windows-1252 has UTF-8 as its runner-up', () => {
    expect(decodeBytes(latin1(TEXT), decode)).toMatchObject({ runnerUp: 'utf-8' });
  });

  test('typographic quotes and the euro sign of Windows-1252 are read', () => {
    const bytes = latin1('a,b\n\u0093x\u0094,\u0080 5');
    expect(decodeBytes(bytes, decode)).toMatchObject({ text: 'a,b\n“x”,€ 5' });
  });

  test('one damaged byte does not turn a UTF-8 file into Windows-1252', () => {
    const bytes = Uint8Array.from([...utf8('ä'.repeat(50)), 0xff, ...utf8('ö'.repeat(50))]);
    expect(decodeBytes(bytes, decode)).toMatchObject({ encoding: 'utf-8', runnerUp: 'windows-1252' });
  });

  test('replacement characters the file itself holds are no damage', () => {
    expect(decodeBytes(utf8('a\ufffdb'), decode)).toMatchObject({ encoding: 'utf-8', confidence: 1 });
  });

  test('a chosen encoding is used', () => {
    expect(decodeBytes(utf8('é'), decode, 'windows-1252')).toMatchObject({
      text: 'Ã©',
      encoding: 'windows-1252',
      confidence: 1,
    });
  });

  test('an empty file is empty text', () => {
    expect(decodeBytes(new Uint8Array(), decode)).toMatchObject({ kind: 'text', text: '' });
  });
});

describe('a file that is no text', () => {
  test.each([
    ['xlsx', `PK\u0003\u0004${'\u0000'.repeat(26)}xl/workbook.xml`],
    ['docx', `PK\u0003\u0004${'\u0000'.repeat(26)}word/document.xml`],
    ['ods', `PK\u0003\u0004${'\u0000'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`],
    ['numbers', `PK\u0003\u0004${'\u0000'.repeat(26)}Index/Document.iwa`],
    ['zip', `PK\u0003\u0004${'\u0000'.repeat(26)}notes.txt`],
    [
      'xls',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1W\u0000o\u0000r\u0000k\u0000b\u0000o\u0000o\u0000k\u0000',
    ],
    ['office-97', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
    ['pdf', '%PDF-1.7'],
    ['png', '\u0089PNG\r\n\u001a\n'],
    ['jpeg', '\u00ff\u00d8\u00ff\u00e0'],
    ['gif', 'GIF89a'],
    ['webp', 'RIFF\u0000\u0000\u0000\u0000WEBP'],
    ['gzip', '\u001f\u008b\u0008'],
    ['7z', "7z\u00bc\u00af'\u001c"],
    ['rar', 'Rar!\u001a\u0007\u0000'],
    ['sqlite', 'SQLite format 3\u0000'],
    ['parquet', 'PAR1'],
  ])('is told by its content: %s', (found, bytes) => {
    expect(decodeBytes(latin1(bytes), decode)).toEqual({ kind: 'not-text', found });
  });

  test('a spreadsheet is recognised when only its directory at the end names it', () => {
    const bytes = latin1(`PK\u0003\u0004${'\u0001'.repeat(300_000)}xl/workbook.xml`);
    expect(decodeBytes(bytes, decode)).toEqual({ kind: 'not-text', found: 'xlsx' });
  });
});
