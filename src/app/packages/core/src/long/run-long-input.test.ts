import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_OUTCOMES, sumCounts } from '../outcomes/count-outcomes.ts';
import { DEFAULT_JOURNAL_SETTINGS } from '../run/journal/journal-writer.ts';
import { DEFAULT_RUN_SETTINGS } from '../run/settings.ts';
import type { JournaledRunPorts } from '../run/journal/run-with-journal.ts';
import { portsOfRun, untilClosed } from '../testing/journaled-run.ts';
import { checkTools, LONG_TOOLS, longInput, longOrder, TextSource } from '../testing/long-inputs.ts';
import { MemoryJournal } from '../testing/memory-journal.ts';
import { ModelPortal, type Forecast } from '../testing/model-portal.ts';
import { batchWeather } from '../testing/weather.ts';
import { checkLongInput } from './check-long-input.ts';
import { markOfRun } from './digest-chunk.ts';
import type { LongOrder } from './long-input.ts';
import type { EarlierChunk, LongProgress, LongRan, LongRunOptions, RanChunk } from './long-run-ports.ts';
import { runLongInput } from './run-long-input.ts';

const HEADERS = ['email', 'name'];

function textOf(rows: readonly (readonly string[])[]): string {
  return [HEADERS, ...rows].map((cells) => cells.join(',')).join('\n');
}

function people(count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, row) => [`p${String(row)}@example.org`, `Name ${String(row)}`]);
}

interface World {
  readonly portal: ModelPortal;
  readonly journal: MemoryJournal;
  readonly source: TextSource;
  readonly order: LongOrder;
  readonly ran: RanChunk[];
  readonly told: LongProgress[];
}

function makeWorld(text: string, forecast: Forecast = {}, order = longOrder(HEADERS)): World {
  const portal = new ModelPortal(forecast);
  return { portal, journal: new MemoryJournal(), source: new TextSource(text), order, ran: [], told: [] };
}

function heldName({ portal }: World, email: string): string | undefined {
  return portal.store.find('email', email)?.versions.at(-1)?.['name'];
}

let runNumber = 0;

interface Wish extends Partial<LongRunOptions> {
  /** What the run sees of the world. */
  readonly ports?: JournaledRunPorts;
  /** Between check and run. */
  readonly meanwhile?: () => void;
}

async function write(world: World, { meanwhile, ports, ...wish }: Wish = {}): Promise<LongRan> {
  const { portal, journal, source, order, ran, told } = world;
  const input = longInput(source, HEADERS);
  const check = await checkLongInput(input, order, checkTools());
  if (check === null) throw new Error('nobody stopped it');
  meanwhile?.();
  return runLongInput(
    input,
    {
      ...(ports ?? portsOfRun(portal, journal)),
      ...LONG_TOOLS,
      now: () => portal.now(),
      newRunId: () => `run${String((runNumber += 1)).padStart(8, '0')}`,
      report: (progress) => told.push(progress),
      confirmCanary: () => Promise.resolve(true),
      onChunkRan: (chunk) => {
        ran.push(chunk);
        return Promise.resolve();
      },
    },
    {
      settings: { ...DEFAULT_RUN_SETTINGS, maxInputsPerBatch: 2, batchesPerCall: 1, canaryAboveWrites: null },
      journalSettings: { ...DEFAULT_JOURNAL_SETTINGS, maxOpenLines: 1 },
      startedBy: 'ada',
      isStopWanted: () => false,
      order,
      check,
      duplicates: 'last',
      isCompared: true,
      importing: null,
      earlier: null,
      associations: [],
      needsAllNamed: false,
      ...wish,
    },
  );
}

/** What an earlier session says of the chunk it came furthest with. */
function earlierOf({ journal }: World): EarlierChunk {
  const runs = [...journal.runs.values()].flatMap((run) => (run.chunk === undefined ? [] : [run]));
  const last = runs.at(-1);
  if (last?.chunk === undefined) throw new Error('no run of a chunk');
  const { chunk, runId, counts, state } = last;
  return { chunk, runId, counts: { ...NO_OUTCOMES, ...counts }, isOpen: state !== 'finished' };
}

