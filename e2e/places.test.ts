import { describe, expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import { runToOutcomes } from './main-steps.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();

describe('the app page', () => {
  test('takes pasted companies to their outcomes in the width of the window', async () => {
    const page = await stage.open({ scenario: 'default~page', locale: 'en-us', place: 'page' });
    await expect.poll(() => page.layout.widthOf('paste')).toBeGreaterThan(1100);
    expect(await page.byTestId('open-panel').count()).toBe(0);
    await page.paste(
      'Company name\tCompany domain name\nNorth Wind\tnorthwind.example.org\nAda Ltd\tada.example.org\n',
    );
    await page.press('to-match');
    await page.choose('object-type', 'Companies');
    expect(await page.byTestId('associate').count()).toBe(0);
    await page.choose('operation', 'Only create new records');
    await page.press('to-review');
    expect(await runToOutcomes(page)).toBe('2 created = 2 rows');
    const domains = (await page.records('companies')).map(({ properties }) => properties['domain']);
    expect(domains).toEqual(expect.arrayContaining(['northwind.example.org', 'ada.example.org']));
    await page.close();
  });

  test('speaks the language of the admin', async () => {
    const page = await stage.open({ scenario: 'default~page-fr', locale: 'fr-fr', place: 'page' });
    expect(await page.text('introduction')).toContain('feuille de calcul');
    await page.close();
  });
});

describe('the bulk action', () => {
  async function jobTitles(action: CardPage): Promise<readonly string[]> {
    return (await action.records('contacts')).map(({ properties }) => properties['jobtitle'] ?? '');
  }

  test('gives the selected contacts one value, tells every outcome, and takes it back', async () => {
    const action = await stage.open({
      scenario: 'default~action',
      locale: 'en-us',
      place: 'action',
      selectedCount: 3,
    });
    const before = await jobTitles(action);
    expect(await action.text('selected')).toBe('3 records are selected');
    await action.choose('add-constant', 'Job Title (jobtitle)');
    await action.type('constant-0', 'Keeper of bees');
    await action.press('to-match');
    await action.waitForText('run-description', 'Record ID');
    await action.press('to-review');
    await action.waitForText('plan-counts', '3 update');
    expect(await runToOutcomes(action)).toBe('3 updated = 3 rows');
    expect(await jobTitles(action)).toEqual([
      ...Array.from({ length: 3 }, () => 'Keeper of bees'),
      ...before.slice(3),
    ]);

    await action.press('undo');
    expect(await runToOutcomes(action)).toBe('3 updated = 3 rows');
    expect(await jobTitles(action)).toEqual(before);
    await action.close();
  });

  test('archives the selected contacts and no other', async () => {
    const action = await stage.open({
      scenario: 'default~action-archive',
      locale: 'en-us',
      place: 'action',
      selectedCount: 2,
    });
    const before = await action.records('contacts');
    await action.press('to-match');
    await action.choose('operation', 'Archive records');
    await action.press('to-review');
    await action.waitForText('plan-counts', '2 archive');
    expect(await runToOutcomes(action)).toBe('2 archived = 2 rows');
    const wasArchived = new Set(before.filter((record) => record.archived).map(({ id }) => id));
    const archived = (await action.records('contacts')).filter((record) => record.archived);
    expect(archived.map(({ id }) => id).filter((id) => !wasArchived.has(id))).toEqual(
      before.slice(0, 2).map(({ id }) => id),
    );
    await action.close();
  });

  test('says so when nothing is selected', async () => {
    const action = await stage.open({
      scenario: 'default~action-none',
      locale: 'en-us',
      place: 'action',
      selectedCount: 0,
    });
    expect(await action.text('nothing-selected')).toContain('No record is selected');
    await action.close();
  });
});
