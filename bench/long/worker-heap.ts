import type { Browser, CDPSession, Page } from 'playwright-core';
import * as v from 'valibot';

/** Megabytes of a worker after a collection: its objects, and what its typed arrays hold. */
export interface WorkerHeap {
  readonly objects: number;
  readonly arrays: number;
}

const attached = v.object({ sessionId: v.string(), targetInfo: v.object({ type: v.string() }) });

const usage = v.object({ usedSize: v.number(), backingStorageSize: v.optional(v.number(), 0) });

const answered = v.object({ id: v.number(), result: v.unknown() });

/** Asks the one worker of a page by way of the page: playwright attaches to workers, too, but shows no session of theirs. */
export class WorkerInspector {
  private lastId = 0;
  private readonly waiting = new Map<number, (result: unknown) => void>();

  private constructor(
    private readonly cdp: CDPSession,
    private readonly sessionId: string,
  ) {
    cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer = v.safeParse(answered, JSON.parse(message));
      // Anything else is an event.
      if (!answer.success) return;
      this.waiting.get(answer.output.id)?.(answer.output.result);
      this.waiting.delete(answer.output.id);
    });
  }

  static async attach(page: Page): Promise<WorkerInspector> {
    const cdp = await page.context().newCDPSession(page);
    const sessionId = new Promise<string>((resolve) => {
      cdp.on('Target.attachedToTarget', (event) => {
        const { sessionId: found, targetInfo } = v.parse(attached, event);
        if (targetInfo.type === 'worker') resolve(found);
      });
    });
    await cdp.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
    return new WorkerInspector(cdp, await sessionId);
  }

  async heap(): Promise<WorkerHeap> {
    // What a first collection lets go of with the help of finalizers, a second one finds.
    await this.ask('HeapProfiler.collectGarbage');
    await this.ask('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = v.parse(usage, await this.ask('Runtime.getHeapUsage'));
    return { objects: usedSize / 1e6, arrays: backingStorageSize / 1e6 };
  }

  private async ask(method: string): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    const answer = new Promise<unknown>((resolve) => this.waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params: {} });
    await this.cdp.send('Target.sendMessageToTarget', { message, sessionId: this.sessionId });
    return answer;
  }
}

const processes = v.object({ processInfo: v.array(v.object({ type: v.string(), cpuTime: v.number() })) });

/** Processor seconds that all pages and their workers have taken so far. */
export async function rendererSeconds(browser: Browser): Promise<number> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = v.parse(processes, await cdp.send('SystemInfo.getProcessInfo'));
  await cdp.detach();
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
