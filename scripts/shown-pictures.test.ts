import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { shownPictures } from './shown-pictures.ts';

const project = resolve(import.meta.dirname, '..');
const folder = join(project, 'docs/pictures');
const taken = readdirSync(folder);

test('every picture the docs show is there, and no other', () => {
  const shown = [...shownPictures(project)].map((name) => `${name}.png`);
  expect(shown.length).toBeGreaterThan(10);
  expect([...taken].sort()).toEqual(shown.sort());
});

test('all pictures together stay small enough to be cloned by everybody', () => {
  const bytes = taken.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(bytes).toBeLessThan(3_000_000);
});
