import { expect, test } from 'vitest';
import { openStage } from './open-stage.ts';
import { TOURS } from './screen-tours.ts';

const stage = openStage();

/** As narrow as a sidebar can be, and the width the card asks for. */
const WIDTHS = [
  { width: 'narrow', px: 300 },
  { width: 'wide', px: null },
];

test.each(TOURS)(
  '$name: axe finds nothing wrong with any screen, in a narrow sidebar or in the wide panel',
  async ({ story, walk }) => {
    const card = await stage.open({ ...story, sidebarPx: 300 });
    const found = new Map<string, readonly string[]>();
    await walk(card, async (screen) => {
      for (const { width, px } of WIDTHS) {
        await card.layout.setPanelWidth(px);
        found.set(`${screen}, ${width}`, await card.violations());
      }
    });
    expect(found.size).toBeGreaterThan(0);
    expect(Object.fromEntries([...found].filter(([, violations]) => violations.length > 0))).toEqual({});
    await card.close();
  },
);

/** A field of the card loses the label it gives to HubSpot's component. */
function withoutLabel(source: string): string {
  const broken = source.replace(/(testId:"language",name:"language",)label:[^,]+,/, '$1');
  expect(broken).not.toBe(source);
  return broken;
}

test('a field that loses its label is found', async () => {
  const card = await stage.open({ scenario: 'default~no-label', breakCard: withoutLabel });
  await card.openPanel();
  const violations = await card.violations();
  expect(violations.join('\n')).toContain('data-test-id="language"');
  await card.close();
});
