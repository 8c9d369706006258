import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { stdout } from 'node:process';

const appDirectory = resolve(import.meta.dirname, '../src/app');

/** Folders HubSpot's build runs `npm ci` in; root lock files are not uploaded, so each needs its own. */
const lockedFolders = ['cards', 'pages', 'actions', 'functions'];

/** npm looks upwards for workspaces and lock files; in a copy elsewhere it finds what HubSpot's build finds. */
const copy = mkdtempSync(join(tmpdir(), 'bulk-records-locks-'));
try {
  cpSync(appDirectory, copy, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist', 'package-lock.json'].includes(basename(path)),
  });
  // The other places' packages are copied from the cards' (copy-packages.ts); their manifests are what npm asks for.
  for (const place of ['pages', 'actions']) {
    cpSync(join(copy, 'cards/core/package.json'), join(copy, place, 'core/package.json'));
    cpSync(join(copy, 'cards/bulk-records/package.json'), join(copy, place, 'flow/package.json'));
  }
  for (const folder of lockedFolders) {
    execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: join(copy, folder),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    cpSync(join(copy, folder, 'package-lock.json'), join(appDirectory, folder, 'package-lock.json'));
    stdout.write(`${folder}/package-lock.json is up to date\n`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
