import { expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();

/** As narrow as a sidebar can be, one between, and the width the card asks for. */
const WIDTHS = [300, 480, null];

/** A column of each kind that has choices of its own: several options, phone numbers, dates, records to associate with. */
const PASTE = [
  'Email\tInterests\tPhone Number\tFirst purchase\tWorks for\tA header that nobody ever reads to its very end',
  'ada.new@example.org\t;Solar power;Wind power\t030 5550000\t03/04/1990\tacme.example.org\tx',
].join('\n');

/** By how many pixels a part of the card is too wide, at each width at which it is. */
async function overhangs(card: CardPage, testId: string): Promise<Readonly<Record<string, number>>> {
  const found: [string, number][] = [];
  for (const px of WIDTHS) {
    await card.layout.setPanelWidth(px);
    found.push([String(px ?? 'wide'), await card.layout.overhangOf(testId)]);
  }
  return Object.fromEntries(found.filter(([, px]) => px > 0));
}

test.each([
  {
    locale: 'en-us',
    international: 'International format',
    companies: 'Associate with: Companies',
  },
  {
    locale: 'de-de',
    international: 'International',
    companies: 'Zuordnen zu: Unternehmen',
  },
  {
    locale: 'fr-fr',
    international: 'Format international',
    companies: 'Associer à : Entreprises',
  },
  { locale: 'ja-jp', international: '国際形式', companies: '関連付け先：会社' },
])(
  'no choice of any column makes the list of columns scroll sideways ($locale)',
  async ({ locale, international, companies }) => {
    const card = await stage.open({ scenario: `default~widths-${locale}`, locale, sidebarPx: 300 });
    await card.openPanel();
    await card.paste(PASTE);
    await card.press('to-match');
    await card.text('options-of-column-1');
    expect(await overhangs(card, 'columns')).toEqual({});
    await card.choose('phones-of-column-2', international);
    await card.text('country-of-column-2');
    await card.choose('property-of-column-4', companies);
    await card.text('named-by-of-column-4');
    expect(await overhangs(card, 'columns')).toEqual({});
    await card.close();
  },
);
