import { expect, test } from 'vitest';
import type { CardPage } from './card-page.ts';
import { openStage } from './open-stage.ts';

const stage = openStage();

const ROWS = 150;

function pasteOf(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `fault${String(index)}@example.org\tRow ${String(index)}`,
  );
  return ['Email\tFirst Name', ...rows].join('\n');
}

/** How many records each pasted address has in the portal. */
async function recordsPerAddress(card: CardPage): Promise<readonly number[]> {
  const emails = (await card.records('contacts')).map(({ properties }) => properties['email']);
  return Array.from(
    { length: ROWS },
    (_, index) => emails.filter((email) => email === `fault${String(index)}@example.org`).length,
  );
}

test.each([
  ['502-after', 'HubSpot answers 502 after it has written'],
  ['function-killed-half', 'the function is killed half-way'],
])('%s in the address: %s, and every row is still written once and told truly', async (fault) => {
  const card = await stage.open(`default.${fault}~story`);
  expect(await card.goesWrong()).toBe(fault);
  await card.openPanel();
  await card.paste(pasteOf(ROWS));
  await card.runToEnd();
  expect(await card.text('equation')).toBe(`${String(ROWS)} created = ${String(ROWS)} rows`);
  expect(await recordsPerAddress(card)).toEqual(Array.from({ length: ROWS }, () => 1));
  await card.close();
});

test('a token that expires, chosen in the address, ends the run, and the card says what was not sent', async () => {
  const card = await stage.open('default.token~story');
  await card.openPanel();
  await card.paste(pasteOf(ROWS));
  await card.runToEnd();
  const written = (await recordsPerAddress(card)).filter((count) => count > 0).length;
  const notSent = `${String(ROWS - written)} not sent`;
  const expected = written === 0 ? notSent : `${String(written)} created + ${notSent}`;
  expect(await card.text('equation')).toBe(`${expected} = ${String(ROWS)} rows`);
  await card.close();
});
