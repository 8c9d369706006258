import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A file written by a build, with what it costs on the wire. */
export interface BuiltFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly gzipBytes: number;
}

/** Reads a written file back and measures it; throws when the build did not write it. */
export function measureBuiltFile(path: string): BuiltFile {
  const content = readFileSync(path);
  return { path, sizeBytes: content.byteLength, gzipBytes: gzipSync(content).byteLength };
}

/** One line for a person: `name  12,345 B  (4,567 B gzip)`. */
export function describeBuiltFile(name: string, file: BuiltFile): string {
  const bytes = new Intl.NumberFormat('en-US');
  return `${name}  ${bytes.format(file.sizeBytes)} B  (${bytes.format(file.gzipBytes)} B gzip)`;
}
