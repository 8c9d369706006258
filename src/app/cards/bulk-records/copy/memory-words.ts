import type { AppliedMapping, DroppedColumn, RememberedMapping } from '@bulk-records/core';
import type { MemoryProblem } from '../state/flow-state.ts';
import type { MappingProblem } from '../state/read-mapping.ts';
import { describeLoadFailure } from './flow-words.ts';
import { describeFileProblem } from './input-words.ts';
import { countOf, listSome } from './numbers.ts';
import type { ProblemWords } from './workbook-words.ts';

export const MEMORY_WORDS = {
  useMapping: 'Use it',
  useSuggestions: 'Use the suggestions instead',
  forget: 'Forget it',
  forgotten: 'The mapping is forgotten. What is chosen below stays until you leave this step.',
  copy: 'Copy mapping as JSON',
  openImport: 'Import a mapping',
  importLabel: 'Paste a mapping that was copied here or in another portal',
  importFile: 'Or choose its file',
  import: 'Use this mapping',
} as const;

/** "Mapping used on March 12, 2026" */
export function nameMapping(
  { savedAt }: RememberedMapping,
  source: 'portal' | 'import',
  timeZone: string,
): string {
  const date = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone }).format(new Date(savedAt));
  return source === 'portal' ? `Mapping used on ${date}` : `Imported mapping of ${date}`;
}

/** What the mapping in force does to the suggestion. */
export function describeApplied({
  columnChoices,
  dropped,
  unknownHeaders,
}: AppliedMapping): readonly string[] {
  const count = columnChoices.size;
  return [
    count === 0
      ? 'No column differs from the suggestion.'
      : `${countOf(count, 'column differs', 'columns differ')} from the suggestion.`,
    ...dropped.map(describeDropped),
    ...(unknownHeaders.length === 0
      ? []
      : [
          `It does not know ${listSome(unknownHeaders.map((header) => `“${header}”`))}: mapped as suggested.`,
        ]),
  ];
}

function describeDropped({ header, property, reason }: DroppedColumn): string {
  const found = `“${header}” went to ${property}`;
  switch (reason) {
    case 'gone':
      return `${found}, a property that does not exist any more. Choose another one.`;
    case 'read-only':
      return `${found}, which HubSpot now sets itself. Choose another one.`;
    case 'already-taken':
      return `${found}, to which another column goes.`;
  }
}

/** Why no mapping is remembered; nothing else is lost. */
export function describeMemoryProblem(problem: MemoryProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return 'The remembered mapping was changed by somebody and is not used. The next run replaces it.';
    case 'newer':
      return 'The remembered mapping was written by a later version of this app and is not used.';
    case 'no-reply':
    case 'refused': {
      const { title, body } = describeLoadFailure(problem);
      return `Mappings cannot be remembered just now. ${title}: ${body}`;
    }
  }
}

export function describeMappingProblem(problem: MappingProblem): ProblemWords {
  switch (problem.code) {
    case 'not-a-mapping':
      return {
        title: 'This is no mapping',
        body: `Expected the text that “${MEMORY_WORDS.copy}” gives. Copy it again, as a whole.`,
      };
    case 'newer-mapping':
      return {
        title: 'This mapping is from a later version of this app',
        body: 'Ask a super admin to update the app in this portal.',
      };
    case 'other-object':
      return {
        title: `This mapping is for another object (${problem.objectType})`,
        body: 'Choose that object above, or import a mapping for this one.',
      };
    case 'not-text':
    case 'too-large':
    case 'no-workbook':
    case 'unreadable':
      return describeFileProblem(problem);
  }
}
