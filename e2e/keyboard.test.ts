import { expect, test } from 'vitest';
import { keyToMatch } from './main-steps.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();

/** HubSpot alone knows that there are no such top-level domains. */
const ROWS = ['ada@keys.example.org\tAda', 'ben@keys.notadomain\tBen', 'cy@keys.nowhere\tCy'];
const PASTE = ['Email\tFirst Name', ...ROWS].join('\n');

test('the main job is done with the keyboard alone: paste, match, review, run, repair, retry, take away', async () => {
  const card = await stage.open('default~keyboard');
  const { keys } = card;
  await keys.pressOn('open-panel');
  await card.byTestId('steps').waitFor();
  await expect.poll(() => keys.focused()).toBe('panel');

  expect(await keyToMatch(card, PASTE)).toContain('3 rows × 2 columns');
  await keys.tabTo('operation', 'Shift+Tab');
  const operation = (chosen: string) => card.byTestId('operation').filter({ hasText: chosen });
  await keys.choose(1, operation('Only create new records'));
  await keys.choose(0, operation('Create new records and update existing ones'));
  await keys.pressOn('to-review');

  expect(await card.text('plan-counts')).toBe('3 create = 3 rows');
  await keys.pressOn('filter-create', 'Space');
  await keys.pressOn('run');
  expect(await card.text('equation')).toBe('1 created + 2 rejected = 3 rows');

  await keys.tabTo('retype-0');
  await keys.type('ben@keys.example.org');
  await keys.press('Enter');
  await card.waitForText('retry', 'Retry 1 fixed row');
  await keys.pressOn('retry', 'Space');
  await card.waitForText('equation', '2 created + 1 rejected = 3 rows');
  await keys.pressOn('copy-failures');
  await card.byTestId('copied').waitFor();
  await expect.poll(() => keys.focused()).toBe('copy-failures');
  expect(await keys.clipboard()).toContain('cy@keys.nowhere,Cy,4,');
  await card.close();
});

test('Enter goes on from the data to the review without leaving the button, and no key held down writes', async () => {
  const card = await stage.open('default~keyboard-on');
  const { keys } = card;
  await keys.pressOn('open-panel');
  await keyToMatch(card, PASTE);
  await expect.poll(() => keys.focused()).toBe('to-review');
  await keys.press('Enter', 'Enter', 'Enter');
  await card.text('plan-counts');
  await keys.press('Enter', 'Enter');
  expect(await card.byTestId('run').isVisible()).toBe(true);
  expect((await card.records('contacts')).some(({ properties }) => properties['firstname'] === 'Cy')).toBe(
    false,
  );
  await card.close();
});

test('a step that takes its button along keeps the keyboard in the panel, and Escape gives it back to the card', async () => {
  const card = await stage.open('default~keyboard-focus');
  const { keys } = card;
  await keys.pressOn('open-panel');
  await keyToMatch(card, PASTE);
  await keys.pressOn('to-review');
  await card.text('plan-counts');
  await keys.press('Tab', 'Tab');
  await expect.poll(() => card.ownsFocus()).toBe(true);
  await keys.tabTo('run', 'Shift+Tab');
  await keys.press('Escape');
  await card.waitUntilGone('steps');
  await expect.poll(() => keys.focused()).toBe('open-panel');
  await card.close();
});