describe('runLongInput', () => {
  it('writes every row in runs of a chunk each, with journals of their own', async () => {
    const world = makeWorld(textOf(people(10)));
    const { counts, chunks, stop } = await write(world);
    expect(stop).toBeNull();
    expect(counts).toEqual({ ...NO_OUTCOMES, created: 10 });
    expect(chunks.map(({ chunk }) => [chunk.number, chunk.count, chunk.firstRow, chunk.lastRow])).toEqual([
      [1, 3, 2, 5],
      [2, 3, 6, 9],
      [3, 3, 10, 11],
    ]);
    const listed = [...world.journal.runs.values()];
    expect(listed.map(({ state, chunk, rowCount }) => [state, chunk?.before['created'], rowCount])).toEqual([
      ['finished', 0, 4],
      ['finished', 4, 4],
      ['finished', 8, 2],
    ]);
    expect(world.portal.store.records).toHaveLength(10);
    expect(chunks.every(({ runId, chunk }) => runId.endsWith(markOfRun(chunk.digest)))).toBe(true);
  });

  it('tells all rows in what it reports, and never more than there are', async () => {
    const world = makeWorld(textOf(people(10)));
    await write(world);
    const settled = world.told.map(({ settledCount }) => settledCount);
    expect(settled).toEqual([...settled].sort((one, other) => one - other));
    expect(settled.at(-1)).toBeLessThanOrEqual(10);
    expect(new Set(world.told.map(({ totalCount }) => totalCount))).toEqual(new Set([10]));
    expect(new Set(world.told.map(({ phase }) => phase))).toEqual(
      new Set(['reading', 'comparing', 'writing', 'filing']),
    );
  });

  it('writes nothing when the same file is written again', async () => {
    const world = makeWorld(textOf(people(6)));
    await write(world);
    const requests = world.portal.writeRequests.length;
    const { counts } = await write(world);
    expect(counts).toEqual({ ...NO_OUTCOMES, unchanged: 6 });
    expect(world.portal.writeRequests).toHaveLength(requests);
  });

  it.each([
    ['last', 'Last', { created: 5, skipped: 1 }],
    ['first', 'Name 0', { created: 5, skipped: 1 }],
  ] as const)(
    'writes the %s of rows about one record that are chunks apart',
    async (duplicates, name, counts) => {
      const rows = [...people(5), ['P0@example.org', 'Last']];
      const world = makeWorld(textOf(rows));
      const ran = await write(world, { duplicates });
      expect(ran.counts).toEqual({ ...NO_OUTCOMES, ...counts });
      expect(heldName(world, 'p0@example.org')).toBe(name);
      const skipped = world.ran.flatMap(({ outcomes }) => outcomes).find(({ kind }) => kind === 'skipped');
      const ofRow = duplicates === 'last' ? 7 : 2;
      expect(skipped).toMatchObject({ issues: [{ code: 'repeated', ofRow }] });
    },
  );

  it('leaves rows with issues out, and writes the others', async () => {
    const world = makeWorld(textOf([...people(3), ['no address', 'Bo'], ...people(5).slice(3)]));
    const { counts } = await write(world);
    expect(counts).toEqual({ ...NO_OUTCOMES, created: 5, skipped: 1 });
  });

  it('does not read before it writes where that was chosen, and gives every row its outcome all the same', async () => {
    const world = makeWorld(textOf(people(6)));
    world.portal.store.seed({ email: 'p1@example.org', name: 'Before' });
    // Not even where every plan is held against HubSpot again.
    const settings = { ...DEFAULT_RUN_SETTINGS, recheckAfterMs: 0, canaryAboveWrites: null };
    const { counts } = await write(world, { isCompared: false, settings });
    expect(counts).toEqual({ ...NO_OUTCOMES, created: 5, updated: 1 });
    expect(world.portal.readCalls).toBe(0);
    expect(heldName(world, 'p1@example.org')).toBe('Name 1');
  });

  it('stops between chunks, and counts what was not come to as not sent', async () => {
    const world = makeWorld(textOf(people(10)));
    const { counts, stop } = await write(world, { isStopWanted: () => world.ran.length === 1 });
    expect(stop).toEqual({ kind: 'stopped' });
    expect(counts).toEqual({ ...NO_OUTCOMES, created: 4, 'not-sent': 6 });
  });

  it('ends where a chunk is no longer what was checked, before anything of it is written', async () => {
    const world = makeWorld(textOf(people(10)));
    const changed = people(10).map((row, at) =>
      at === 7 ? ['p7@example.org', 'Nobody confirmed this'] : row,
    );
    const { counts, stop } = await write(world, {
      meanwhile: () => {
        world.source.change(textOf(changed));
      },
    });
    expect(stop).toEqual({ kind: 'input-changed', fromRow: 6 });
    expect(counts).toEqual({ ...NO_OUTCOMES, created: 4, 'not-sent': 6 });
  });

  it.each([
    ['shorter', 6, { fromRow: 6, created: 4 }],
    ['longer', 14, { fromRow: 10, created: 8 }],
  ] as const)('ends where the file has become %s', async (_, length, { fromRow, created }) => {
    const world = makeWorld(textOf(people(10)));
    const ran = await write(world, {
      meanwhile: () => {
        world.source.change(textOf(people(length)));
      },
    });
    expect(ran.stop).toEqual({ kind: 'input-changed', fromRow });
    expect(ran.counts).toEqual({ ...NO_OUTCOMES, created, 'not-sent': 10 - created });
  });

  it('ends where the file is gone', async () => {
    const world = makeWorld(textOf(people(10)));
    const { counts, stop } = await write(world, {
      meanwhile: () => {
        world.source.isGone = true;
      },
    });
    expect(stop).toEqual({ kind: 'input-unreadable', detail: 'Error: NotReadableError' });
    expect(counts).toEqual({ ...NO_OUTCOMES, 'not-sent': 10 });
  });

  it('ends after a chunk whose journal could not be kept, and hands its outcomes over', async () => {
    const world = makeWorld(textOf(people(10)));
    world.journal.isDown = true;
    const { counts, stop, unkept } = await write(world);
    expect(stop).toEqual({ kind: 'no-journal' });
    expect(unkept?.outcomes).toHaveLength(4);
    expect(counts).toEqual({ ...NO_OUTCOMES, created: 4, 'not-sent': 6 });
  });

  it('does not plan what cannot be read', async () => {
    const world = makeWorld(textOf(people(10)), {
      reads: Array.from({ length: 60 }, () => 'failure' as const),
    });
    const { counts, stop } = await write(world);
    expect(stop).toMatchObject({ kind: 'not-read' });
    expect(counts).toEqual({ ...NO_OUTCOMES, 'not-sent': 10 });
  });

  it('asks about the first records of the first chunk only', async () => {
    const world = makeWorld(textOf(people(10)));
    await write(world, {
      settings: { ...DEFAULT_RUN_SETTINGS, maxInputsPerBatch: 2, canaryAboveWrites: 2, canaryRecords: 1 },
    });
    const sizes = world.portal.writeRequests.map(({ batches }) =>
      batches.reduce((sum, { inputs }) => sum + inputs.length, 0),
    );
    expect(sizes).toEqual([1, 3, 4, 2]);
  });
});

