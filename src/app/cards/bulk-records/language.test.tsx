import {
  Alert,
  Button,
  ErrorState,
  Input,
  LoadingSpinner,
  Select,
  Table,
  Text,
  TextArea,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CARD_WORDS, LANGUAGES, writeFailuresCsv, type Language } from '@bulk-records/core';
import { CATALOGUES } from '../../functions/src/words/catalogues.ts';
import { wordsIn } from '../../functions/src/words/words-in.ts';
import { say, speak } from './copy/say.ts';
import { PanelFrame } from './steps/frames.tsx';
import { SpeakingPanel } from './steps/SpeakingPanel.tsx';
import { healthyFunctions, type FakeFunctions } from './testing/fake-functions.ts';
import {
  goTo,
  openCard,
  paste,
  press,
  resetCard,
  startCardClock,
  textIn,
  type Card,
} from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(() => {
  resetCard();
  speak('en', wordsIn('en'), 'en');
});

/** The portal, with the function that answers texts. */
function speakingFunctions(overrides: FakeFunctions = {}): FakeFunctions {
  return { ...healthyFunctions(), [CARD_WORDS]: answerWords, ...overrides };
}

function choose(card: Card, language: Language) {
  card.findByTestId(Select, 'language').props.onChange?.(language);
}

function answerWords(parameters: unknown): unknown {
  const wanted = LANGUAGES.find(
    (language) => JSON.stringify(parameters) === JSON.stringify({ locale: language }),
  );
  if (wanted === undefined) throw new Error(`No texts for ${JSON.stringify(parameters)}`);
  return { ok: true, language: wanted, ...wordsIn(wanted) };
}

async function openIn(
  user: { language?: string; locale?: string },
  functions = speakingFunctions(),
): Promise<Card> {
  const card = openCard(functions, {}, user);
  await vi.advanceTimersByTimeAsync(10);
  return card;
}

const ROWS = 'email\tchildren\nada@example.org\t2\nbad@example.org\t1';

