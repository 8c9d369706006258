import type { AppliedMapping, DroppedColumn, RememberedMapping } from '@bulk-records/core';
import type { MemoryProblem } from '../state/flow-state.ts';
import type { MappingProblem } from '../state/read-mapping.ts';
import { describeLoadFailure } from './flow-words.ts';
import { describeFileProblem } from './input-words.ts';
import { formatDate, listSome } from './numbers.ts';
import { say } from './say.ts';
import type { ProblemWords } from './workbook-words.ts';

/** "Mapping used on March 12, 2026" */
export function nameMapping(
  { savedAt }: RememberedMapping,
  source: 'portal' | 'import',
  timeZone: string,
): string {
  const date = formatDate(Date.parse(savedAt), { dateStyle: 'long', timeZone });
  return say(source === 'portal' ? 'memory.portal' : 'memory.imported', { date });
}

/** What the mapping in force does to the suggestion. */
export function describeApplied({
  columnChoices,
  dropped,
  unknownHeaders,
}: AppliedMapping): readonly string[] {
  const unknown = unknownHeaders.map((text) => say('quote', { text }));
  return [
    say('memory.differs', { count: columnChoices.size }),
    ...dropped.map(describeDropped),
    ...(unknown.length === 0 ? [] : [say('memory.unknown', { headers: listSome(unknown) })]),
  ];
}

function describeDropped({ header, property, reason }: DroppedColumn): string {
  return say(`memory.${reason}`, { header, property });
}

/** Why no mapping is remembered; nothing else is lost. */
export function describeMemoryProblem(problem: MemoryProblem): string {
  switch (problem.kind) {
    case 'unreadable':
    case 'newer':
      return say(`memory.${problem.kind}`);
    case 'no-reply':
    case 'refused':
      return say('memory.failed', describeLoadFailure(problem));
  }
}

export function describeMappingProblem(problem: MappingProblem): ProblemWords {
  switch (problem.code) {
    case 'not-a-mapping':
      return {
        title: say('mapping.not-a-mapping.title'),
        body: say('mapping.not-a-mapping.body', { button: say('memory.copy') }),
      };
    case 'newer-mapping':
      return { title: say('mapping.newer-mapping.title'), body: say('mapping.newer-mapping.body') };
    case 'other-object':
      return {
        title: say('mapping.other-object.title', { objectType: problem.objectType }),
        body: say('mapping.other-object.body'),
      };
    case 'not-text':
    case 'too-large':
    case 'no-workbook':
    case 'unreadable':
      return describeFileProblem(problem);
  }
}
