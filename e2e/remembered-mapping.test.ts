import { afterEach, expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import { openStage } from './open-stage.ts';

const TOKEN = 'pat-emulator-0001';
const MONDAY = 'Email,Nickname,Date of birth\nada.new@example.org,Ada,01/02/1990\n';
const NEXT_MONDAY = 'Date of birth,Email,Nickname\n03/04/1991,bob.new@example.org,Bob\n';

const stage = openStage();
let card: CardPage;

afterEach(async () => {
  await card.close();
});

async function openCard(story: string): Promise<void> {
  card = await stage.open(`default~${story}`);
  await card.openPanel();
}

async function run(): Promise<void> {
  await card.press('to-review');
  await card.press('run');
  await card.byTestId('equation').waitFor();
}

test('a mapping made by hand is back when the same headers are pasted again', async () => {
  await openCard('remembered');
  await card.paste(MONDAY);
  await card.press('to-match');
  await card.choose('property-of-column-1', 'First Name (firstname)');
  await card.choose('format-of-column-2', 'Day first → 1990-02-01');
  await run();
  expect(await card.text('equation')).toBe('1 created = 1 row');

  await card.press('start-over');
  await card.paste(NEXT_MONDAY);
  await card.press('to-match');
  expect(await card.text('remembered-mapping')).toContain('1 column differs from the suggestion.');
  await card.waitForText('property-of-column-2', 'First Name');
  await run();
  const bob = (await card.records('contacts')).find(
    ({ properties }) => properties['email'] === 'bob.new@example.org',
  );
  expect(bob?.properties).toMatchObject({ firstname: 'Bob', date_of_birth: '1991-04-03' });

  await card.press('start-over');
  await card.paste(MONDAY);
  await card.press('to-match');
  await card.press('forget-mapping');
  expect(await card.text('mapping-forgotten')).toContain('forgotten');
});

test('without the scope files the card says so and works on', async () => {
  await openCard('no-files');
  await card.steer('tokens', { action: 'revoke', token: TOKEN, scopes: ['files'] });
  await card.paste('Email,First Name\nada.new@example.org,Ada\n');
  await card.press('to-match');
  expect(await card.text('memory-problem')).toContain('HubSpot asks for files');
  await run();
  expect(await card.text('equation')).toBe('1 created = 1 row');
});
