import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

const root = resolve(import.meta.dirname, '..');
const CATALOGUE = join(root, 'src/app/functions/src/words/en.json');

/** Of what the compiler knows of the texts: their keys and the values each takes. */
export const VALUES_FOLDER = join(root, 'src/app/cards/bulk-records/copy/values');

const MADE = '// Made from functions/src/words/en.json by `npm run words`.';

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

/** The files by name, one for every area (the first part of a key) and one for all; `npm run words` writes them. */
export function writeValues(catalogue: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const areas = new Map<string, string[]>();
  for (const [key, message] of catalogue) {
    const [area = key] = key.split(/[.-]/);
    areas.set(area, [...(areas.get(area) ?? []), `  '${key}': ${typeOf(message)};`]);
  }
  const names = [...areas.keys()];
  const files = new Map(
    [...areas].map(([area, lines]) => [
      fileOf(area),
      [MADE, '', `export interface ${nameOf(area)} {`, ...lines, '}', ''].join('\n'),
    ]),
  );
  const whole = [
    MADE,
    '',
    ...names.map((area) => `import type { ${nameOf(area)} } from './${fileOf(area)}';`),
    '',
    '/** The texts of the catalogue and the values each of them takes. */',
    `export interface MessageValues extends ${names.map(nameOf).join(', ')} {}`,
    '',
  ];
  return files.set('message-values.ts', whole.join('\n'));
}

function typeOf(message: string): string {
  const fields = [...valuesOf(message)].map(([name, kind]) => `${name}: ${kind}`);
  return fields.length === 0 ? 'null' : `{ ${fields.join('; ')} }`;
}

function nameOf(area: string): string {
  return `${area.charAt(0).toUpperCase()}${area.slice(1)}Values`;
}

function fileOf(area: string): string {
  return `${area.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-values.ts`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  rmSync(VALUES_FOLDER, { recursive: true, force: true });
  mkdirSync(VALUES_FOLDER);
  for (const [name, text] of writeValues(readCatalogue(CATALOGUE))) {
    writeFileSync(join(VALUES_FOLDER, name), text);
  }
}
