import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

import { shouldIgnoreFile } from '@hubspot/local-dev-lib/ignoreRules';
import * as v from 'valibot';

/** A file of the archive `hs project upload` sends. */
export interface UploadedFile {
  /** Relative to the project's `srcDir`, with forward slashes. */
  readonly path: string;
  readonly sizeBytes: number;
}

const projectConfig = v.object({ srcDir: v.string() });

/**
 * The files `hs project upload` would put into its archive when run in the current directory,
 * which has to be the project's root; ordered by path. Throws without a readable `hsproject.json`.
 *
 * The CLI asks its ignore rules about each path RELATIVE TO `srcDir` (HubSpot CLI
 * `lib/projects/upload`), so a line `src/app/x` in `.hsignore` matches nothing there. HubSpot's own
 * rule module is asked here too, to fall into the same traps.
 */
export function listUploadedFiles(): readonly UploadedFile[] {
  const config = v.parse(projectConfig, JSON.parse(readFileSync('hsproject.json', 'utf8')));
  return listFiles(config.srcDir)
    .map((path) => ({ path: relative(config.srcDir, path), sizeBytes: statSync(path).size }))
    .filter((file) => !shouldIgnoreFile(file.path, true))
    .map((file) => ({ ...file, path: file.path.split(sep).join('/') }))
    .sort((first, second) => (first.path < second.path ? -1 : 1));
}

function listFiles(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    // Ignored like HubSpot ignores it, but without reading a hundred thousand names first.
    if (entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return listFiles(path);
    return entry.isFile() ? [path] : [];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = listUploadedFiles();
  for (const file of files) console.log(`${String(file.sizeBytes).padStart(9)}  ${file.path}`);
  const totalBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  console.log(`${String(totalBytes).padStart(9)}  total of ${files.length} files`);
}
