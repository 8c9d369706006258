import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { listFunctions } from './function-list.ts';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'function-list-'));
  mkdirSync(join(directory, 'src'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function writeMeta(name: string, meta: unknown): void {
  writeFileSync(join(directory, `${name}-hsmeta.json`), JSON.stringify(meta));
  writeFileSync(join(directory, 'src', `${name}.ts`), 'export const main = () => null;');
}

function metaOf(uid: string, entry: string) {
  return {
    uid,
    type: 'app-function',
    config: { entrypoint: `/app/functions/dist/${entry}.js`, secretKeys: [] },
  };
}

describe('the functions of a folder', () => {
  it('are named by their meta files, ordered by uid', () => {
    writeMeta('write', metaOf('b_write', 'write'));
    writeMeta('read', metaOf('a_read', 'read'));
    expect(listFunctions(directory).map(({ uid, sourcePath }) => [uid, sourcePath])).toEqual([
      ['a_read', join(directory, 'src/read.ts')],
      ['b_write', join(directory, 'src/write.ts')],
    ]);
  });

  it('are none where there is no folder', () => {
    expect(listFunctions(join(directory, 'nothing'))).toEqual([]);
  });

  it.each([
    ['of another type', { ...metaOf('a', 'read'), type: 'card' }],
    ['with a uid HubSpot does not take', metaOf('a b', 'read')],
    ['with an entrypoint that is not built', { ...metaOf('a', 'read'), config: { entrypoint: '/x.ts' } }],
  ])('cannot be read from a meta file %s', (_, meta) => {
    writeMeta('read', meta);
    expect(() => listFunctions(directory)).toThrow('read-hsmeta.json');
  });

  it('need their source', () => {
    writeMeta('read', metaOf('a', 'missing'));
    expect(() => listFunctions(directory)).toThrow('missing.ts');
  });
});
