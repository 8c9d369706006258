import { createServer } from 'node:net';

const host = '127.0.0.1';
const maxTries = 50;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

/** The first free port from `firstPort` on; throws when 50 in a row are taken. */
export async function findFreePort(firstPort: number): Promise<number> {
  for (let port = firstPort; port < firstPort + maxTries; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${firstPort} to ${firstPort + maxTries - 1}`);
}
