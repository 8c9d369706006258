import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NO_OUTCOMES } from '../../outcomes/count-outcomes.ts';
import type { Plan } from '../../plan/plan.ts';
import { MemoryJournal } from '../../testing/memory-journal.ts';
import { oneOfEach } from '../../testing/outcomes.ts';
import { draft, held, planOf, PLAN_PROPERTIES } from '../../testing/plans.ts';
import {
  DEFAULT_JOURNAL_SETTINGS,
  JournalWriter,
  startHead,
  type JournalSettings,
} from './journal-writer.ts';
import { loadHead, loadRun } from './load-run.ts';

const RUN_ID = 'run12345678';

const plan = planOf(
  [
    draft(0, 'new@example.org', { name: 'Ä "漢"' }),
    draft(1, 'ada@example.org', { name: 'Ada', colours: ';blue' }),
    draft(2, 'same@example.org'),
    { ...draft(3, null), issues: [{ code: 'nothing-to-write' }] },
    draft(4, 'twice@example.org'),
    draft(5, 'twice@example.org'),
    draft(6, 'unread@example.org'),
  ],
  {
    'new@example.org': { kind: 'missing' },
    'ada@example.org': held('5', { name: 'Bo', colours: 'red' }),
    'same@example.org': held('6', { name: 'Ada' }),
    'twice@example.org': { kind: 'missing' },
  },
);

function open(settings: Partial<JournalSettings> = {}, of: Plan = plan) {
  const journal = new MemoryJournal();
  let nowMs = 0;
  const writer = new JournalWriter(
    startHead({ plan: of, runId: RUN_ID, startedAt: 7, startedBy: 'ada', undoes: null }, NO_OUTCOMES),
    {
      ports: journal,
      settings: { ...DEFAULT_JOURNAL_SETTINGS, ...settings },
      now: () => nowMs,
      turn: () => Promise.resolve(),
    },
  );
  const wait = (ms: number) => {
    nowMs += ms;
  };
  return { journal, writer, wait };
}

async function load(journal: MemoryJournal) {
  const loaded = await loadHead(RUN_ID, journal);
  if (loaded.kind !== 'head') return loaded;
  const run = await loadRun(loaded.head, PLAN_PROPERTIES, journal);
  return run.kind === 'run' ? { ...run.run, head: loaded.head } : run;
}

describe('a journal', () => {
  it('holds the plan before anything is written, in pieces, and the head last', async () => {
    const { journal, writer } = open({ maxPieceBytes: 600 });
    expect(await writer.storePlan(plan)).toEqual({ kind: 'stored' });
    expect(journal.stored.length).toBeGreaterThan(2);
    expect(journal.stored.at(-1)).toBe(RUN_ID);
    expect(await load(journal)).toMatchObject({
      head: { state: 'running', rowCount: 7, startedBy: 'ada' },
      plan: { digest: plan.digest, rows: plan.rows.map(({ kind }) => ({ kind })) },
    });
  });

  it('gives back announcements and outcomes of every kind', async () => {
    const { journal, writer } = open();
    await writer.storePlan(plan);
    await writer.announce([0, 1]);
    const outcomes = oneOfEach();
    writer.noteOutcomes(outcomes);
    await writer.close('stopped', { ...NO_OUTCOMES, created: 1 });
    const loaded = await load(journal);
    if (!('outcomes' in loaded)) throw new Error('the journal could not be loaded');
    expect(loaded.announced).toEqual(new Set([0, 1]));
    expect([...loaded.outcomes.values()]).toEqual(outcomes);
    expect(loaded.head).toMatchObject({ state: 'stopped', counts: { created: 1 } });
  });

  it('stores an announcement at once and outcomes when enough have gathered or waited', async () => {
    const { journal, writer, wait } = open({ maxOpenLines: 3, maxOpenMs: 5000 });
    await writer.storePlan(plan);
    const [one, two, three] = oneOfEach();
    if (!one || !two || !three) throw new Error('too few');
    const rowPieces = () => journal.stored.filter((name) => name.includes('/rows-')).length;
    await writer.announce([0]);
    expect(rowPieces()).toBe(1);
    writer.noteOutcomes([one, two]);
    await writer.announce([]).then(() => undefined);
    expect(rowPieces()).toBe(2);
    writer.noteOutcomes([one]);
    wait(5000);
    writer.noteOutcomes([two]);
    await writer.close('finished', NO_OUTCOMES);
    expect(rowPieces()).toBe(3);
  });

  it('keeps what could not be stored, and stores it with the next', async () => {
    const { journal, writer } = open();
    await writer.storePlan(plan);
    const [one] = oneOfEach();
    journal.isDown = true;
    await writer.announce([0, 1]);
    expect(writer.failure).toEqual({ kind: 'silent', message: 'down' });
    journal.isDown = false;
    if (one) writer.noteOutcomes([one]);
    await writer.close('finished', NO_OUTCOMES);
    expect(writer.failure).toBeNull();
    const loaded = await load(journal);
    expect('announced' in loaded && loaded.announced).toEqual(new Set([0, 1]));
    expect('outcomes' in loaded && loaded.outcomes.size).toBe(1);
  });

  it('says when the plan cannot be kept', async () => {
    const { journal, writer } = open();
    journal.isDown = true;
    expect(await writer.storePlan(plan)).toMatchObject({ kind: 'failed' });
  });
});

describe('a journal that was damaged', () => {
  async function written() {
    const opened = open();
    await opened.writer.storePlan(plan);
    await opened.writer.announce([0]);
    await opened.writer.close('finished', NO_OUTCOMES);
    return opened.journal;
  }

  it('counts every row as announced when a piece of rows is gone', async () => {
    const journal = await written();
    journal.pieces.delete(`${RUN_ID}/rows-1`);
    const loaded = await load(journal);
    expect('announced' in loaded && loaded.announced.size).toBe(plan.rows.length);
  });

  it('finds a piece that was stored after the last head', async () => {
    const journal = await written();
    const head = journal.pieces.get(RUN_ID) ?? new Uint8Array();
    const text = new TextDecoder().decode(head).replace('"rowPieces":1', '"rowPieces":0');
    journal.pieces.set(RUN_ID, strToU8(text));
    const loaded = await load(journal);
    expect('announced' in loaded && loaded.announced).toEqual(new Set([0]));
  });

  it('is not believed when its plan is not the one its head names', async () => {
    const { journal, writer } = open();
    await writer.storePlan(plan);
    const other = planOf([draft(0, 'eve@example.org')], { 'eve@example.org': { kind: 'missing' } });
    const forged = open({}, other);
    await forged.writer.storePlan(other);
    const piece = forged.journal.pieces.get(`${RUN_ID}/plan-1`) ?? new Uint8Array();
    journal.pieces.set(`${RUN_ID}/plan-1`, piece);
    expect(await load(journal)).toEqual({ kind: 'unreadable' });
  });

  it.each([
    ['no JSON', 'x'],
    ['another run', '{"version":1,"runId":"run99999999"}'],
    ['nothing we know', '{}'],
  ])('is not read where its head is %s', async (_, text) => {
    const journal = await written();
    journal.pieces.set(RUN_ID, strToU8(text));
    expect(await load(journal)).toEqual({ kind: 'unreadable' });
  });

  it('is absent where it is not', async () => {
    expect(await loadHead(RUN_ID, new MemoryJournal())).toEqual({ kind: 'absent' });
  });
});
