import { describe, expect, test } from 'vitest';
import { chooseDelimiter } from './choose-delimiter.ts';
import type { DelimiterOrNone } from './choose-delimiter.ts';

const rows = (...lines: readonly string[]) => lines.join('\n');

const SAMPLES: readonly (readonly [string, string, DelimiterOrNone])[] = [
  ['comma', rows('email,name', 'a@example.org,Ada', 'b@example.org,Bob'), ','],
  ['comma, CRLF', 'email,name\r\na@example.org,Ada\r\n', ','],
  ['comma, CR only', 'email,name\ra@example.org,Ada\r', ','],
  ['comma, header only', 'email,first name,last name', ','],
  ['comma, one row of values', 'a@example.org,Ada,Lovelace', ','],
  ['comma, blank lines between', rows('a,b,c', '', '1,2,3', '', '4,5,6'), ','],
  [
    'comma, blanks after every comma',
    rows('email, first, last', 'a@example.org, Ada, L', 'b@example.org, Bob, B'),
    ',',
  ],
  ['comma, ragged', rows('a,b,c,d', '1,2', '1,2,3,4', '1,2,3', '1,2,3,4'), ','],
  ['comma, one row too long', rows('a,b,c', '1,2,3', '1,2,3,4', '1,2,3'), ','],
  ['comma, quoted commas', rows('name,city', '"Lovelace, Ada",London', '"Hopper, Grace",New York'), ','],
  ['comma, quoted semicolons', rows('name,tags', 'Ada,"a;b;c"', 'Bob,"d;e;f"'), ','],
  ['comma, quoted line breaks', 'name,address\nAda,"1 Main St\nLondon; UK"\nBob,"2 Side St\nParis; FR"', ','],
  ['comma, quoted tabs', 'name,note\nAda,"a\tb"\nBob,"c\td"', ','],
  ['comma, quoted everything', rows('"a","b","c"', '"1;2","3;4","5;6"', '"7;8","9;0","1;1"'), ','],
  [
    'comma, multi-select by semicolon',
    rows('email,tags', 'a@example.org,red;blue', 'b@example.org,green;blue'),
    ',',
  ],
  [
    'comma, multi-select of equal length in every row',
    rows('email,tags,x', 'a@example.org,r;b;g,1', 'b@example.org,g;b;r,2'),
    ',',
  ],
  ['comma, multi-select without a header', rows('a@example.org,Ada,r;b', 'b@example.org,Bob,g;b'), ','],
  ['comma, addresses in the last cell by pipe', rows('id,path', '1,a|b', '2,c|d'), ','],
  ['comma, times', rows('name,at', 'Ada,10:30:00', 'Bob,11:45:00'), ','],
  [
    'comma, addresses of web pages',
    rows('name,site', 'Ada,https://example.org', 'Bob,https://example.com'),
    ',',
  ],
  [
    'comma, title line above',
    rows('Contacts of March', '', 'name,email,city', 'Ada,a@example.org,London', 'Bob,b@example.org,Rome'),
    ',',
  ],
  [
    'comma, title lines with a colon above',
    rows('Report: contacts', 'Date: today', 'name,email,city', 'Ada,a@example.org,London'),
    ',',
  ],
  ['comma, blank cells', rows('a,b,c', ',,3', ',2,', '1,,'), ','],
  ['comma, not ASCII', rows('名前,メール', '山田,yamada@example.org', '鈴木,suzuki@example.org'), ','],
  ['comma, emoji', rows('name,mood', 'Ada,😀', 'Bob,🎉'), ','],
  ['comma, quote inside a cell', rows('name,size', 'Pipe,5" wide', 'Rod,6" long'), ','],
  ['comma, quoted JSON in a cell', rows('name,raw', 'Ada,"{""a"":1,""b"":2}"', 'Bob,"{""a"":3}"'), ','],
  ['comma, thousands in quotes', rows('name,amount', 'Ada,"1,234"', 'Bob,"5,678"'), ','],
  ['semicolon', rows('email;name', 'a@example.org;Ada', 'b@example.org;Bob'), ';'],
  ['semicolon, header only', 'Vorname;Nachname;E-Mail', ';'],
  ['semicolon, decimal commas', rows('name;price', 'A;1,50', 'B;2,75', 'C;3,00'), ';'],
  ['semicolon, decimal commas in two columns', rows('a;b', '1,5;2,5', '3,5;4,5'), ';'],
  ['semicolon, decimal commas in every column, no header', rows('1,5;2,5;3,5', '3,5;4,5;5,5'), ';'],
  [
    'semicolon, names with commas',
    rows('Name;Mail', 'Lovelace, Ada;a@example.org', 'Hopper, Grace;g@example.org'),
    ';',
  ],
  [
    'semicolon, names with commas, no header',
    rows('Lovelace, Ada;a@example.org', 'Hopper, Grace;g@example.org'),
    ';',
  ],
  [
    'semicolon, addresses with commas',
    rows('Name;Address', 'A;Main St 1, Berlin, DE', 'B;Side St 2, Rome, IT'),
    ';',
  ],
  ['semicolon, quoted commas', rows('a;b', '"1,2";3', '"4,5";6'), ';'],
  ['semicolon, quoted semicolons', rows('a;b', '"x;y";1', '"z;w";2'), ';'],
  [
    'semicolon, sums with points and commas',
    rows('Firma;Betrag;Datum', 'A;1.234,56;01.02.2024', 'B;9,99;02.02.2024'),
    ';',
  ],
  ['semicolon, blank cells at the end', rows('a;b;c', '1;;', '2;;', '3;x;'), ';'],
  ['semicolon, a comma in one row only', rows('a;b', '1;x, y', '2;z', '3;w'), ';'],
  ['tab', rows('email\tname', 'a@example.org\tAda', 'b@example.org\tBob'), '\t'],
  ['tab, one row', 'a@example.org\tAda', '\t'],
  ['tab, commas in cells', rows('name\taddress', 'Ada\tMain St, London, UK', 'Bob\tSide St, Rome, IT'), '\t'],
  ['tab, commas in every row and more of them', rows('a,b,c\td', '1,2,3\t4', '5,6,7\t8'), '\t'],
  ['tab, ragged', rows('a\tb\tc', '1', '1\t2', '1\t2\t3'), '\t'],
  ['tab, only one row has one', rows('Ada', 'Bob\tBerlin', 'Cy'), '\t'],
  ['tab, quoted line breaks', 'name\tnote\nAda\t"a, b\nc, d"\nBob\t"e\nf"', '\t'],
  ['tab, a cell that starts with a quote', rows('"Acme" Ltd\tx', '"Beta\ty', 'Gamma\tz'), '\t'],
  ['tab, only blank cells in the first column', rows('\tname', '\tAda', '\tBob'), '\t'],
  ['tab, title above', rows('Report', '', 'name\tmail', 'Ada\ta@example.org'), '\t'],
  ['pipe', rows('email|name', 'a@example.org|Ada', 'b@example.org|Bob'), '|'],
  ['pipe, commas and semicolons in cells', rows('a|b|c', '1,2|3;4|5', '6,7|8;9|0'), '|'],
  ['caret', rows('a^b^c', '1^2^3', '4^5^6'), '^'],
  ['tilde', rows('a~b', '1~2', '3~4'), '~'],
  ['colon', rows('root:x:0', 'ada:x:1', 'bob:x:2'), ':'],
  ['declared semicolon', rows('sep=;', 'a,b;c', '1,2;3'), ';'],
  ['declared comma', rows('sep=,', 'a;b;c', '1;2;3'), ','],
  ['declared tab', rows('sep=\t', 'a,b', '1,2'), '\t'],
  ['declared in capitals', rows('SEP=|', 'a,b', '1,2'), '|'],
  ['one column of e-mail addresses', rows('a@example.org', 'b@example.org', 'c@example.org'), 'none'],
  ['one column with a header', rows('Email', 'a@example.org', 'b@example.org'), 'none'],
  ['one cell', 'a@example.org', 'none'],
  ['one column of ids', rows('Record ID', '1234567890123', '9876543210987'), 'none'],
  ['one column of decimals', rows('Price', '1,50', '2,75', '3,00'), 'none'],
  ['one column of decimals without a header', rows('1,50', '2,75', '3,00'), 'none'],
  ['one column of names', rows('Name', 'Lovelace, Ada', 'Hopper, Grace', 'Borg, Anita'), 'none'],
  ['one column of web addresses', rows('https://example.org/a', 'https://example.com/b'), 'none'],
  ['one column of times', rows('10:30', '11:45', '12:00'), 'none'],
  ['one column of quoted commas', rows('"Lovelace, Ada"', '"Hopper, Grace"'), 'none'],
  [
    'prose',
    rows(
      'Dear Ada,',
      'thank you for the list, it is great, really, and more.',
      'I wrote it all down.',
      'Best',
      'Bob',
    ),
    'none',
  ],
  ['a signature', rows('Ada Lovelace', 'Analyst', 'Phone: +44 20 1234', 'London'), 'none'],
  ['companies, some with a comma', rows('Company', 'Acme, Inc.', 'Beta GmbH', 'Gamma', 'Delta'), 'none'],
];

