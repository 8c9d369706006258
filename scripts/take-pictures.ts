import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { CardPage } from '../e2e/card-page.ts';
import { CONTACT_HEADERS, makeContacts } from '../e2e/thousand-contacts.ts';
import { launchBrowser } from '../workbench/browser/launch-browser.ts';
import { startWorkbench } from '../workbench/workbench.ts';

/** Takes the pictures of the user guide from the running workbench: `npm run pictures`. */

const pictures = resolve(import.meta.dirname, '../docs/pictures');
mkdirSync(pictures, { recursive: true });

const [workbench, browser] = await Promise.all([startWorkbench({ port: 0 }), launchBrowser()]);
try {
  await takeMainJob();
  await takeCanary();
} finally {
  await browser.close();
  await workbench.close();
}

async function takeMainJob(): Promise<void> {
  const card = await CardPage.open(browser, workbench.url, 'default~pictures');
  await card.screenshot(pictureOf('launcher'));
  await card.openPanel();
  const contacts = makeContacts(await card.records('contacts'), 200);
  const rows = contacts.map(({ cells }) => cells);
  const twice = rows[0]?.map((cell, index) => (index === 5 ? '12' : cell)) ?? [];
  await card.paste([CONTACT_HEADERS, ...rows, twice].map((cells) => cells.join('\t')).join('\n'));
  await card.text('first-rows');
  await card.screenshot(pictureOf('data'));
  await card.press('to-match');
  await card.text('columns');
  await card.screenshot(pictureOf('match'));
  await card.press('to-review');
  await card.text('plan-counts');
  await card.screenshot(pictureOf('review'));
  await card.press('compare-0');
  await card.scrollTo('duplicates');
  await card.screenshot(pictureOf('duplicates'));
  await card.press('filter-update');
  await card.press('open-row-0');
  await card.scrollTo('filter-update');
  await card.screenshot(pictureOf('plan'));
  await card.press('run');
  await card.text('equation');
  await card.text('outcomes');
  await card.screenshot(pictureOf('outcomes'));
  await card.close();
}

/** More than a fifth of the first records is refused: the run waits. */
async function takeCanary(): Promise<void> {
  const card = await CardPage.open(browser, workbench.url, 'default~canary');
  await card.openPanel();
  const rows = Array.from({ length: 250 }, (_, index) =>
    [`row${String(index)}@example.${index < 3 ? 'badtld' : 'org'}`, 'Ada'].join('\t'),
  );
  await card.paste(['Email\tFirst Name', ...rows].join('\n'));
  await card.press('to-match');
  await card.press('to-review');
  await card.press('run');
  await card.text('canary');
  await card.screenshot(pictureOf('canary'));
  await card.close();
}

function pictureOf(name: string): string {
  return resolve(pictures, `${name}.png`);
}
