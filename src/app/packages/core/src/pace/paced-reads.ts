import type { PacedTools } from './paced-calls.ts';
import type { Pacer, Pause } from './pacer.ts';
import { readPaced, type PacedRead, type ReadTools } from './read-paced.ts';

/** Ports whose reads go by way of the pacer, for everybody who reads. */
export function pacedReads(
  ports: ReadTools['ports'],
  pacer: Pacer,
  onTurn?: (wait: Pause | null) => void,
): PacedTools['ports'] & { readonly readRecords: PacedRead } {
  const tools = { pacer, ports, ...(onTurn === undefined ? {} : { onTurn }) };
  return {
    now: () => ports.now(),
    sleep: (delayMs) => ports.sleep(delayMs),
    readRecords: (question) => readPaced(question, tools),
  };
}
