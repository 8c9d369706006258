import fc from 'fast-check';
import { Alert, Text } from '@hubspot/ui-extensions';
import { WRITE_RECORDS } from '@bulk-records/core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { healthyFunctions, type FakeFunctions } from './testing/fake-functions.ts';
import { openCard, resetCard, startCardClock, textIn, type Card } from './testing/open-card.tsx';
import { possibleActs, type Act, type Pick } from './testing/possible-acts.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    complaints.push(words.map(String).join(' '));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What went wrong without anybody being told. */
let complaints: string[] = [];

const TEXTS = [
  '',
  'x',
  'Email,First name\nada@example.org,Ada\nbad@example.org,Bo\ntaken@example.org,Theodor\nnobody,Cy\nada@example.org,Ada B\n',
  'Email\tLifecycle stage\tBirthday\na@example.org\tCustmer\t03/04/2020\nb@example.org\tlead\t05/06/2020\n',
  'Email,Interests,Phone,Children,Level\ni@example.org,Solar power;Moon,030 5550100,1.234,Gold\n',
  '[{"email":"j@example.org","a":{"b":1}},{"email":"k@example.org"}]',
  'just a text',
  'Record ID,First name\n77,Theo B\n78,Nobody\n',
  `Email;Vorname\n${Array.from({ length: 210 }, (_, row) => `p${String(row)}@example.org;P`).join('\n')}`,
];

/** Presses that may lead to a write. */
const MAY_WRITE =
  /^press (run|retry|resume|undo|continue|go-on|canary|write-|update-|send|ask|look|confirm|stop-here)/;

/** The way forward is taken more often than by chance, else few walks come far. */
const FORWARD = /^press (to-|run|retry|resume|undo|open-run|open-part|continue)/;

/** Leads nowhere new. */
const AWAY = /open-panel|language|words-failed/;

interface Walk {
  readonly picks: readonly number[];
  /** Of every so many calls of a function one fails; 0 for none. */
  readonly failsEvery: number;
  readonly isLong: boolean;
}

it('a card that is used without sense or plan writes nothing unasked, adds up, and has always something to press', async () => {
  const walks = fc.record<Walk>({
    picks: fc.array(fc.nat({ max: 9999 }), { minLength: 150, maxLength: 500 }),
    failsEvery: fc.constantFrom(0, 0, 3, 8),
    isLong: fc.boolean(),
  });
  await fc.assert(fc.asyncProperty(walks, walk), { numRuns: 20 });
}, 600_000);

async function walk({ picks, failsEvery, isLong }: Walk): Promise<void> {
  startCardClock();
  complaints = [];
  const left = [...picks];
  const pick: Pick = (count) => (left.pop() ?? 0) % count;
  const trail: string[] = [];
  const functions = watched(healthyFunctions(), trail, failsEvery);
  const card = openCard(functions, isLong ? { LONG_FILE_BYTES: 40, LONG_PART_ROWS: 2 } : {});
  try {
    while (left.length > 0) {
      const act = nextAct(card, pick, trail.length);
      trail.push(act?.name ?? 'wait');
      act?.perform();
      await vi.advanceTimersByTimeAsync([0, 50, 500, 3000][pick(4)] ?? 0);
      expect(faultsOf(card), trail.slice(-30).join('\n')).toEqual([]);
    }
    await vi.advanceTimersByTimeAsync(600_000);
    expect(nextAct(card, pick, 0), 'a dead end').toBeDefined();
  } finally {
    vi.clearAllTimers();
    resetCard();
  }
}

function nextAct(card: Card, pick: Pick, step: number): Act | undefined {
  const acts = possibleActs(card, TEXTS, pick).filter(({ name }) => !AWAY.test(name));
  const inputs = acts.filter(({ name }) => /^(paste|choose a file)/.test(name));
  const forward = acts.filter(({ name }) => FORWARD.test(name));
  const wanted = step < 2 ? inputs : pick(3) === 0 ? forward : acts;
  const taken = wanted.length > 0 ? wanted : acts;
  return taken[pick(Math.max(1, taken.length))];
}

/** Functions that fail now and then, and complain about a write that nobody asked for. */
function watched(functions: FakeFunctions, trail: readonly string[], failsEvery: number): FakeFunctions {
  let calls = 0;
  const watch = (uid: string, answer: (parameters: unknown) => unknown) => (parameters: unknown) => {
    calls += 1;
    const asked = trail.some((name) => MAY_WRITE.test(name));
    if (uid === WRITE_RECORDS && !asked) complaints.push('Written without a press.');
    if (failsEvery === 0 || calls % failsEvery !== 0) return answer(parameters);
    if (calls % 2 === 0) throw new Error('The function timed out.');
    return { ok: false, error: { code: 'no-answer', message: 'HubSpot did not answer.', retryable: true } };
  };
  return Object.fromEntries(Object.entries(functions).map(([uid, answer]) => [uid, watch(uid, answer)]));
}

function faultsOf(card: Card): readonly string[] {
  const alerts = card.findAll(Alert).map(({ props: { title }, text }) => `${title} ${text ?? ''}`);
  const words = [textIn(card), ...alerts].join(' | ');
  const odd = /undefined|NaN|\[object|Infinity/.exec(words);
  return [
    ...complaints,
    ...(odd ? [`“${odd[0]}” in: ${words.slice(Math.max(0, odd.index - 80), odd.index + 80)}`] : []),
    ...card.findAll(Text).flatMap(({ props: { testId }, text }) => {
      return testId === 'equation' && !addsUp(text ?? '') ? [`Does not add up: ${text ?? ''}`] : [];
    }),
  ];
}

/** “3 created + 2 left out = 5 rows” */
function addsUp(equation: string): boolean {
  const [parts = '', total = ''] = equation.split('=').map((side) => side.replaceAll(',', ''));
  const numbers = (side: string) => [...side.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return numbers(parts).reduce((sum, count) => sum + count, 0) === (numbers(total)[0] ?? 0);
}
