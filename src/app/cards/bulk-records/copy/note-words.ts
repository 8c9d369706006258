import type { Outcome, Plan } from '@bulk-records/core';
import { countOutcomes, shortDigest } from '@bulk-records/core';
import type { MadeNote } from '../state/note-actions.ts';
import { describeCounts } from './history-words.ts';
import { describeReadFailure } from './review-words.ts';
import { nameOfObject } from './object-words.ts';
import { say } from './say.ts';
import type { ProblemWords } from './workbook-words.ts';

interface NotedRun {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  /** As HubSpot names the person to the card. */
  readonly who: string;
}

/** A note on a record, as HTML: what was run and what became of it; no value of any row. */
export function writeNoteBody({ plan, outcomes, who }: NotedRun): string {
  const head = [
    say(`operation.${plan.operation}`),
    nameOfObject(plan.objectType),
    say('review.digest', { digest: shortDigest(plan) }),
  ];
  const counts = describeCounts(countOutcomes(outcomes), outcomes.length);
  const lines = [`Bulk Records: ${head.join(' · ')}`, counts, ...(who === '' ? [] : [who])];
  return lines.map(escapeHtml).join('<br>');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export function describeNote(made: MadeNote): ProblemWords {
  switch (made.kind) {
    case 'made':
    case 'unknown':
      return { title: say(`note.${made.kind}.title`), body: say(`note.${made.kind}.body`) };
    case 'refused':
      return {
        title: say('note.refused.title'),
        body: made.said === '' ? say('note.refused.body') : made.said,
      };
    case 'failed':
      return { title: say('note.refused.title'), body: describeReadFailure(made.failure).body };
  }
}
