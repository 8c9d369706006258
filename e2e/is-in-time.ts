import { errors } from 'playwright-core';

/** False where the browser's driver gave up waiting. */
export async function isInTime(done: Promise<unknown>): Promise<boolean> {
  try {
    await done;
    return true;
  } catch (cause) {
    if (cause instanceof errors.TimeoutError) return false;
    throw cause;
  }
}
