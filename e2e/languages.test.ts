import { afterEach, describe, expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import { goToReview, runToOutcomes } from './main-steps.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();
let card: CardPage;

afterEach(async () => {
  await card.close();
});

async function openCard(scenario: string, locale: string): Promise<void> {
  card = await stage.open({ scenario, locale });
  await card.openPanel();
}

/** 1,200 new contacts and a row that HubSpot refuses. */
const ROWS = Array.from({ length: 1200 }, (_, index) => `neu${index}@example.org,Ada`);
const CSV = ['Email,First Name', ...ROWS].join('\n');

describe('the main job', () => {
  test('in German, with figures and dates as there', async () => {
    await openCard('default~german', 'de-de');
    expect(await card.text('open-panel')).toBe('Datensätze hinzufügen oder aktualisieren');
    await card.paste(CSV);
    expect(await card.text('reading')).toContain('1.200 Zeilen × 2 Spalten');
    await goToReview(card);
    expect(await card.text('plan-counts')).toContain('1.200 erstellen');
    expect(await card.text('run')).toBe('1.200 Datensätze schreiben');
    expect(await runToOutcomes(card)).toBe('1.200 erstellt = 1.200 Zeilen');
    await card.close();
    await openCard('default~german', 'de-de');
    expect(await card.text('runs')).toMatch(/\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/);
  });

  test('in Japanese, with figures and dates as there', async () => {
    await openCard('default~japanese', 'ja-jp');
    await card.paste(CSV);
    expect(await card.text('reading')).toContain('1,200行 × 2列');
    await goToReview(card);
    expect(await card.text('run')).toBe('1,200件のレコードを書き込む');
    expect(await runToOutcomes(card)).toBe('作成1,200 = 1,200行');
    await card.close();
    await openCard('default~japanese', 'ja-jp');
    expect(await card.text('runs')).toMatch(/\d{4}\/\d{2}\/\d{2} \d{1,2}:\d{2}/);
  });
});

test('another language is chosen in the panel, and the paste stays', async () => {
  await openCard('default~chosen', 'en-us');
  await card.paste('Email,First Name\nada.new@example.org,Ada\n');
  await card.choose('language', 'Français');
  await card.byTestId('reading').getByText('1 ligne × 2 colonnes').waitFor();
  expect(await card.pastedText()).toContain('ada.new@example.org');
});
