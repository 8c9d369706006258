import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { valuesOf, VALUES_FOLDER, writeValues } from '../../../../../scripts/message-values.ts';
import en from '../../../functions/src/words/en.json';

const cardFolder = join(import.meta.dirname, '..');
const keys = Object.keys(en);

test('the compiler knows the texts as they are; else: npm run words', () => {
  const expected = writeValues(new Map(Object.entries(en)));
  expect(readdirSync(VALUES_FOLDER).sort()).toEqual([...expected.keys()].sort());
  const bare = (text: string): string => text.replace(/[\s'";,]/g, '');
  for (const [name, text] of expected) {
    expect(bare(readFileSync(join(VALUES_FOLDER, name), 'utf8'))).toBe(bare(text));
  }
});

test('no text is there that nobody says', () => {
  const asked = readdirSync(cardFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => readFileSync(join(cardFolder, file), 'utf8'))
    .filter((source) => /say\(|sayIfKnown\(/.test(source))
    .flatMap((source) => [
      ...source.matchAll(/['`]((?:[a-z]\w*)\.[^'`\s]+|quote|pair|keptCell|keptValue)['`]/gi),
    ])
    .map(([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`));
  expect(keys.filter((key) => !asked.some((pattern) => pattern.test(key)))).toEqual([]);
});

test('a value that is counted or written as a figure is a number, any other a text', () => {
  const message = '{count, plural, one {# row of {name}} other {# rows of {name}, {left, number} left}}';
  expect([...valuesOf(message)]).toEqual([
    ['count', 'number'],
    ['name', 'string'],
    ['left', 'number'],
  ]);
});
