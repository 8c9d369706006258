import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { buildFunctions } from '../scripts/build-functions.ts';
import { copyPackages } from '../scripts/copy-packages.ts';
import { listUploadedFiles } from '../scripts/upload-list.ts';

/** What a bundle may weigh (decisions 043 and 046): the card is loaded with every record page it stands on. */
export const MAX_GZIP_BYTES = 155_300;

export const projectRoot = resolve(import.meta.dirname, '..');

/** What HubSpot's build has of the project: the uploaded files, and nothing above them. */
export interface StagedUpload {
  readonly directory: string;
  readonly cards: string;
  readonly pages: string;
  readonly actions: string;
  readonly functions: string;
  readonly remove: () => void;
}

/** Written by `npm run build`. */
const IS_BUILT = /\/dist\/|^app\/(pages|actions)\/(core|flow)\//;

/**
 * Lays out the upload in a temporary folder, far from this repository's node_modules. What is built for the upload
 * is built anew, so that nobody tests yesterday's build. `prepare` may change a source before that.
 */
export async function stageUpload(prepare?: (app: string) => void): Promise<StagedUpload> {
  const directory = mkdtempSync(join(tmpdir(), 'bulk-records-upload-'));
  const app = join(directory, 'src/app');
  const sources = listUploadedFiles().filter(({ path }) => !IS_BUILT.test(path));
  for (const { path } of sources) copyFile(join(projectRoot, 'src', path), join(directory, 'src', path));
  copyFile(join(projectRoot, 'hsproject.json'), join(directory, 'hsproject.json'));
  prepare?.(app);
  copyPackages(join(projectRoot, 'src/app'), app);
  await buildFunctions({
    functionsDirectory: join(projectRoot, 'src/app/functions'),
    outputDirectory: join(app, 'functions/dist'),
  });
  return {
    directory,
    cards: join(app, 'cards'),
    pages: join(app, 'pages'),
    actions: join(app, 'actions'),
    functions: join(app, 'functions'),
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const bulkActionMeta = 'actions/bulk-records-action-hsmeta.json';

/** Both ways are tried whichever the project has chosen; docs/operations.md tells how to choose. */
export const isBulkActionOn = existsSync(join(projectRoot, 'src/app', bulkActionMeta));

/** What docs/operations.md tells to do: the bulk action's meta file gets the name HubSpot looks for. */
export function switchOnBulkAction(app: string): void {
  const meta = join(app, bulkActionMeta);
  if (existsSync(`${meta}.off`)) renameSync(`${meta}.off`, meta);
}

export function switchOffBulkAction(app: string): void {
  const meta = join(app, bulkActionMeta);
  if (existsSync(meta)) renameSync(meta, `${meta}.off`);
}

const run = promisify(execFile);

/** Installs as HubSpot's build does (ui-extensions-dev-server 2.1.2, `bin/cli`, which mirrors it). */
export async function installLikeHubSpot(directory: string): Promise<void> {
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-optional', '--no-fund'], {
    cwd: directory,
  });
}

/**
 * Installs and builds a card with HubSpot's own command, into `dist/` beside the entry. It runs in a process of its
 * own because a test runner's NODE_ENV would make it a development build.
 */
export async function buildLikeHubSpot(entryPath: string): Promise<void> {
  const uie = join(projectRoot, 'node_modules/.bin/uie');
  await run(uie, ['build', entryPath], {
    cwd: dirname(entryPath),
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
