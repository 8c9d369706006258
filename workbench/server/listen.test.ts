import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { expect, it } from 'vitest';

import { findFreePort } from './listen.ts';

it('takes the next port when the first is taken', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = taken.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  expect(await findFreePort(port)).toBeGreaterThan(port);
  await new Promise((resolve) => taken.close(resolve));
});
