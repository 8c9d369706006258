import { cpSync, rmSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const coreSource = resolve(import.meta.dirname, '../src/app/packages/core/src');
const cardsCopy = resolve(import.meta.dirname, '../src/app/cards/core/dist');

/**
 * Copies the core into the cards' folder, where HubSpot's build of the card finds it: that build packs the cards'
 * folder alone (HubSpot docs, lint rule no-parent-imports), and npm does not install what a `file:` dependency
 * outside of it needs. Here in the repository cards use the core itself.
 */
export function copyCore(from: string = coreSource, to: string = cardsCopy): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, filter: isShipped });
}

function isShipped(path: string): boolean {
  const name = basename(path);
  return !/\.test\.tsx?$/.test(name) && !['testing', 'fixtures'].includes(name);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  copyCore();
  console.log(`${relative(process.cwd(), cardsCopy)} is a copy of ${relative(process.cwd(), coreSource)}`);
}
