import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decodeBehaviour } from './decode-behaviour.ts';
import { createEmulator } from './emulator.ts';
import { defaultToken } from './http/access.ts';
import { serveEmulator } from './serve-emulator.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    host: { type: 'string', default: '127.0.0.1' },
    seed: { type: 'string', default: '1' },
    world: { type: 'string', default: 'default' },
    behaviour: { type: 'string' },
  },
});

const worlds = ['default', 'wide', 'empty'] as const;
const world = worlds.find((name) => name === values.world);
if (world === undefined) throw new Error(`Unknown world ${values.world}; there are ${worlds.join(', ')}`);

/** A file as `npm run probe` writes it. */
const behaviour =
  values.behaviour === undefined ? {} : decodeBehaviour(JSON.parse(readFileSync(values.behaviour, 'utf8')));

const emulator = createEmulator({ seed: Number(values.seed), world, behaviour });
const { url } = await serveEmulator(emulator, { port: Number(values.port), host: values.host });
process.stdout.write(`HubSpot emulator: ${url} (token ${defaultToken})\n`);
