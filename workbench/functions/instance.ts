import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { buildSync } from 'esbuild';
import * as v from 'valibot';

import type { FunctionLimits } from './limits.ts';
import type { CallMessage, FailureReason, ThreadSettings } from './thread-messages.ts';

export type InstanceOutcome =
  | { readonly kind: 'answered'; readonly responseJson: string }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly message: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'crashed'; readonly message: string };

export interface InstanceSettings extends ThreadSettings {
  /** The whole environment of the function; nothing of the workbench's own leaks in. */
  readonly environment: Readonly<Record<string, string>>;
  readonly limits: FunctionLimits;
}

export interface InstanceCall {
  readonly contextJson: string;
  readonly onLog: (text: string) => void;
}

/** A warm copy of one function. One call at a time; after a time-out or crash it is not alive. */
export interface FunctionInstance {
  isAlive(): boolean;
  run(call: InstanceCall): Promise<InstanceOutcome>;
  close(): Promise<void>;
}

const threadMessage = v.variant('kind', [
  v.object({ kind: v.literal('log'), text: v.string() }),
  v.object({ kind: v.literal('answer'), responseJson: v.string() }),
  v.object({
    kind: v.literal('failure'),
    reason: v.picklist(['uncaught-error', 'invalid-response', 'invalid-function', 'token-unavailable']),
    message: v.string(),
  }),
]);

let threadCode: string | undefined;

function readThreadCode(): string {
  threadCode ??= buildSync({
    entryPoints: [join(import.meta.dirname, 'thread.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
  }).outputFiles[0]?.text;
  return threadCode ?? '';
}

function startThread(settings: InstanceSettings): Worker {
  const { bundlePath, throwsOnMissingToken } = settings;
  const workerData: ThreadSettings = { bundlePath, throwsOnMissingToken };
  return new Worker(readThreadCode(), {
    eval: true,
    workerData,
    env: { ...settings.environment },
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: settings.limits.memoryMebibytes,
      maxYoungGenerationSizeMb: 16,
    },
    stdout: true,
    stderr: true,
  });
}

/** Starts a thread for one function; the bundle is loaded by its first call. */
export function startInstance(settings: InstanceSettings): FunctionInstance {
  const thread = startThread(settings);
  let alive = true;
  thread.once('exit', () => (alive = false));
  // An error between two calls only ends the instance; during a call `outcomeOf` reports it.
  thread.on('error', () => (alive = false));

  return {
    isAlive: () => alive,
    async run(call) {
      const message: CallMessage = { contextJson: call.contextJson };
      const outcome = await outcomeOf(thread, message, {
        onLog: call.onLog,
        timeoutMs: settings.limits.timeoutMs,
      });
      if (outcome.kind === 'timed-out' || outcome.kind === 'crashed') {
        alive = false;
        await thread.terminate();
      }
      return outcome;
    },
    async close() {
      alive = false;
      await thread.terminate();
    },
  };
}

interface Watch {
  readonly onLog: (text: string) => void;
  readonly timeoutMs: number;
}

function outcomeOf(thread: Worker, call: CallMessage, watch: Watch): Promise<InstanceOutcome> {
  return new Promise((resolve) => {
    const settle = (outcome: InstanceOutcome): void => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (received: unknown): void => {
      const message = v.parse(threadMessage, received);
      switch (message.kind) {
        case 'log':
          watch.onLog(message.text);
          return;
        case 'answer':
          settle({ kind: 'answered', responseJson: message.responseJson });
          return;
        case 'failure':
          settle({ kind: 'failed', reason: message.reason, message: message.message });
          return;
      }
    };
    const onError = (error: Error): void => {
      settle({ kind: 'crashed', message: String(error) });
    };
    const onExit = (exitCode: number): void => {
      settle({ kind: 'crashed', message: `Runtime exited with error: exit status ${exitCode}` });
    };
    const timer = setTimeout(() => {
      settle({ kind: 'timed-out' });
    }, watch.timeoutMs);
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(call);
  });
}
