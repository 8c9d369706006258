import { parseArgs } from 'node:util';
import { createEmulator } from './emulator.ts';
import { defaultToken } from './http/access.ts';
import { serveEmulator } from './serve-emulator.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    host: { type: 'string', default: '127.0.0.1' },
    seed: { type: 'string', default: '1' },
    world: { type: 'string', default: 'default' },
  },
});

const worlds = ['default', 'wide', 'empty'] as const;
const world = worlds.find((name) => name === values.world);
if (world === undefined) throw new Error(`Unknown world ${values.world}; there are ${worlds.join(', ')}`);

const emulator = createEmulator({ seed: Number(values.seed), world });
const { url } = await serveEmulator(emulator, { port: Number(values.port), host: values.host });
process.stdout.write(`HubSpot emulator: ${url} (token ${defaultToken})\n`);
