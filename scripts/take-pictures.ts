import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { CardPage } from '../e2e/card-page.ts';
import { TOURS, type Tour } from '../e2e/screen-tours.ts';
import { launchBrowser } from '../workbench/browser/launch-browser.ts';
import { startWorkbench } from '../workbench/workbench.ts';
import { shownPictures } from './shown-pictures.ts';

/**
 * Takes the pictures that the docs show from the running workbench, as wide as the panel asks for or (`-narrow`) as narrow
 * as a sidebar: `npm run pictures`, or `npm run pictures repair` for one tour. `ALL_SCREENS=1` takes every screen of every tour,
 * to be looked at.
 */

const WIDTHS = [
  { ending: '', panelPx: null },
  { ending: '-narrow', panelPx: 300 },
];

const project = resolve(import.meta.dirname, '..');
const pictures = resolve(project, 'docs/pictures');
const shown = shownPictures(project);
const takesAll = process.env['ALL_SCREENS'] === '1';
mkdirSync(pictures, { recursive: true });

const [wanted] = process.argv.slice(2);
const [workbench, browser] = await Promise.all([startWorkbench({ port: 0 }), launchBrowser()]);
try {
  for (const tour of TOURS) if (wanted === undefined || tour.name.includes(wanted)) await take(tour);
} finally {
  await browser.close();
  await workbench.close();
}

async function take({ story, walk }: Tour): Promise<void> {
  const card = await CardPage.open(browser, workbench.url, { ...story, sidebarPx: 300 });
  await walk(card, async (screen, at) => {
    for (const { ending, panelPx } of WIDTHS) {
      const name = `${screen}${ending}`;
      if (!takesAll && !shown.has(name)) continue;
      await card.layout.setPanelWidth(panelPx);
      if (at !== undefined) await card.layout.scrollTo(at);
      await card.layout.takePicture(resolve(pictures, `${name}.png`));
    }
    await card.layout.setPanelWidth(null);
  });
  await card.close();
}
