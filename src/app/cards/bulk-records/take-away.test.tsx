import { Alert, Button, Link } from '@hubspot/ui-extensions';
import { strFromU8, gunzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeJournal } from './testing/fake-journal.ts';
import { healthyFunctions, usualRecords } from './testing/fake-functions.ts';
import { goTo, openCard, press, resetCard, startCardClock, type Card } from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

const ROWS = 'Email,First name\nada@example.org,Ada\nbad1@example.org,Ben\n';

async function settle() {
  await vi.advanceTimersByTimeAsync(1000);
}

function unpacked(content = ''): string {
  return strFromU8(gunzipSync(Buffer.from(content, 'base64')));
}

function copiedBy(card: Card): string {
  return String(card.mocks.actions.copyTextToClipboard.calls[0]?.[0]);
}

describe('what became of the rows', () => {
  test('is filed in HubSpot, with a link that says until when it holds', async () => {
    const journal = new FakeJournal();
    const card = openCard(healthyFunctions(usualRecords(), journal));
    await goTo(card, 'outcomes', ROWS);
    press(card, 'file-failures');
    await settle();
    expect(card.findByTestId(Link, 'filed-link').props.href).toMatchObject({
      url: 'https://files.example.org/report.csv',
    });
    expect(unpacked(journal.reports.get('failures'))).toMatch(
      /^Email,First name,Bulk Records: Row,Bulk Records: Reason\r\nbad1@example.org,Ben,3,/,
    );
  });

  test('is filed as a whole too', async () => {
    const journal = new FakeJournal();
    const card = openCard(healthyFunctions(usualRecords(), journal));
    await goTo(card, 'outcomes', ROWS);
    press(card, 'file-all');
    await settle();
    expect(unpacked(journal.reports.get('outcomes'))).toContain('ada@example.org');
  });

  test('is copied where the app may not write files, and the scope is named', async () => {
    const journal = new FakeJournal();
    journal.lacksScope = true;
    const card = openCard(healthyFunctions(usualRecords(), journal));
    await goTo(card, 'outcomes', ROWS);
    press(card, 'file-failures');
    await settle();
    expect(card.findByTestId(Alert, 'file-refused').props.title).toBe('The app lacks the scope files');
    press(card, 'copy-failures');
    await settle();
    expect(copiedBy(card)).toContain('bad1@example.org,Ben,3,');
  });

  test('has the failures of a run of another session in the plan’s own columns', async () => {
    const journal = new FakeJournal();
    const records = usualRecords();
    await goTo(openCard(healthyFunctions(records, journal)), 'outcomes', ROWS);
    const card = openCard(healthyFunctions(records, journal));
    await settle();
    press(card, 'open-run-0');
    await settle();
    press(card, 'copy-failures');
    await settle();
    expect(copiedBy(card)).toMatch(
      /^email,firstname,Bulk Records: Row,Bulk Records: Reason\r\nbad1@example.org,Ben,3,/,
    );
    expect(card.findByTestId(Button, 'copy-failures').text).toContain('1');
  });
});
