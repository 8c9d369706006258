import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import * as v from 'valibot';

/** One app function as its `*-hsmeta.json` names it. */
export interface FunctionEntry {
  /** The name a card calls it by. */
  readonly uid: string;
  /** The TypeScript source the bundle is made from. */
  readonly sourcePath: string;
  /** Path of the bundle below `src/`, as HubSpot writes it: `/app/functions/dist/<entry>.js`. */
  readonly entrypoint: string;
  readonly secretKeys: readonly string[];
}

const functionMeta = v.object({
  uid: v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/)),
  type: v.literal('app-function'),
  config: v.object({
    entrypoint: v.pipe(v.string(), v.regex(/^\/app\/functions\/dist\/[\w.-]+\.js$/)),
    secretKeys: v.optional(v.array(v.string()), []),
  }),
});

/**
 * The functions of a folder, ordered by uid. Only meta files directly in the folder count, as in
 * HubSpot's own parser. Throws when a meta file is malformed or its source is missing.
 */
export function listFunctions(functionsDirectory: string): readonly FunctionEntry[] {
  if (!existsSync(functionsDirectory)) return [];
  return readdirSync(functionsDirectory)
    .filter((name) => name.endsWith('-hsmeta.json'))
    .map((name) => readFunctionEntry(functionsDirectory, name))
    .sort((first, second) => (first.uid < second.uid ? -1 : 1));
}

function readFunctionEntry(functionsDirectory: string, metaName: string): FunctionEntry {
  const content: unknown = JSON.parse(readFileSync(join(functionsDirectory, metaName), 'utf8'));
  const parsed = v.safeParse(functionMeta, content);
  if (!parsed.success) {
    throw new Error(`${metaName}: ${parsed.issues.map(describeIssue).join('; ')}`);
  }
  const { uid, config } = parsed.output;
  const sourcePath = join(functionsDirectory, 'src', `${basename(config.entrypoint, '.js')}.ts`);
  if (!existsSync(sourcePath)) {
    throw new Error(`${metaName}: no source ${sourcePath} for the entrypoint ${config.entrypoint}`);
  }
  return { uid, sourcePath, entrypoint: config.entrypoint, secretKeys: config.secretKeys };
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? '(root)'}: ${issue.message}`;
}
