import { Alert, Button, ExtensionEvent, Flex, LoadingSpinner, StatusTag, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LANGUAGES, RUN_JOURNAL, type RunSummary } from '@bulk-records/core';
import { BulkRecords } from './BulkRecords.tsx';
import { countLatest, nameLatestState, placeLatest } from './copy/latest-run-words.ts';
import { LAUNCHER_WORDS } from './copy/launcher-words.ts';
import { FakeJournal } from './testing/fake-journal.ts';
import {
  healthyFunctions,
  serverlessOf,
  usualRecords,
  type FakeFunctions,
} from './testing/fake-functions.ts';
import { equationOf, goTo, openCard, resetCard, startCardClock, textIn } from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

const DAY_MS = 86_400_000;

function runOf(slot: number, told: Partial<RunSummary> = {}): RunSummary {
  return {
    runId: `run0000000${String(slot)}`,
    digest: 'a'.repeat(64),
    operation: 'upsert',
    objectType: 'contacts',
    rowCount: 1143,
    startedAt: slot * DAY_MS,
    startedBy: 'Ada',
    endedAt: null,
    state: 'finished',
    counts: { created: 820, updated: 311, rejected: 12 },
    undoes: null,
    ...told,
  };
}

/** A journal that these runs are listed in, the last one the latest. */
function journalOf(...runs: readonly RunSummary[]): FakeJournal {
  const journal = new FakeJournal();
  for (const run of runs) journal.runs.set(run.runId, run);
  return journal;
}

interface LaunchOptions {
  readonly functions: FakeFunctions;
  readonly variables?: Readonly<Record<string, string>>;
  readonly language?: string;
}

/** The card on a contact, its panel shut. */
function launch({ functions, variables = {}, language = 'en' }: LaunchOptions) {
  const serverless = vi.fn(serverlessOf(functions));
  vi.stubGlobal('self', { serverless });
  const renderer = createRenderer('crm.record.sidebar');
  renderer.mocks.context.crm.objectTypeId = '0-1';
  renderer.mocks.context.variables = { ...renderer.mocks.context.variables, ...variables };
  Object.assign(renderer.mocks.context.user, { language });
  const { context, actions } = renderer.mocks;
  renderer.render(<BulkRecords context={context} actions={actions} />);
  return { card: renderer, serverless };
}

async function settle(ms = 100) {
  await vi.advanceTimersByTimeAsync(ms);
}

describe('the launcher', () => {
  test('asks for the latest runs with one function call, and for nothing else', async () => {
    const { serverless } = launch({ functions: healthyFunctions() });
    await settle(5000);
    expect(serverless.mock.calls).toEqual([
      [RUN_JOURNAL, { parameters: { operation: 'list', onlyRecent: true } }],
    ]);
  });

  test('stands before they are there, and says that it is looking', async () => {
    const { card } = launch({ functions: healthyFunctions(usualRecords(), journalOf(runOf(1))) });
    expect(card.findByTestId(Button, 'open-panel').text).toBe('Add or update records');
    expect(card.findByTestId(LoadingSpinner, 'latest-loading').props.label).toBe('Looking for earlier runs');
    await settle();
    expect(card.maybeFindByTestId(LoadingSpinner, 'latest-loading')).toBeNull();
  });

  test('shows the latest three with their state, their counts, when and by whom', async () => {
    const runs = [1, 2, 3, 4].map((slot) => runOf(slot));
    const { card } = launch({ functions: healthyFunctions(usualRecords(), journalOf(...runs)) });
    await settle();
    expect(card.findAll(StatusTag).map(({ text }) => text)).toEqual(['Finished', 'Finished', 'Finished']);
    const said = textIn(card.findByTestId(Flex, 'latest-runs'));
    expect(said).toContain('1,131 of 1,143 rows done');
    expect(said).toContain('Jan 5, 1970');
    expect(said).toContain('· Ada');
    expect(said).not.toContain('Jan 2, 1970');
  });

  test('says so where there are none', async () => {
    const { card } = launch({ functions: healthyFunctions() });
    await settle();
    expect(card.findByTestId(Text, 'latest-none').text).toBe('No run has been kept yet.');
  });

  test('names the scope that is missing, and who can add it', async () => {
    const journal = new FakeJournal();
    journal.lacksScope = true;
    const { card } = launch({ functions: healthyFunctions(usualRecords(), journal) });
    await settle();
    const said = card.findByTestId(Text, 'latest-failed').text;
    expect(said).toContain('the scope files');
    expect(said).toContain('A super admin can add it');
    expect(card.findByTestId(Button, 'open-panel').props.disabled).not.toBe(true);
  });

  test('opens all the same where they cannot be loaded', async () => {
    const functions = { ...healthyFunctions(), [RUN_JOURNAL]: () => Promise.reject(new Error('lost')) };
    const { card } = launch({ functions });
    await settle();
    expect(card.findByTestId(Text, 'latest-failed').text).toContain('could not be loaded');
    card.findByTestId(Button, 'open-panel').trigger('onClick');
    expect(card.maybeFindByTestId(Alert, 'left-behind')).toBeNull();
  });

  test('speaks the language of the admin before any text was loaded', async () => {
    const runs = journalOf(runOf(1));
    const { card } = launch({ functions: healthyFunctions(usualRecords(), runs), language: 'de' });
    await settle();
    expect(textIn(card.getRootNode())).toContain('1.131 von 1.143 Zeilen erledigt');
  });

  test('shows a run of this page as soon as it is over', async () => {
    const card = openCard(healthyFunctions());
    await goTo(card, 'outcomes', 'Email,First name\nada@example.org,Ada\n');
    await settle();
    expect(equationOf(card)).toBe('1 created = 1 row');
    expect(textIn(card.getRootNode())).toContain('1 of 1 rows done');
  });
});