describe('the delimiter of a text', () => {
  test.each(SAMPLES)('%s', (_name, text, expected) => {
    expect(chooseDelimiter(text).delimiter).toBe(expected);
  });

  test('is sure for a constant grid', () => {
    const { confidence, runnerUp } = chooseDelimiter(rows('a,b,c', '1,2,3', '4,5,6'));
    expect(confidence).toBeGreaterThan(0.95);
    expect(runnerUp).toBeNull();
  });

  test('names the runner-up when two delimiters explain the lines equally well', () => {
    const choice = chooseDelimiter(rows('1,a;b', '2,c;d', '3,e;f'));
    expect(choice.confidence).toBeLessThan(0.7);
    expect([choice.delimiter, choice.runnerUp]).toEqual([',', ';']);
  });

  test('asks whether numbers with one comma are decimals or two columns', () => {
    const choice = chooseDelimiter(rows('1,50', '2,75'));
    expect([choice.delimiter, choice.runnerUp]).toEqual(['none', ',']);
  });

  test('asks whether names with one comma are two columns', () => {
    const choice = chooseDelimiter(rows('Lovelace, Ada', 'Hopper, Grace'));
    expect([choice.delimiter, choice.runnerUp]).toEqual([',', 'none']);
  });

  test('is unsure of a tab in one cell of a comma grid', () => {
    const choice = chooseDelimiter(rows('a,b,c', '1,2,3', '4,5\t,6', '7,8,9'));
    expect([choice.delimiter, choice.runnerUp]).toEqual(['\t', ',']);
    expect(choice.confidence).toBeLessThan(0.7);
  });

  test('does not depend on what stands after the first lines', () => {
    const head = Array.from({ length: 3000 }, (_, index) => `${index},a,b,some longer cell text`).join('\n');
    expect(chooseDelimiter(`${head}\n"an unclosed quote;;;;;;`).delimiter).toBe(',');
  });
});
