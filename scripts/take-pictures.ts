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
  const card = await CardPage.open(browser, workbench.url, 'default~pictures');
  const shoot = (name: string) => card.screenshot(resolve(pictures, `${name}.png`));
  await shoot('launcher');
  await card.openPanel();
  const contacts = makeContacts(await card.records('contacts'), 200);
  const rows = [CONTACT_HEADERS, ...contacts.map(({ cells }) => cells)];
  await card.paste(rows.map((cells) => cells.join('\t')).join('\n'));
  await card.text('first-rows');
  await shoot('data');
  await card.press('to-match');
  await card.text('columns');
  await shoot('match');
  await card.press('to-review');
  await card.text('plan-counts');
  await shoot('review');
  await card.press('run');
  await card.text('equation');
  await card.text('outcomes');
  await shoot('outcomes');
  await card.close();
} finally {
  await browser.close();
  await workbench.close();
}
