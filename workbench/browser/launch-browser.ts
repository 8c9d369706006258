import { existsSync } from 'node:fs';

import packedChromium from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';

/** A browser to try, cheapest first. */
interface Candidate {
  readonly name: string;
  readonly options: () => Promise<LaunchOptions>;
}

/** Without a sandbox only where there can be none: Chromium refuses to start one as root. */
function sandboxArgs(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function installed(name: string, options: LaunchOptions): Candidate {
  return {
    name,
    options: () => Promise.resolve({ ...options, args: [...sandboxArgs()] }),
  };
}

const installedPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
] as const;

// A workbench page has to be refused what a real browser refuses it, and its worker needs a thread
// of its own that can hang without the page: the packed build's savings for small servers go.
const unwantedArgs: ReadonlySet<string> = new Set([
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--no-zygote',
  "--headless='shell'",
]);

const packed: Candidate = {
  name: '@sparticuz/chromium',
  options: async () => ({
    executablePath: await packedChromium.executablePath(),
    args: packedChromium.args.filter((arg) => !unwantedArgs.has(arg)),
  }),
};

function candidates(environment: NodeJS.ProcessEnv): readonly Candidate[] {
  const { CHROMIUM_PATH } = environment;
  if (CHROMIUM_PATH) return [installed(CHROMIUM_PATH, { executablePath: CHROMIUM_PATH })];
  const paths = installedPaths.filter((path) => existsSync(path));
  return [
    ...paths.map((path) => installed(path, { executablePath: path })),
    installed('channel chrome', { channel: 'chrome' }),
    installed('channel chromium', { channel: 'chromium' }),
    packed,
  ];
}

/**
 * Starts a headless Chromium: the one CHROMIUM_PATH names, an installed one, or the one packed in
 * `@sparticuz/chromium`. Throws with every candidate's reason when none starts.
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of candidates(process.env)) {
    try {
      return await chromium.launch({ ...(await candidate.options()), headless: true });
    } catch (error) {
      const [firstLine = ''] = String(error).split('\n');
      failures.push(`${candidate.name}: ${firstLine}`);
    }
  }
  throw new Error(`No Chromium starts here.\n${failures.join('\n')}`);
}
