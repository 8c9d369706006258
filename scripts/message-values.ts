import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

const root = resolve(import.meta.dirname, '..');
const CATALOGUE = join(root, 'src/app/functions/src/words/en.json');

/** What the compiler knows of the texts: their keys and the values each takes. */
export const VALUES_FILE = join(root, 'src/app/cards/bulk-records/copy/message-values.ts');

/** The values a message takes, by name: numbers where it counts or writes figures, texts otherwise. */
export function valuesOf(message: string): ReadonlyMap<string, 'number' | 'string'> {
  const values = new Map<string, 'number' | 'string'>();
  for (const [name, kind] of parse(message, { ignoreTag: true }).flatMap(valuesIn)) {
    if (values.get(name) !== 'number') values.set(name, kind);
  }
  return values;
}

function valuesIn(element: MessageFormatElement): (readonly [string, 'number' | 'string'])[] {
  switch (element.type) {
    case TYPE.argument:
      return [[element.value, 'string']];
    case TYPE.number:
      return [[element.value, 'number']];
    case TYPE.plural:
    case TYPE.select: {
      const inside = Object.values(element.options).flatMap(({ value }) => value.flatMap(valuesIn));
      return [[element.value, element.type === TYPE.plural ? 'number' : 'string'], ...inside];
    }
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.date:
    case TYPE.time:
    case TYPE.tag:
      throw new Error(`The card's formatter does not know ${TYPE[element.type]}`);
  }
}

export function readCatalogue(path: string): ReadonlyMap<string, string> {
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`${path} holds no catalogue`);
  return new Map(Object.entries(parsed).map(([key, message]) => [key, String(message)]));
}

/** The file's text; `npm run words` writes it. */
export function writeValues(catalogue: ReadonlyMap<string, string>): string {
  const lines = [...catalogue].map(([key, message]) => {
    const fields = [...valuesOf(message)].map(([name, kind]) => `${name}: ${kind}`);
    return `  '${key}': ${fields.length === 0 ? 'null' : `{ ${fields.join('; ')} }`};`;
  });
  return [
    '// Made from functions/src/words/en.json by `npm run words`.',
    '',
    '/** The texts of the catalogue and the values each of them takes. */',
    'export interface MessageValues {',
    ...lines,
    '}',
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(VALUES_FILE, writeValues(readCatalogue(CATALOGUE)));
}
