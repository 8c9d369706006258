import { CUSTOM_ABILITIES, OBJECT_ABILITIES, OPERATIONS, type ObjectAbilities } from '@bulk-records/core';
import { format, resolveConfig } from 'prettier';

const HEAD = `# What each object can do

This page is written from \`core/contract/object-abilities.ts\` by \`laws/object-types.test.ts\`, which also tries every row on the emulator and fails when either is not as the table says; \`npm run objects\` writes it anew. Card and functions use the same table: what is not in it is refused by the functions, whoever calls them.

* **Keys**: HubSpot finds records by them. Record ID and the portal's own unique properties are keys of every object.
* **Names**: cells of a column that associates can name records by them, too; they are not unique, so search finds the records.
* **A new record needs**: properties, and records it has to be associated with from the start; "or": one of them. HubSpot or the portal's admins may demand more, and their refusal says what.
`;

const COLUMNS = ['Object', 'Type ID', ...OPERATIONS, 'Keys', 'Names', 'A new record needs', 'Scopes'];

/** The page as it stands in docs. */
export async function writeObjectsPage(): Promise<string> {
  const rows = [...OBJECT_ABILITIES.map(rowOf), customRow()];
  const lines = [COLUMNS, COLUMNS.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const options = await resolveConfig(import.meta.filename);
  return format(`${HEAD}\n${lines.join('\n')}\n`, { ...options, parser: 'markdown' });
}

function rowOf(abilities: ObjectAbilities): readonly string[] {
  const { required, requiredAssociations, builtInKey, names } = abilities;
  const needed = [
    ...required.map((group) => group.map(code).join(' or ')),
    ...(requiredAssociations.length === 0
      ? []
      : [`an association with ${requiredAssociations.join(' or ')}`]),
  ];
  return [
    abilities.pluralLabel,
    code(abilities.objectTypeId),
    ...tick(abilities.operations),
    builtInKey === null ? '' : code(builtInKey),
    names.map(code).join(' '),
    needed.join(', '),
    abilities.scopes.map(code).join(' '),
  ];
}

function customRow(): readonly string[] {
  const { operations, scopes } = CUSTOM_ABILITIES;
  return [
    'Custom objects',
    '`2-…`',
    ...tick(operations),
    '',
    'as its schema says',
    'as its schema says',
    scopes.map(code).join(' '),
  ];
}

function tick(operations: readonly string[]): readonly string[] {
  return OPERATIONS.map((operation) => (operations.includes(operation) ? 'yes' : 'no'));
}

function code(text: string): string {
  return `\`${text}\``;
}
