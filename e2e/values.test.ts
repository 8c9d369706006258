import { expect, test } from 'vitest';
import { openStage } from './open-stage.ts';

const stage = openStage();

const HEADERS = 'Email\tFirst Name\tPhone Number\tInterests\n';

test('a contact gets more interests, loses its name, has its phone number written internationally and stays one', async () => {
  const card = await stage.open('default~values');
  await card.openPanel();
  await card.paste(`${HEADERS}ada.new@example.org\tAda\t030 5550000\tSolar power\n`);
  await card.runToEnd();
  expect(await card.text('equation')).toBe('1 created = 1 row');
  const before = await card.records('contacts');

  await card.press('start-over');
  await card.paste(`${HEADERS}ada.new@example.org\u200b\t(clear)\t030 5550000\tWind power\n`);
  await card.press('to-match');
  await card.type('clear-token', '(clear)');
  await card.waitForText('run-description', 'Cells with exactly “(clear)” empty the value in HubSpot.');
  await card.choose('options-of-column-3', 'Add to these');
  await card.waitForText('run-description', 'Interests: added to the options HubSpot holds.');
  await card.choose('phones-of-column-2', 'International format');
  await card.waitForText('run-description', 'Phone Number: international format');
  await card.choose('country-of-column-2', 'Germany (+49)');
  await card.waitForText('run-description', 'numbers without + dialled in Germany');
  await card.waitForText('phone-example-of-column-2', '030 5550000 → +49305550000');
  await card.press('to-review');
  await card.waitForText('run-description', 'Interests: added to the options HubSpot holds.');
  await card.waitForText('issue-groups', '“ada.new@example.org\\u200B” holds characters');
  await card.choose('fix-0', 'ada.new@example.org');
  await card.waitForText('fixes', '“ada.new@example.org”');
  await card.press('run');
  await card.byTestId('equation').waitFor();
  expect(await card.text('equation')).toBe('1 updated = 1 row');

  const after = await card.records('contacts');
  expect(after).toHaveLength(before.length);
  const ada = after.find(({ properties }) => properties['email'] === 'ada.new@example.org');
  expect(ada?.properties).toMatchObject({ phone: '+49305550000', interests: 'solar;wind' });
  expect(ada?.properties['firstname'] ?? '').toBe('');
  await card.close();
});

test('a wrong cell is fixed, the fix taken back alone, and the row written as it should be', async () => {
  const card = await stage.open('default~fixes');
  await card.openPanel();
  await card.paste(
    'Email\tInterests\nada.new@example.org\tSolr power\nbob.new@example.org\tSolr power\ncem.new@example.org\tChess\n',
  );
  await card.press('to-match');
  await card.press('to-review');
  await card.choose('fix-0', 'Solar power');
  await card.waitForText('run', 'Write 2 records');
  await card.press('undo-fix-0');
  await card.waitForText('issue-groups', 'Did you mean “Solar power”?');
  await card.choose('fix-0', 'Type something else');
  await card.type('retype-0', 'wind; hydro');
  await card.waitForText('fixes', '“wind; hydro”');
  await card.waitForText('issue-groups', '“Chess” is none of its options');
  await card.press('blank-0');
  await card.waitForText('run', 'Write 3 records');
  await card.press('run');
  await card.byTestId('equation').waitFor();
  const written = await card.records('contacts');
  const interestsOf = (email: string) =>
    written.find(({ properties }) => properties['email'] === email)?.properties['interests'];
  expect(interestsOf('ada.new@example.org')).toBe('wind;hydro');
  expect(interestsOf('bob.new@example.org')).toBe('wind;hydro');
  expect(interestsOf('cem.new@example.org')).toBeUndefined();
  await card.close();
});
