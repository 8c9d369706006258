import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CUSTOM_ABILITIES, OBJECT_ABILITIES } from '@bulk-records/core/contract';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readJsonFile } from './read-json-file.ts';
import { projectRoot } from './stage-upload.ts';

const appSchema = v.object({
  config: v.object({
    distribution: v.string(),
    auth: v.object({
      type: v.string(),
      requiredScopes: v.array(v.string()),
      optionalScopes: v.array(v.string()),
      conditionallyRequiredScopes: v.array(v.string()),
    }),
  }),
});

const { config } = readJsonFile(appSchema, 'src/app/app-hsmeta.json');
const { requiredScopes } = config.auth;

/** The scopes of docs/scopes.md: first column of each table row, in code marks, with its reason. */
function documentedScopes(): ReadonlyMap<string, string> {
  const text = readFileSync(join(projectRoot, 'docs/scopes.md'), 'utf8');
  const rows = [...text.matchAll(/^\|\s*(`[^|]+`)\s*\|\s*([^|]+?)\s*\|/gm)];
  return new Map(
    rows.flatMap(([, scopes = '', reason = '']) =>
      [...scopes.matchAll(/`([^`]+)`/g)].map(([, scope = '']) => [scope, reason] as const),
    ),
  );
}

describe("the app's scopes", () => {
  it.each(OBJECT_ABILITIES)('let it write $objectType', ({ scopes }) => {
    expect(requiredScopes).toEqual(expect.arrayContaining([...scopes]));
  });

  it('let it write custom objects and read owners', () => {
    expect(requiredScopes).toEqual(
      expect.arrayContaining([...CUSTOM_ABILITIES.scopes, 'crm.objects.owners.read']),
    );
  });

  it('let it keep private files', () => {
    expect(requiredScopes).toContain('files');
  });

  it('let it hand runs over to imports', () => {
    expect(requiredScopes).toContain('crm.import');
  });

  it('are no more than the offered object types need', () => {
    const needed = [...OBJECT_ABILITIES, CUSTOM_ABILITIES].flatMap(({ scopes }) => scopes);
    const others = ['oauth', 'crm.objects.owners.read', 'files', 'crm.import'];
    expect(requiredScopes.filter((scope) => ![...needed, ...others].includes(scope))).toEqual([]);
    expect(new Set(requiredScopes).size).toBe(requiredScopes.length);
  });

  it('are each justified in the documentation, and nothing else is', () => {
    expect([...documentedScopes().keys()].sort()).toEqual([...requiredScopes].sort());
    expect([...documentedScopes().values()]).not.toContain('');
  });

  it('are all required, because static auth knows no other kind', () => {
    expect(config).toMatchObject({
      distribution: 'private',
      auth: { type: 'static', optionalScopes: [], conditionallyRequiredScopes: [] },
    });
  });
});
