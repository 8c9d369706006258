import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readJsonFile } from './read-json-file.ts';

const lockSchema = v.object({
  lockfileVersion: v.literal(3),
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string()),
      resolved: v.optional(v.string()),
      integrity: v.optional(v.string()),
      license: v.optional(v.string()),
      link: v.optional(v.boolean(), false),
      hasInstallScript: v.optional(v.boolean(), false),
      dependencies: v.optional(v.record(v.string(), v.string()), {}),
    }),
  ),
});

const ofCards = [
  ...['@bulk-records/core', '@hubspot/ui-extensions', '@remote-ui/async-subscription', '@remote-ui/core'],
  ...['@remote-ui/react', '@remote-ui/rpc', '@remote-ui/types', '@types/prop-types', '@types/react'],
  ...['@types/react-reconciler', 'csstype', 'fflate', 'js-tokens', 'loose-envify', 'react'],
  ...['react-reconciler', 'scheduler', 'tinyspy', 'valibot'],
];

/** Every package HubSpot's build installs, by name. A new one is a decision, so it is written down here. */
const shipped: Readonly<Record<string, readonly string[]>> = {
  functions: [
    ...[
      '@hubspot/api-client',
      '@types/node',
      '@types/node-fetch',
      'async-function',
      'async-generator-function',
    ],
    ...[
      'asynckit',
      'bottleneck',
      'call-bind-apply-helpers',
      'combined-stream',
      'delayed-stream',
      'dunder-proto',
    ],
    ...[
      'es-define-property',
      'es-errors',
      'es-object-atoms',
      'es-set-tostringtag',
      'es6-promise',
      'form-data',
    ],
    ...['function-bind', 'generator-function', 'get-intrinsic', 'get-proto', 'gopd', 'has-symbols'],
    ...[
      'has-tostringtag',
      'hasown',
      'lodash.merge',
      'math-intrinsics',
      'mime-db',
      'mime-types',
      'node-fetch',
    ],
    ...['tr46', 'undici-types', 'webidl-conversions', 'whatwg-url'],
  ],
  cards: ofCards,
  pages: [...ofCards, '@bulk-records/flow'],
  actions: [...ofCards, '@bulk-records/flow'],
};

const licences = ['MIT', 'ISC', 'BSD-2-Clause'];

describe.each(Object.entries(shipped))('what ships with the %s', (folder, names) => {
  const { packages } = readJsonFile(lockSchema, `src/app/${folder}/package-lock.json`);
  const installed = Object.entries(packages).flatMap(([path, entry]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    return path.includes('node_modules/') ? [{ name, ...entry }] : [];
  });
  const fetched = installed.filter(({ link }) => !link);

  it('is what is listed here, and nothing else', () => {
    expect(installed.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('comes from the registry alone, each with the sum of its content, and runs no script when installed', () => {
    for (const { name, resolved, integrity, hasInstallScript } of fetched) {
      // Left out, npm fetches it from its own registry; the sum holds it to the same content either way.
      expect(resolved ?? '', name).toMatch(/^(https:\/\/registry\.npmjs\.org\/.+)?$/);
      expect(integrity, name).toMatch(/^sha512-/);
      expect(hasInstallScript, name).toBe(false);
    }
  });

  it('has licences that allow it', () => {
    expect(fetched.filter(({ license = '' }) => !licences.includes(license))).toEqual([]);
  });

  it('is asked for in exact versions', () => {
    for (const [name, version] of Object.entries(packages['']?.dependencies ?? {})) {
      expect(version, name).toMatch(/^(\d+\.\d+\.\d+|file:\.\/(core|flow))$/);
    }
  });
});
