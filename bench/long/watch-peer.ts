import { Readable } from 'node:stream';
import Papa from 'papaparse';
import type { CheckReport, Stage } from './check-plan.ts';
import { cpuMs } from './cpu-ms.ts';
import { GeneratedFile } from './generated-file.ts';
import { liveMegabytes } from './live-megabytes.ts';

const PIECE_BYTES = 262_144;

/** papaparse on the same text, piece by piece: it takes records apart once, and does nothing with them. */
export async function watchPeer(rowCount: number): Promise<CheckReport> {
  const file = new GeneratedFile(rowCount);
  const stage: Stage = { stage: 'papaparse', marks: [] };
  const base = liveMegabytes();
  let found = 0;
  const startMs = cpuMs();
  await new Promise<void>((resolve, reject) => {
    Papa.parse(Readable.from(piecesOf(file)), {
      header: true,
      chunk: ({ data }) => {
        found += data.length;
        stage.marks.push({ rowCount: found, ms: cpuMs() - startMs - file.spentMs });
      },
      complete: () => {
        resolve();
      },
      error: reject,
    });
  });
  const end = liveMegabytes();
  const nothing = { longestMs: 0, blockedCount: 0, repeatedCount: 0 };
  return { rowCount, stages: [stage], base, highest: end, end, ...nothing };
}

async function* piecesOf(file: GeneratedFile): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    yield decoder.decode(await file.read(from, from + PIECE_BYTES), { stream: true });
  }
}
