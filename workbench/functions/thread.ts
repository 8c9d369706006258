import { Console } from 'node:console';
import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';

import * as v from 'valibot';

import type { CallMessage, FailureReason, ThreadMessage, ThreadSettings } from './thread-messages.ts';

/** Runs inside an instance's own thread: loads the bundle once, then answers one call at a time. */

const settingsSchema = v.object({ bundlePath: v.string(), throwsOnMissingToken: v.boolean() });
const exportsSchema = v.object({ main: v.function() });
const callSchema = v.object({ contextJson: v.string() });

type Main = v.InferOutput<typeof exportsSchema>['main'];

class TokenUnavailableError extends Error {
  override readonly name = 'PrivateAppUserTokenUnavailableError';
}

function post(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

/** Console output leaves the thread at once, so that it survives a killed instance. */
function redirectConsole(): void {
  const sink = new Writable({
    write(chunk: unknown, _encoding, done) {
      post({ kind: 'log', text: String(chunk) });
      done();
    },
  });
  globalThis.console = new Console({ stdout: sink, stderr: sink });
}

/** `process.env` accepts no accessor, so a copy takes its place (as HubSpot's dev server does it). */
function installThrowingToken(): void {
  process.env = { ...process.env };
  Object.defineProperty(process.env, 'PRIVATE_APP_ACCESS_TOKEN', {
    enumerable: false,
    get() {
      throw new TokenUnavailableError('Cannot obtain a private-app access token.');
    },
  });
}

function loadMain(bundlePath: string): Main | undefined {
  const exported: unknown = createRequire(bundlePath)(bundlePath);
  return v.is(exportsSchema, exported) ? exported.main : undefined;
}

function failureOf(error: unknown): { reason: FailureReason; message: string } {
  const reason = error instanceof TokenUnavailableError ? 'token-unavailable' : 'uncaught-error';
  const message = reason === 'token-unavailable' && error instanceof Error ? error.message : String(error);
  return { reason, message };
}

async function answerCall(settings: ThreadSettings, call: CallMessage): Promise<ThreadMessage> {
  let returned: unknown;
  try {
    const main = loadMain(settings.bundlePath);
    if (main === undefined) {
      return { kind: 'failure', reason: 'invalid-function', message: '' };
    }
    returned = await Promise.resolve(main(JSON.parse(call.contextJson)));
  } catch (error) {
    return { kind: 'failure', ...failureOf(error) };
  }
  try {
    // The declared result hides that a function has no JSON; such a value becomes null at HubSpot.
    const responseJson: unknown = JSON.stringify(returned);
    return {
      kind: 'answer',
      responseJson: typeof responseJson === 'string' ? responseJson : 'null',
    };
  } catch {
    return { kind: 'failure', reason: 'invalid-response', message: '' };
  }
}

const settings = v.parse(settingsSchema, workerData);
redirectConsole();
if (settings.throwsOnMissingToken) installThrowingToken();
parentPort?.on('message', (message: unknown) => {
  const call = v.parse(callSchema, message);
  void answerCall(settings, call).then(post);
});
