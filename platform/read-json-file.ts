import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GenericSchema, InferOutput } from 'valibot';
import { parse } from 'valibot';
import { projectRoot } from './stage-upload.ts';

/** Reads one of the project's JSON files; throws when it is not of the expected shape. */
export function readJsonFile<const Schema extends GenericSchema>(
  schema: Schema,
  path: string,
): InferOutput<Schema> {
  return parse(schema, JSON.parse(readFileSync(join(projectRoot, path), 'utf8')));
}