describe('a run that was left half-way', () => {
  const STOPPED = runOf(1, { state: 'stopped' });

  /** Presses a button, and says which panels that opened. */
  function press(card: ReturnType<typeof launch>['card'], testId: string): readonly string[] {
    const opened: string[] = [];
    const reactions = {
      openPanel: (id: string) => opened.push(id),
      closePanel: vi.fn(),
      openModal: vi.fn(),
      closeModal: vi.fn(),
    };
    void card.findByTestId(Button, testId).props.onClick?.(new ExtensionEvent(new Event('click')), reactions);
    return opened;
  }

  test('is an alert, also where a later one is finished', async () => {
    const journal = journalOf(STOPPED, runOf(2));
    const { card } = launch({ functions: healthyFunctions(usualRecords(), journal) });
    await settle();
    expect(card.findByTestId(Alert, 'left-behind').props.title).toBe('A run was left half-way');
  });

  test.each([
    { button: 'resume-left-behind', task: 'taken up' },
    { button: 'undo-left-behind', task: 'undone' },
  ])('opens the panel, where it is $task', async ({ button }) => {
    const asked: unknown[] = [];
    const journal = journalOf(STOPPED);
    const functions = {
      ...healthyFunctions(usualRecords(), journal),
      [RUN_JOURNAL]: (parameters: unknown) => {
        asked.push(parameters);
        return journal.answer(parameters);
      },
    };
    const { card } = launch({ functions });
    await settle();
    expect(press(card, button)).toEqual(['bulk-records-panel']);
    await settle();
    expect(asked).toContainEqual({ operation: 'fetch', runId: STOPPED.runId, piece: { kind: 'head' } });
    // Only its entry is left of this run.
    expect(card.findByTestId(Alert, 'history-problem')).toBeDefined();
  });

  test('has no buttons for who may not run', async () => {
    const functions = healthyFunctions(usualRecords(), journalOf(STOPPED));
    const { card } = launch({ functions, variables: { MAY_RUN: 'team:Nobody' } });
    await settle();
    expect(card.findByTestId(Alert, 'left-behind')).toBeDefined();
    expect(card.maybeFindByTestId(Button, 'resume-left-behind')).toBeNull();
  });
});

describe('what the launcher says of a run', () => {
  test.each(LANGUAGES)('is whole in %s', (language) => {
    const tongue = { words: LAUNCHER_WORDS[language], locale: language };
    const said = [countLatest(runOf(1), tongue), countLatest(runOf(1, { state: 'running' }), tongue)];
    expect(said.join()).not.toMatch(/[{}]|undefined/);
    expect(said[0]).toMatch(/1.?131/);
    expect(nameLatestState(runOf(1, { undoes: 'run00000009' }), tongue)).toContain(' · ');
    expect(placeLatest(runOf(1, { startedBy: '' }), tongue)).not.toContain('·');
  });

  test('is no count where nobody has counted yet', () => {
    const tongue = { words: LAUNCHER_WORDS.en, locale: 'en' };
    expect(countLatest(runOf(1, { state: 'running', counts: {} }), tongue)).toBe('1,143 rows');
  });
});