/** Stopped anywhere, and written again by another session that knows the list of runs and has the file. */
describe('a long input that is gone on with', () => {
  it('writes no row twice, whenever the first session was stopped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 0, max: 40 }),
        async (count, asks) => {
          const world = makeWorld(textOf(people(count)), {}, longOrder(HEADERS, { operation: 'create' }));
          let asked = 0;
          const first = await write(world, { isStopWanted: () => (asked += 1) > asks });
          expect(sumCounts(first.counts)).toBe(count);
          const earlier = world.journal.runs.size === 0 ? null : earlierOf(world);
          const second = await write(world, { earlier });
          expect(second.stop).toBeNull();
          expect(second.counts).toEqual({ ...NO_OUTCOMES, created: count });
          expect(world.portal.store.records).toHaveLength(count);
        },
      ),
    );
  });

  it('writes no row twice, whenever the tab of the first session was closed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 0, max: 12 }),
        fc.boolean(),
        async (count, atCall, isDelivered) => {
          const world = makeWorld(textOf(people(count)), {}, longOrder(HEADERS, { operation: 'create' }));
          const { portal, journal } = world;
          await untilClosed(portsOfRun(portal, journal), { atCall, isDelivered }, (ports) =>
            write(world, { ports }),
          );
          journal.holders.clear();
          const second = await write(world, { earlier: earlierOf(world) });
          expect(second.stop).toBeNull();
          expect(second.counts).toEqual({ ...NO_OUTCOMES, created: count });
          expect(portal.store.records).toHaveLength(count);
        },
      ),
    );
  });

  it('waits for a session that has its part, and goes on by itself once that one is gone', async () => {
    const world = makeWorld(textOf(people(10)), {}, longOrder(HEADERS, { operation: 'create' }));
    const { portal, journal } = world;
    const ports = portsOfRun(portal, journal);
    await untilClosed(ports, { atCall: 1, isDelivered: true }, (closing) => write(world, { ports: closing }));
    const sleep = (delayMs: number) => {
      journal.holders.clear();
      return portal.sleep(delayMs);
    };
    const { stop, counts } = await write(world, { ports: { ...ports, sleep }, earlier: earlierOf(world) });
    expect(stop).toBeNull();
    expect(counts).toEqual({ ...NO_OUTCOMES, created: 10 });
    expect(world.told.find(({ phase }) => phase === 'waiting')?.untilMs).toBe(9);
  });

  it('gives every row one outcome that equals the store, in any weather', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(batchWeather, { maxLength: 8 }),
        async (count, batches) => {
          const world = makeWorld(textOf(people(count)), { batches });
          const { counts } = await write(world);
          expect(sumCounts(counts)).toBe(count);
          const proven = world.ran
            .flatMap(({ outcomes }) => outcomes)
            .flatMap((outcome) => (outcome.kind === 'created' ? [outcome] : []));
          for (const { key, recordId } of proven) {
            expect(world.portal.store.find('email', key ?? '')?.id).toBe(recordId);
          }
        },
      ),
    );
  });
});
