import { afterEach, vi } from 'vitest';
import type { FakeHubSpot, FakeReply, SeenRequest } from './fake-hubspot.ts';
import { startFakeHubSpot } from './fake-hubspot.ts';

/** Not a token of anybody: HubSpot's begin with `pat-`. */
export const TEST_TOKEN = 'test-token-0123456789';

const running = new Set<FakeHubSpot>();

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([...running].map((hubspot) => hubspot.close()));
  running.clear();
});

/** Starts a fake HubSpot that functions called in this test will talk to; it ends with the test. */
export async function serveFakeHubSpot(
  replyTo: (request: SeenRequest, index: number) => FakeReply | Promise<FakeReply>,
): Promise<FakeHubSpot> {
  const hubspot = await startFakeHubSpot(replyTo);
  running.add(hubspot);
  vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', TEST_TOKEN);
  vi.stubEnv('HUBSPOT_API_BASE_URL', hubspot.baseUrl);
  return hubspot;
}