describe('the language of the card', () => {
  it('is the one the admin has in HubSpot', async () => {
    const card = await openIn({ language: 'de', locale: 'de-de' });
    expect(card.findByTestId(TextArea, 'paste').props.label).toBe('Datensätze einfügen');
    await goTo(card, 'outcomes', ROWS);
    expect(textIn(card.getRootNode())).toContain('1 erstellt + 1 abgelehnt = 2 Zeilen');
  });

  it.each<[Language, string, string]>([
    ['de', 'de-de', '1.200 Zeilen'],
    ['de', 'en-us', '1.200 Zeilen'],
    ['de', 'not a locale', '1.200 Zeilen'],
    ['es', 'es-mx', '1,200 filas'],
    ['fr', 'fr-fr', '1\u202f200 lignes'],
    ['pt', 'pt-br', '1.200 linhas'],
    ['ja', 'ja-jp', '1,200行'],
  ])('%s with figures as in %s: %s', async (language, locale, words) => {
    const card = await openIn({ language, locale });
    const rows = Array.from({ length: 1200 }, (_, index) => `a${index}@example.org`);
    await paste(card, ['email', ...rows].join('\n'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(card.findByTestId(Text, 'reading').text).toContain(words);
  });

  it('is English where HubSpot names another, or none', async () => {
    expect((await openIn({ language: 'nl' })).findByTestId(TextArea, 'paste').props.label).toBe(
      'Paste your records',
    );
    expect((await openIn({})).findByTestId(TextArea, 'paste').props.label).toBe('Paste your records');
  });

  it('can be chosen, and nothing that was pasted is lost', async () => {
    const card = await openIn({ language: 'en' });
    await paste(card, ROWS);
    choose(card, 'ja');
    await vi.advanceTimersByTimeAsync(10);
    expect(card.findByTestId(TextArea, 'paste').props.label).toBe('レコードを貼り付け');
    expect(card.findByTestId(Text, 'reading').text).toContain('2行 × 2列');
    expect(card.findByTestId(Button, 'open-panel').text).toBe('レコードを追加または更新');
  });

  it('is asked for once, however often the panel is opened', async () => {
    const asked = vi.fn(answerWords);
    const card = await openIn({ language: 'fr' }, speakingFunctions({ [CARD_WORDS]: asked }));
    press(card, 'open-panel');
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('texts that do not come', () => {
  it('are waited for in words that are there', () => {
    const renderer = createRenderer('crm.record.sidebar');
    const speech = {
      language: 'es',
      locale: 'es',
      words: 'loading',
      canSpeak: false,
      load: vi.fn(),
      choose: vi.fn(),
    } as const;
    renderer.render(
      <SpeakingPanel speech={speech} frame={PanelFrame}>
        not yet
      </SpeakingPanel>,
    );
    expect(renderer.findByTestId(LoadingSpinner, 'words-loading').props.label).toBe('Cargando los textos');
    expect(renderer.getRootNode().toString()).not.toContain('not yet');
  });

  it('leave the panel in the language it has while another one is on its way', () => {
    const card = openCard(speakingFunctions(), {}, { language: 'es' });
    expect(card.findByTestId(TextArea, 'paste').props.label).toBe('Paste your records');
    expect(card.findByTestId(Button, 'open-panel').text).toBe('Añadir o actualizar registros');
  });

  it.each([
    ['the function gives no answer', () => Promise.reject(new Error('504'))],
    [
      'it refuses',
      () => ({ ok: false, error: { code: 'internal', message: 'x', retryable: false, scopes: [] } }),
    ],
    ['its answer cannot be read', () => ({ ok: true, language: 'de', messages: { a: 1 } })],
  ])('are told of, and asked for again on a press, when %s', async (_, fail) => {
    let isDown = true;
    const answer = (parameters: unknown) => (isDown ? fail() : answerWords(parameters));
    const card = await openIn({ language: 'de' }, speakingFunctions({ [CARD_WORDS]: answer }));
    expect(card.findByTestId(ErrorState, 'words-failed').props.title).toBe(
      'Die Texte konnten nicht geladen werden',
    );
    isDown = false;
    press(card, 'words-failed-retry');
    await vi.advanceTimersByTimeAsync(10);
    expect(card.maybeFindByTestId(ErrorState, 'words-failed')).toBeNull();
    expect(card.findByTestId(TextArea, 'paste').props.label).toBe('Datensätze einfügen');
  });

  it('leave the way back to a language that is here', async () => {
    const card = await openIn({ language: 'en' }, healthyFunctions());
    choose(card, 'pt');
    await vi.advanceTimersByTimeAsync(10);
    expect(card.findByTestId(ErrorState, 'words-failed')).toBeDefined();
    choose(card, 'en');
    await vi.advanceTimersByTimeAsync(10);
    expect(card.findByTestId(TextArea, 'paste').props.label).toBe('Paste your records');
  });
});

describe('in a language nobody speaks', () => {
  /** Every text between marks: what stands without them does not come from the catalogue. */
  const marked = Object.fromEntries(
    Object.entries(CATALOGUES.en).map(([key, text]) => [key, /^\W*$/.test(text) ? text : `⟦${text}⟧`]),
  );

  it('no sentence of the flow stays untranslated', async () => {
    speak('en', { ...wordsIn('en'), messages: marked }, 'en');
    const card = await openIn({ language: 'en' });
    const screens: string[] = [];
    for (const step of ['match', 'review', 'outcomes'] as const) {
      await goTo(card, step, ROWS);
      screens.push(...wordsOn(card));
      if (step !== 'outcomes') press(card, step === 'match' ? 'back-to-data' : 'back-to-match');
      if (step === 'review') press(card, 'back-to-data');
    }
    expect(screens.filter((text) => text.includes('⟦')).length).toBeGreaterThan(30);
    expect(screens.filter(isUntranslated)).toEqual([]);
  });

  it('nor any of a repair, of earlier runs and of an undo', async () => {
    speak('en', { ...wordsIn('en'), messages: marked }, 'en');
    const card = await openIn({ language: 'en' }, healthyFunctions());
    await goTo(card, 'outcomes', ROWS);
    const walk = [
      () => card.findByTestId(Input, 'retype-0').props.onChange?.('no address'),
      () => {
        press(card, 'take-back-0');
      },
      () => card.findByTestId(Input, 'retype-0').props.onChange?.('good@example.org'),
      () => {
        press(card, 'retry');
      },
      () => {
        press(card, 'start-over');
      },
      () => {
        press(card, 'undo-run-0');
      },
      // The plan reads again before it is shown.
      () => undefined,
    ];
    const screens: string[] = [];
    for (const go of walk) {
      go();
      await vi.advanceTimersByTimeAsync(5000);
      screens.push(...wordsOn(card));
    }
    expect(screens.join(' ')).toContain(marked['history.undoTitle']);
    expect(screens.filter((text) => text.includes('⟦')).length).toBeGreaterThan(30);
    expect(screens.filter(isUntranslated)).toEqual([]);
  });
});

describe('a file of failures', () => {
  it.each(LANGUAGES)('in %s is known when it is pasted again, whatever is spoken then', async (language) => {
    speak('en', wordsIn(language), language);
    const headers = { row: say('csv.row'), reason: say('csv.reason') };
    const columns = [{ index: 0, header: 'email' }];
    const table = { columns, rows: [{ number: 2, cells: ['bad@example.org'] }] };
    const rejection = { category: null, message: '', values: [], correlationId: null };
    const row = { slot: 0, rowNumber: 2, key: null, recordId: null };
    const text = writeFailuresCsv(table, [{ ...row, kind: 'rejected', rejection }], {
      headers,
      reasonOf: () => 'no',
    });
    expect(text).toContain(`: ${CATALOGUES[language]['csv.reason']}`);
    speak('en', wordsIn('en'), 'en');
    const card = await openIn({ language: 'en' });
    await goTo(card, 'match', text);
    expect(textIn(card.findByTestId(Table, 'columns'))).not.toContain('Bulk Records');
    expect(card.findAll(Select).filter(({ props }) => props.name?.startsWith('property-'))).toHaveLength(1);
  });
});

function wordsOn(card: Card): readonly string[] {
  const root = card.getRootNode();
  return [
    ...textIn(root).split(' | '),
    ...card.findAll(Button).map(({ text }) => text ?? ''),
    ...card.findAll(Alert).map(({ props }) => props.title),
  ];
}

/** Words of ours: more than one letter, neither in marks nor of the sample, the launcher or the portal. */
function isUntranslated(text: string): boolean {
  const rest = text
    .replace(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, '')
    .replace(/\S+@example\.org|email|children|Email|Children/g, '');
  return /[a-z]{2}/i.test(rest) && !KEPT.some((words) => text.includes(words));
}

const KEPT = [
  'Paste rows from a spreadsheet',
  'Add or update records',
  'Latest runs',
  'rows done',
  'No run has been kept yet',
  'fake_firstName',
];
