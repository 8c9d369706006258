import { Alert, Button, Checkbox, Panel, Select, Text, TextArea } from '@hubspot/ui-extensions';
import { CARD_WORDS } from '@bulk-records/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { healthyFunctions } from './testing/fake-functions.ts';
import { press, resetCard, startCardClock } from './testing/open-card.tsx';
import { openPage } from './testing/open-places.tsx';

beforeEach(startCardClock);

afterEach(resetCard);

const TWO_CONTACTS = 'Email\tFirst name\nnew@example.org\tNora\ntaken@example.org\tTed';

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(500);
}

async function pasteAndMatch(page: ReturnType<typeof openPage>, text = TWO_CONTACTS): Promise<void> {
  page.findByTestId(TextArea, 'paste').props.onInput?.(text);
  await settle();
  press(page, 'to-match');
  await settle();
}

describe('the page of the app', () => {
  it('is at the first step at once, without launcher and panel', async () => {
    const page = openPage();
    await settle();
    expect(page.findByTestId(TextArea, 'paste').props.label).toBe('Paste your records');
    expect(page.findAll(Panel)).toEqual([]);
    expect(page.findAll(Button).some(({ props }) => props.testId === 'open-panel')).toBe(false);
    expect(page.findByTestId(Text, 'introduction').text).toMatch(/^Paste rows from a spreadsheet/);
  });

  it('writes what is pasted and tells what became of every row', async () => {
    const page = openPage();
    await settle();
    await pasteAndMatch(page);
    press(page, 'to-review');
    await settle();
    press(page, 'run');
    await vi.advanceTimersByTimeAsync(5000);
    expect(page.findByTestId(Text, 'equation').text).toBe('1 created + 1 updated = 2 rows');
    expect(page.getRootNode().toString()).not.toContain('make-note');
  });

  it('lets the admin choose the object, contacts first', async () => {
    const page = openPage();
    await settle();
    await pasteAndMatch(page);
    const chosen = () => page.findByTestId(Select, 'object-type').props;
    expect(chosen().value).toBe('contacts');
    chosen().onChange?.('companies');
    await settle();
    expect(chosen().value).toBe('companies');
  });

  it('offers no association with an open record, and still says which record needs one', async () => {
    const page = openPage();
    await settle();
    await pasteAndMatch(page);
    expect(page.findAll(Checkbox).filter(({ props }) => props.testId === 'associate')).toEqual([]);
    page.findByTestId(Select, 'object-type').props.onChange?.('leads');
    await settle();
    expect(page.findByTestId(Alert, 'association-needed').props.title).toMatch(/Open the card on a contact/);
  });

  it('asks once for its texts, and again when the admin wants to try again', async () => {
    const cardWords = vi.fn(() => ({
      ok: false,
      error: { code: 'internal', message: '', retryable: true },
    }));
    const page = openPage({ ...healthyFunctions(), [CARD_WORDS]: cardWords }, { language: 'es' });
    await settle();
    expect(cardWords).toHaveBeenCalledTimes(1);
    press(page, 'words-failed-retry');
    await settle();
    expect(cardWords).toHaveBeenCalledTimes(2);
  });
});
