import { Alert, Checkbox, Select, Text } from '@hubspot/ui-extensions';
import { ASSOCIATE_RECORDS } from '@bulk-records/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { healthyFunctions } from './testing/fake-functions.ts';
import { goTo, openCard, press, resetCard, startCardClock, textIn, type Card } from './testing/open-card.tsx';

const TWO_CONTACTS = 'Email\tFirst name\nnew@example.org\tNora\ntaken@example.org\tTheo';

beforeEach(startCardClock);

afterEach(resetCard);

async function associate(card: Card): Promise<void> {
  await goTo(card, 'match', TWO_CONTACTS);
  card.findByTestId(Checkbox, 'associate').props.onChange?.(true, '');
  await vi.advanceTimersByTimeAsync(100);
}

async function run(card: Card): Promise<void> {
  press(card, 'to-review');
  // Answers that are lost are waited for some seconds.
  await vi.advanceTimersByTimeAsync(10_000);
  press(card, 'run');
  await vi.advanceTimersByTimeAsync(5000);
}

describe('associating with the open record', () => {
  it('is not done unless it is wanted', async () => {
    const card = openCard();
    await goTo(card, 'outcomes', TWO_CONTACTS);
    expect(card.findAll(Text).filter(({ props }) => props.testId === 'associations')).toEqual([]);
  });

  it('takes the plain type unless a label is chosen', async () => {
    const card = openCard();
    await associate(card);
    const select = card.findByTestId(Select, 'association-type');
    expect(select.props.value).toBe('HUBSPOT_DEFINED:449');
    expect(select.props.options.map(({ label }) => label)).toEqual(['Colleague', 'No label']);
    select.props.onChange?.('HUBSPOT_DEFINED:7');
    expect(card.findByTestId(Select, 'association-type').props.value).toBe('HUBSPOT_DEFINED:7');
  });

  it('tells for every row what became of its association, and how many there are', async () => {
    const card = openCard();
    await associate(card);
    await run(card);
    expect(card.findByTestId(Text, 'associations').text).toBe('Associations: 2 made');
    expect(textIn(card.getRootNode())).toContain('Associated with contact');
  });

  it('offers to go on when associations were lost, and the records stand', async () => {
    const working = healthyFunctions();
    const card = openCard({
      ...working,
      [ASSOCIATE_RECORDS]: (parameters: unknown) => {
        if (JSON.stringify(parameters).includes('list-types'))
          return working[ASSOCIATE_RECORDS]?.(parameters);
        throw new Error('gone');
      },
    });
    await associate(card);
    await run(card);
    await vi.advanceTimersByTimeAsync(200_000);
    expect(card.findByTestId(Text, 'associations').text).toBe('Associations: 2 not sent');
    expect(card.findByTestId(Text, 'took').text).toMatch(/^Stopped after /);
    expect(card.findByTestId(Text, 'equation').text).toContain('1 created');
  });

  it('says that a lead needs a contact, until it is associated with one', async () => {
    const card = openCard();
    await goTo(card, 'match', TWO_CONTACTS);
    const needed = () => card.findAll(Alert).filter(({ props }) => props.testId === 'association-needed');
    expect(needed()).toEqual([]);
    card.findByTestId(Select, 'object-type').props.onChange?.('leads');
    await vi.advanceTimersByTimeAsync(100);
    expect(needed()).toHaveLength(1);
    card.findByTestId(Checkbox, 'associate').props.onChange?.(true, '');
    await vi.advanceTimersByTimeAsync(100);
    // The operation is one that leads have, and the open record is a contact.
    expect(card.findByTestId(Select, 'operation').props.value).toBe('create');
    expect(needed()).toEqual([]);
  });
});
