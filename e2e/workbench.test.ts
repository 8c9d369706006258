import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { launchBrowser } from '../workbench/browser/launch-browser.ts';
import { sampleProject, startWorkbench } from '../workbench/workbench.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { PATIENCE_MS } from './card-page.ts';

let workbench: Workbench;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([
    startWorkbench({ port: 0, project: sampleProject }),
    launchBrowser(),
  ]);
});

afterAll(async () => {
  await browser.close();
  await workbench.close();
});

afterEach(() => page.close());

async function openContact(scenario: string): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${workbench.url}/?scenario=${scenario}`);
}

describe('a card on the workbench', () => {
  it('is drawn in the sidebar of a real record by its own worker', async () => {
    await openContact('default~draw');
    const recordId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.locator('[data-test-id=who]', { hasText: `Record ${recordId}: ` }).waitFor();
    expect(page.workers()).toHaveLength(1);
  });

  it('calls a built function and gets its answer', async () => {
    await openContact('default~call');
    await page.getByRole('button', { name: 'Call the function' }).click();
    await page.locator('[data-test-id=answer]', { hasText: '"callCount":1' }).waitFor();
    await page.getByRole('button', { name: 'Function log (1)' }).click();
    expect(await page.getByRole('region', { name: 'Function log' }).textContent()).toContain('sample');
  });

  it('opens its panel, takes a paste, and closes the panel itself', async () => {
    await openContact('default~panel');
    await page.getByRole('button', { name: 'Add or update records' }).click();
    const panel = page.getByRole('dialog', { name: 'Add or update records' });
    await panel.getByRole('textbox', { name: 'Records' }).fill('a\tb\n1\t2\n3\t4');
    await panel.locator('[data-test-id=understood]', { hasText: '3 rows' }).waitFor();
    expect(await panel.evaluate((element) => getComputedStyle(element).width)).toBe('840px');
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await panel.waitFor({ state: 'detached' });
  });

  it('reads a chosen file in its worker', async () => {
    await openContact('default~file');
    await page.getByRole('button', { name: 'Add or update records' }).click();
    const buffer = Buffer.from('email,name\nann@example.com,Ann\n');
    await page.getByLabel('Choose file').setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer });
    await page.locator('[data-test-id=file-line]', { hasText: 'rows.csv: email,name' }).waitFor();
  });

  it('shows an alert over the page', async () => {
    await openContact('default~alert');
    await page.getByRole('button', { name: 'Show an alert' }).click();
    await page.getByText('311 records were updated.').waitFor();
    await page.getByRole('button', { name: 'Dismiss alert' }).click();
    await page.getByText('311 records were updated.').waitFor({ state: 'detached' });
  });

  it('shows a component the host does not have as a red box with its name', async () => {
    await openContact('default~unknown');
    await page.getByRole('button', { name: 'Add or update records' }).click();
    await page.getByRole('tab', { name: 'Totals' }).click();
    await page.getByText('<ScoreCircle> is not a component of this host').waitFor();
  });

  it('has no fetch, no storage and no second worker', async () => {
    await openContact('default~sandbox');
    await page.locator('[data-test-id=who]').waitFor();
    const worker = page.workers()[0];
    const isFetchRejected = await worker?.evaluate(() =>
      fetch('/').then(
        () => false,
        () => true,
      ),
    );
    expect(isFetchRejected).toBe(true);
    const names = ['XMLHttpRequest', 'WebSocket', 'indexedDB', 'Worker', 'importScripts', 'navigator'];
    const kinds = await worker?.evaluate(
      (globalNames) => globalNames.map((name) => typeof Reflect.get(globalThis, name)),
      names,
    );
    expect(kinds).toEqual(names.map(() => 'undefined'));
  });

  it('keeps the record in the address, so that a record link stays in its scenario', async () => {
    await openContact('default~link');
    const link = page.getByRole('link', { name: 'A record link' });
    expect(await link.getAttribute('href')).toBe(
      `${workbench.url}/contacts/1234567/record/0-1/52?scenario=default%7Elink`,
    );
  });
});
