import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const cardFolder = import.meta.dirname;
const listed = readFileSync(join(cardFolder, '../../../../docs/testing.md'), 'utf8');

function usedTestIds(): readonly string[] {
  const files = readdirSync(cardFolder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .flatMap((file) => [...readFileSync(join(cardFolder, file), 'utf8').matchAll(/testId="([^"]+)"/g)])
    .map(([, testId]) => testId ?? '');
}

test('docs/testing.md lists every test id of the card', () => {
  const used = usedTestIds();
  expect(used.length).toBeGreaterThan(40);
  expect(used.filter((testId) => !listed.includes(`\`${testId}\``))).toEqual([]);
});
