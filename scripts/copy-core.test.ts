import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyCore } from './copy-core.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'copy-core-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function copy(): void {
  copyCore(join(directory, 'src'), join(directory, 'copy'));
}

describe('copyCore', () => {
  it('copies sources with their folders', () => {
    write('src/run/run-plan.ts', 'export {};');
    copy();
    expect(readFileSync(join(directory, 'copy/run/run-plan.ts'), 'utf8')).toBe('export {};');
  });

  it.each(['run/run-plan.test.ts', 'testing/make-plan.ts', 'input/fixtures/table.csv'])(
    'leaves out %s',
    (path) => {
      write('src/index.ts', 'export {};');
      write(join('src', path), 'x');
      copy();
      expect(existsSync(join(directory, 'copy', path))).toBe(false);
    },
  );

  it('leaves nothing behind of an earlier copy', () => {
    write('src/index.ts', 'export {};');
    write('copy/gone.ts', 'x');
    copy();
    expect(existsSync(join(directory, 'copy/gone.ts'))).toBe(false);
  });
});
