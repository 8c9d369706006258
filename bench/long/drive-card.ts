import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Browser } from 'playwright-core';
import { CardPage } from '../../e2e/card-page.ts';
import { GeneratedFile } from './generated-file.ts';
import { rendererSeconds, WorkerInspector, type WorkerHeap } from './worker-heap.ts';

/** What one run of the card over a long file was. */
export interface CardRun {
  readonly rowCount: number;
  readonly isCompared: boolean;
  readonly equation: string;
  readonly heap: WorkerHeap;
  /** From the file to what checking it has found. */
  readonly checking: Spent;
  /** Each part from its beginning to the next one's. */
  readonly parts: readonly Spent[];
  /** From the press of the button to the equation. */
  readonly running: Spent;
  /** Messages from the worker to its page, while it ran. */
  readonly messagesPerSecond: number;
}

/** By the clock, and of the processor in the pages and workers of the browser. */
export interface Spent {
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface CardOrder {
  readonly browser: Browser;
  readonly workbenchUrl: string;
  readonly path: string;
  readonly rowCount: number;
  readonly isCompared: boolean;
  /** What may pass before it is given up. */
  readonly timeoutMs: number;
}

const LOOK_EVERY_MS = 300;

const PIECE_BYTES = 1_048_576;

export async function writeFile(path: string, rowCount: number): Promise<void> {
  const file = new GeneratedFile(rowCount);
  const stream = createWriteStream(path);
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    stream.write(await file.read(from, from + PIECE_BYTES));
  }
  stream.end();
  await finished(stream);
}

/** From choosing the file to its settled outcomes, by HubSpot's imports. */
export async function driveCard(order: CardOrder): Promise<CardRun> {
  const { browser, rowCount, isCompared, timeoutMs: timeout } = order;
  const scenario = `default~long-${String(rowCount)}-${isCompared ? 'compared' : 'blind'}`;
  // Every file is read piece by piece, the small one too: the two are compared.
  const card = await CardPage.open(browser, order.workbenchUrl, {
    scenario,
    variables: { LONG_FILE_BYTES: '0' },
  });
  try {
    const watch = new Watch(browser);
    await card.openPanel();
    const [page] = browser.contexts().at(-1)?.pages() ?? [];
    if (page === undefined) throw new Error('The card has no page');
    const inspector = await WorkerInspector.attach(page);
    await card.chooseFileAt(order.path);
    await card.press('to-match');
    await card.byTestId('columns').waitFor({ timeout });
    await watch.start();
    await card.press('to-review');
    await card.byTestId('long-counts').waitFor({ timeout });
    const checking = await watch.lap();
    await card.choose('way', /By HubSpot’s import/);
    if (!isCompared) await card.choose('long-compare', /^No:/);
    const before = await card.countMessages();
    await watch.start();
    await card.press('run-long');
    const parts = await watchParts(card, watch, timeout);
    const running = watch.total();
    const messages = (await card.countMessages()) - before;
    const equation = await card.text('equation');
    return {
      ...{ rowCount, isCompared, equation, checking, parts, running },
      heap: await inspector.heap(),
      messagesPerSecond: messages / (running.wallMs / 1000),
    };
  } finally {
    await card.close();
  }
}

/** The card says which part it is at. */
async function watchParts(card: CardPage, watch: Watch, timeoutMs: number): Promise<readonly Spent[]> {
  const parts: Spent[] = [];
  const endAt = performance.now() + timeoutMs;
  let part = '';
  for (;;) {
    const isOver = await card.byTestId('equation').isVisible();
    const shown = isOver ? 'over' : await partShown(card);
    if (shown !== '' && shown !== part) {
      if (part !== '') parts.push(await watch.lap());
      part = shown;
    }
    if (isOver) return parts;
    if (performance.now() > endAt) throw new Error(`Still at "${part}" after ${String(timeoutMs)} ms`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** `Part 3`; nothing where the card shows no part just now. */
async function partShown(card: CardPage): Promise<string> {
  const progress = card.byTestId('progress');
  if (!(await progress.isVisible())) return '';
  const text = await progress.innerText().catch(() => '');
  return /Part [\d,]+/.exec(text)?.[0] ?? '';
}

class Watch {
  private readonly laps: Spent[] = [];
  private since: Spent = { wallMs: 0, cpuMs: 0 };

  constructor(private readonly browser: Browser) {}

  async start(): Promise<void> {
    this.laps.length = 0;
    this.since = await this.now();
  }

  /** Since the last one, or since the start. */
  async lap(): Promise<Spent> {
    const now = await this.now();
    const { since } = this;
    const lap = { wallMs: now.wallMs - since.wallMs, cpuMs: now.cpuMs - since.cpuMs };
    this.since = now;
    this.laps.push(lap);
    return lap;
  }

  /** All laps since the start. */
  total(): Spent {
    return this.laps.reduce(
      (sum, { wallMs, cpuMs }) => ({ wallMs: sum.wallMs + wallMs, cpuMs: sum.cpuMs + cpuMs }),
      { wallMs: 0, cpuMs: 0 },
    );
  }

  private async now(): Promise<Spent> {
    return { wallMs: performance.now(), cpuMs: (await rendererSeconds(this.browser)) * 1000 };
  }
}
