import { afterEach, describe, expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import type { PortalRecord } from './portal-record.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();
let card: CardPage;

afterEach(async () => {
  await card.close();
});

interface KnownContact {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
}

/** Opens the card in a scenario of its own, and names the first contacts that have all a row needs. */
async function openCard(story: string): Promise<readonly [KnownContact, KnownContact]> {
  card = await stage.open(`default~${story}`);
  const [one, other] = (await card.records('contacts')).flatMap(knownContact);
  if (one === undefined || other === undefined) throw new Error('The scenario has too few contacts');
  await card.openPanel();
  return [one, other];
}

function knownContact(record: PortalRecord): readonly KnownContact[] {
  const { email = '', firstname = '' } = record.properties;
  const isWhole = !record.archived && record.mergedInto === undefined && email.includes('@');
  return isWhole && firstname !== '' ? [{ id: record.id, email, firstName: firstname }] : [];
}

async function review(text: string): Promise<void> {
  await card.paste(text);
  await card.press('to-match');
  await card.press('to-review');
  await card.byTestId('plan-counts').waitFor();
}

async function firstNameOf(id: string): Promise<string | undefined> {
  return (await card.records('contacts')).find((record) => record.id === id)?.properties['firstname'];
}

/** Of the card to its page for one step: they are drawn within a frame. */
const MOST_MESSAGES = 250;

describe('the review', () => {
  test('plans per row, runs exactly that, and the same rows again are 0 writes', async () => {
    const [one, other] = await openCard('plan');
    const rows = [
      `${one.email}\tChanged`,
      `${other.email.toUpperCase()}\t${other.firstName}`,
      'ada.new@example.org\tAda',
      'ADA.new@example.org\tAugusta',
    ];
    const text = `Email\tFirst Name\n${rows.join('\n')}\n`;
    await review(text);
    expect(await card.text('plan-counts')).toBe('1 create · 1 update · 1 unchanged · 1 duplicate = 4 rows');
    await card.press('open-row-0');
    const cells = await card.text('cell-changes');
    expect(cells).toContain(one.firstName);
    expect(cells).toContain('Changed');
    await card.press('compare-0');
    expect(await card.text('duplicate-rows')).toMatch(/Ada\s+Augusta\s+Augusta/);
    expect(await card.text('run')).toBe('Write 2 records');

    await card.press('run');
    expect(await card.text('equation')).toBe('1 created + 1 updated + 1 unchanged + 1 left out = 4 rows');
    expect(await firstNameOf(one.id)).toBe('Changed');

    await card.press('start-over');
    await review(text);
    expect(await card.text('all-unchanged')).toContain('0 writes, 3 unchanged');
  });

  test('an edit that a colleague makes between preview and run survives', async () => {
    const [one] = await openCard('colleague');
    await review(`Email\tFirst Name\tCity\n${one.email}\tMine\tUtrecht\n`);
    await card.choose('recheck', 'Always (about 1 request)');
    await card.steer('edit', {
      objectType: 'contacts',
      recordId: one.id,
      properties: { firstname: 'Theirs' },
    });
    await card.press('run');
    expect(await card.text('outcomes')).toContain(
      'Changed in HubSpot since the preview: First Name: left alone.',
    );
    const record = (await card.records('contacts')).find(({ id }) => id === one.id);
    expect(record?.properties).toMatchObject({ firstname: 'Theirs', city: 'Utrecht' });
  });

  test('a column that only fills blanks leaves what is there', async () => {
    const [one] = await openCard('blanks');
    await card.paste(`Email\tFirst Name\n${one.email}\tMine\n`);
    await card.press('to-match');
    await card.choose('policy-of-column-1', 'Only fill blanks');
    await card.press('to-review');
    expect(await card.text('plan-counts')).toBe('1 unchanged = 1 row');
  });

  test('turning a page or opening a row costs few messages, however many rows there are', async () => {
    await openCard('many');
    const rows = Array.from({ length: 3000 }, (_, index) => `row${String(index)}@example.org\tAda`);
    const bytes = new TextEncoder().encode(`Email\tFirst Name\n${rows.join('\n')}\n`);
    await card.chooseFile({ name: 'many.tsv', bytes });
    await card.press('to-match');
    await card.press('to-review');
    await card.byTestId('plan-counts').waitFor();
    const before = await card.countMessages();
    await card.turnPage('plan-rows');
    await card.byTestId('plan-rows').getByText('row49@example.org').waitFor();
    const turned = await card.countMessages();
    await card.press('open-row-0');
    await card.byTestId('cell-changes').waitFor();
    const opened = await card.countMessages();
    expect(turned - before).toBeGreaterThan(0);
    expect(turned - before).toBeLessThanOrEqual(MOST_MESSAGES);
    expect(opened - turned).toBeLessThanOrEqual(MOST_MESSAGES);
  });

  test('a plan that was copied is loaded later and runs as far as it still holds', async () => {
    const [one, other] = await openCard('file');
    await review(`Email\tFirst Name\n${one.email}\tOne\n${other.email}\tOther\n`);
    const plan = await card.copied('copy-plan');
    await card.press('back-to-match');
    await card.press('back-to-data');
    await card.steer('edit', {
      objectType: 'contacts',
      recordId: one.id,
      properties: { firstname: 'Theirs' },
    });
    await card.paste(plan);
    expect(await card.text('loaded-plan')).toContain('Contacts · matched by email');
    await card.press('to-plan');
    expect(await card.text('plan-broken')).toContain('changed in HubSpot since: First Name');
    await card.press('run');
    await card.byTestId('equation').waitFor();
    expect([await firstNameOf(one.id), await firstNameOf(other.id)]).toEqual(['Theirs', 'Other']);
  });
});
