import { Alert, Button, Table, Text, TextArea } from '@hubspot/ui-extensions';
import { FileInput } from '@hubspot/ui-extensions/experimental';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { healthyFunctions, usualRecords, type FakeRecord } from './testing/fake-functions.ts';
import { goTo, openCard, paste, press, resetCard, startCardClock, textIn } from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

const ROWS = 'Email,First name,Last name\ntaken@example.org,Ted,Taken\nada@example.org,Ada,King\n';

/** The text of a plan over these records, as the review copies it. */
async function copyPlan(records: FakeRecord[]): Promise<string> {
  const card = openCard(healthyFunctions(records));
  await goTo(card, 'review', ROWS);
  press(card, 'copy-plan');
  await vi.advanceTimersByTimeAsync(1);
  return String(card.mocks.actions.copyTextToClipboard.calls[0]?.[0]);
}

async function load(text: string, records: FakeRecord[]) {
  const card = openCard(healthyFunctions(records));
  await paste(card, text);
  return card;
}

async function review(text: string, records: FakeRecord[]) {
  const card = await load(text, records);
  press(card, 'to-plan');
  await vi.advanceTimersByTimeAsync(100);
  return card;
}

describe('a plan as a file', () => {
  test('is recognised by itself and says what it is for', async () => {
    const records = usualRecords();
    const card = await load(await copyPlan(records), records);
    expect(card.findByTestId(Alert, 'loaded-plan').text).toContain(
      'Create new records and update existing ones · Contacts · matched by email · Plan ',
    );
  });

  test('is recognised in a file as well', async () => {
    const records = usualRecords();
    const text = await copyPlan(records);
    const card = openCard(healthyFunctions(records));
    const onChange = card.findByTestId(FileInput, 'file').props.onChange;
    onChange(new File([text], 'plan.csv'));
    await vi.advanceTimersByTimeAsync(10);
    expect(card.findByTestId(Alert, 'loaded-plan').props.title).toBe('This is a plan made earlier');
  });

  test('runs exactly as it was made while everything holds', async () => {
    const records = usualRecords();
    const card = await review(await copyPlan(records), records);
    expect(card.findByTestId(Alert, 'plan-holds').props.title).toContain('still holds');
    press(card, 'run');
    await vi.advanceTimersByTimeAsync(2000);
    expect(card.findByTestId(Text, 'equation').text).toBe('1 created + 1 updated = 2 rows');
    expect(records.map(({ properties }) => properties['firstname'])).toEqual(['Ted', 'Ada']);
  });

  test('leaves alone what somebody changed since, says so, and runs the rest', async () => {
    const records = usualRecords();
    const text = await copyPlan(records);
    Object.assign(records[0]?.properties ?? {}, { firstname: 'a colleague' });
    const card = await review(text, records);
    expect(textIn(card.findByTestId(Alert, 'plan-broken'))).toContain(
      'Row 2 (taken@example.org): changed in HubSpot since: First name. Left alone.',
    );
    press(card, 'run');
    await vi.advanceTimersByTimeAsync(2000);
    expect(records[0]?.properties).toMatchObject({ firstname: 'a colleague', lastname: 'Taken' });
  });

  test('leaves out a record that somebody made since', async () => {
    const records = usualRecords();
    const text = await copyPlan(records);
    records.push({ id: '78', properties: { email: 'ada@example.org' } });
    const card = await review(text, records);
    expect(textIn(card.findByTestId(Alert, 'plan-broken'))).toContain('by now (ID 78)');
    expect(card.findByTestId(Button, 'run').text).toBe('Write 1 record, leave out 1 row');
  });

  test('is refused as a whole when a cell of it was changed', async () => {
    const records = usualRecords();
    const text = (await copyPlan(records)).replace(',King,', ',Queen,');
    const card = await review(text, records);
    expect(card.findByTestId(Alert, 'plan-unusable').props.title).toBe(
      'The plan was changed after it was made',
    );
    expect(card.maybeFindByTestId(Button, 'run')).toBeNull();
  });

  test('can be replaced by rows', async () => {
    const records = usualRecords();
    const card = await load(await copyPlan(records), records);
    press(card, 'replace-input');
    await paste(card, ROWS);
    expect(card.findByTestId(Text, 'reading').text).toContain('2 rows');
  });

  test('is shown to be copied by hand when the browser refuses', async () => {
    const card = openCard();
    await goTo(card, 'review', ROWS);
    card.mocks.actions.copyTextToClipboard.willCall(() => Promise.reject(new Error('refused')));
    press(card, 'copy-plan');
    await vi.advanceTimersByTimeAsync(1);
    expect(card.findByTestId(TextArea, 'copy-text').props.value).toContain('Bulk Records: plan');
    expect(card.findByTestId(Table, 'plan-rows')).toBeDefined();
  });
});
