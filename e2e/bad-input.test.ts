import { afterEach, describe, expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import { openStage } from './open-stage.ts';

const TOKEN = 'pat-emulator-0001';
const TWO_CONTACTS = 'Email,First Name\nada.new@example.org,Ada\nbob.new@example.org,Bob\n';

const stage = openStage();
let card: CardPage;

afterEach(async () => {
  await card.close();
});

async function openCard(story: string): Promise<void> {
  card = await stage.open(`default~${story}`);
  await card.openPanel();
}

describe('input that is none', () => {
  test('a header alone is named, and the text stays', async () => {
    await openCard('header-only');
    await card.paste('Email,First Name\n');
    expect(await card.text('unreadable')).toContain('There is a header, but no row below it');
    expect(await card.pastedText()).toBe('Email,First Name\n');
  });

  test('an unclosed quote costs no other row', async () => {
    await openCard('unclosed-quote');
    await card.paste('Email,First Name\nada.new@example.org,"Ada\nbob.new@example.org,Bob\n');
    expect(await card.text('reading')).toContain('2 rows × 2 columns');
    expect(await card.text('input-issues')).toContain('A quote in row 2 is never closed');
  });

  test('ragged rows are named by their numbers', async () => {
    await openCard('ragged');
    await card.paste('Email,First Name\nada.new@example.org\nbob.new@example.org,Bob,extra\n');
    const issues = await card.text('input-issues');
    expect(issues).toContain('1 row has fewer cells than there are columns (3): row 2');
    expect(issues).toContain('1 column has no header');
    expect(await card.text('first-rows')).toContain('extra');
  });

  test('a file that is not what its name says is called what it is', async () => {
    await openCard('picture');
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    await card.chooseFile({ name: 'contacts.csv', bytes: picture });
    expect(await card.text('file-problem')).toContain('contacts.csv is a picture (PNG), not a text file');
  });

  test('ten megabytes of noise are refused and the card goes on', async () => {
    await openCard('noise');
    const noise = Uint8Array.from({ length: 10_000_000 }, (_, index) => (index * 7919 + (index >> 8)) % 256);
    await card.chooseFile({ name: 'noise.csv', bytes: noise });
    await card.byTestId('file-problem').or(card.byTestId('unreadable')).first().waitFor();
    await card.paste(TWO_CONTACTS);
    expect(await card.text('reading')).toContain('2 rows × 2 columns');
  });

  test('a file in Windows-1252 is read by its content', async () => {
    await openCard('windows-1252');
    const bytes = Uint8Array.from('Email;First Name\njose@example.org;Jos\u00e9\n', (char) =>
      char.charCodeAt(0),
    );
    await card.chooseFile({ name: 'contacts.csv', bytes });
    expect(await card.text('reading')).toContain('Windows-1252');
    expect(await card.text('first-rows')).toContain('José');
  });
});

describe('a portal that refuses', () => {
  test('an expired token ends every row as not sent and keeps what was pasted', async () => {
    await openCard('expired');
    await card.paste(TWO_CONTACTS);
    await card.press('to-match');
    await card.press('to-review');
    await card.byTestId('run').waitFor();
    await card.steer('tokens', { action: 'expire', token: TOKEN });
    await card.press('run');
    expect(await card.text('equation')).toBe('2 not sent = 2 rows');
    expect(await card.text('stopped')).toContain('access token was refused');
  });

  test('a missing scope is named where the properties would be', async () => {
    await openCard('scope');
    await card.paste(TWO_CONTACTS);
    await card.press('to-match');
    await card.byTestId('columns').waitFor();
    await card.steer('tokens', {
      action: 'revoke',
      token: TOKEN,
      scopes: ['crm.objects.companies.write', 'crm.schemas.companies.read', 'crm.objects.companies.read'],
    });
    await card.choose('object-type', 'Companies');
    expect(await card.text('properties-failed')).toContain('companies');
  });

  test('a lost answer is settled by reading, and nothing is written twice', async () => {
    await openCard('lost');
    const before = (await card.records('contacts')).length;
    await card.steer('faults', {
      match: { path: 'batch/create', times: 1 },
      when: 'after-write',
      kind: 'status',
      status: 502,
      body: 'html',
    });
    await card.paste(TWO_CONTACTS);
    await card.press('to-match');
    await card.choose('operation', 'Only create new records');
    await card.press('to-review');
    await card.press('run');
    expect(await card.text('equation')).toBe('2 created = 2 rows');
    expect((await card.records('contacts')).length).toBe(before + 2);
  });
});
