import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { productionLimits } from '../workbench/functions/limits.ts';
import { launchBrowser } from '../workbench/browser/launch-browser.ts';
import { startWorkbench, type Workbench } from '../workbench/workbench.ts';
import { CardPage, PATIENCE_MS } from './card-page.ts';

export interface Stage {
  /** The card on a contact's page, in a scenario of its own; whoever opens it closes it. */
  open(place: Parameters<typeof CardPage.open>[2]): Promise<CardPage>;
}

/** HubSpot's, but for their time: on a slow machine nobody may end a function that is at work. */
const limits = { ...productionLimits, timeoutMs: PATIENCE_MS / 2 };

/** One workbench and one browser for all stories of a file. */
export function openStage(): Stage {
  let workbench: Workbench;
  let browser: Browser;
  beforeAll(async () => {
    [workbench, browser] = await Promise.all([startWorkbench({ port: 0, limits }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await workbench.close();
  });
  return { open: (place) => CardPage.open(browser, workbench.url, place) };
}
