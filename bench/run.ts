import { parseArgs } from 'node:util';
import { measureBlocks } from './blocks.ts';
import { measureMappingSpeed } from './mapping-speed.ts';
import { measureMapping } from './mapping.ts';
import { measureGrowth, measureReading } from './reading.ts';
import { showMapping, showMisses, showSpeed } from './show-mapping.ts';
import { showBlocks, showGrowth, showReading } from './show-reading.ts';

const PARTS = ['reading', 'growth', 'blocks', 'mapping', 'speed'] as const;

type Part = (typeof PARTS)[number];

interface Measured {
  readonly report: unknown;
  readonly text: string;
}

/** `tsx bench/run.ts [--json] [--misses] [part …]`: all parts unless some are named. */
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, misses: { type: 'boolean' } },
  allowPositionals: true,
});

async function measurePart(part: Part): Promise<Measured> {
  switch (part) {
    case 'reading': {
      const report = measureReading();
      return { report, text: showReading(report) };
    }
    case 'growth': {
      const report = measureGrowth();
      return { report, text: showGrowth(report) };
    }
    case 'blocks': {
      const report = await measureBlocks();
      return { report, text: showBlocks(report) };
    }
    case 'mapping': {
      const report = measureMapping();
      const text = showMapping(report);
      return { report, text: values.misses === true ? `${text}\n\n${showMisses(report)}` : text };
    }
    case 'speed': {
      const report = measureMappingSpeed();
      return { report, text: showSpeed(report) };
    }
  }
}

function chosenParts(): readonly Part[] {
  const unknown = positionals.filter((name) => !PARTS.some((part) => part === name));
  if (unknown.length > 0)
    throw new Error(`No such part: ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
  return positionals.length === 0 ? PARTS : PARTS.filter((part) => positionals.includes(part));
}

const reports: Record<string, unknown> = {};
for (const part of chosenParts()) {
  const { report, text } = await measurePart(part);
  reports[part] = report;
  if (values.json !== true) console.log(`${text}\n`);
}
if (values.json === true) console.log(JSON.stringify(reports, null, 2));
