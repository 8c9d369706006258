import type { CreateProof } from '@bulk-records/core';
import { say } from './say.ts';
import type { ProblemWords } from './workbook-words.ts';

/** What becomes of a create whose answer is lost, and what can be done about it. Nothing to say where it has a key. */
export function describeProof(proof: CreateProof): ProblemWords | null {
  if (proof === 'key') return null;
  return { title: say(`proof.${proof}.title`), body: say(`proof.${proof}.body`) };
}
