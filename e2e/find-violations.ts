import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as v from 'valibot';

/**
 * The card's own elements: what it draws in the sidebar, and its panel, which hangs beside the page. The page around them
 * stands for HubSpot's and is no part of the card, and rules about whole pages (one main landmark, a heading of the first
 * level) are HubSpot's to keep: axe does not ask them of a part.
 */
const OURS = ['[data-test-id="card"]', '.hs-panel-layer'];

const foundSchema = v.array(
  v.object({ id: v.string(), help: v.string(), nodes: v.array(v.object({ html: v.string() })) }),
);

/** What axe finds wrong with what the card shows: rule, what it asks for, and the element. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  await page.evaluate(untilAtRest);
  const shown = await page.evaluate((ours) => ours.filter((each) => document.querySelector(each)), OURS);
  const found: unknown = await page.evaluate(
    `axe.run({ include: ${JSON.stringify(shown)} }, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return v
    .parse(foundSchema, found)
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** Runs in the page: what slides or fades in has no final colour yet; what turns for ever has. */
async function untilAtRest(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(passing.map(({ finished }) => finished));
}
