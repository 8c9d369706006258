import { readAs, refuse } from './cell-reading.ts';
import type { Candidate, CellReading } from './cell-reading.ts';
import { findOption, suggestOptions } from './find-option.ts';
import type { OptionMatch } from './find-option.ts';
import type { OptionIndex } from './option-index.ts';

/** One option as its internal value (HubSpot CRM API guide, enumeration properties: labels are not accepted). */
export function readOption(raw: string, index: OptionIndex): CellReading {
  const match = findOption(raw, index);
  const expected = { kind: 'option' } as const;
  switch (match.kind) {
    case 'found':
      return readAs(match.value);
    case 'ambiguous':
      return refuse(raw, { code: 'ambiguous-option', expected, candidates: match.candidates });
    case 'unknown':
      return refuse(raw, { code: 'unknown-option', expected, candidates: suggestOptions(raw, index) });
  }
}

/**
 * Several options as `a;b`, or `;a;b` to add them to what HubSpot holds (HubSpot CRM API guide, multiple checkboxes).
 * The separator is the one by which every part is an option: labels may hold commas.
 */
export function readOptions(
  raw: string,
  index: OptionIndex,
  { appends }: { readonly appends: boolean },
): CellReading {
  const lead = appends || raw.trimStart().startsWith(';') ? ';' : '';
  const splits = listSplits(raw).map((texts) =>
    texts.map((text) => ({ text, match: findOption(text, index) })),
  );
  const complete = splits.find((parts) => parts.length > 0 && parts.every(isFound));
  if (complete !== undefined) return readAs(lead + joinValues(complete.map(valueOf)));
  const [best = []] = [...splits].sort((a, b) => b.filter(isFound).length - a.filter(isFound).length);
  return refuseParts(raw, best, { lead, index });
}

interface Part {
  readonly text: string;
  readonly match: OptionMatch;
}

/** HubSpot takes 5,000 options in a property; a cell with more parts is a text. */
const MAX_PARTS = 5000;

/** The ways to cut a cell into options. Nobody means one option by `a;b`, but many do by `a, b`. */
function listSplits(raw: string): readonly (readonly string[])[] {
  const byMark = (mark: string) => {
    const texts = raw.split(mark, MAX_PARTS + 1).map((text) => text.trim());
    return [...new Set(texts)].filter((text) => text !== '');
  };
  const splits = [';', '\n', '|'].filter((mark) => raw.includes(mark)).map(byMark);
  return [...splits, [raw.trim()], byMark(',')].filter(({ length }) => length <= MAX_PARTS);
}

function isFound({ match }: Part): boolean {
  return match.kind === 'found';
}

function valueOf({ match }: Part): string {
  return match.kind === 'found' ? match.value : '';
}

function joinValues(values: readonly string[]): string {
  return [...new Set(values)].join(';');
}

/** Above this a cell is too wrong for one suggestion. */
const MAX_WRONG_PARTS = 3;

function refuseParts(
  raw: string,
  parts: readonly Part[],
  { lead, index }: { readonly lead: string; readonly index: OptionIndex },
): CellReading {
  const wrong = parts.find((part) => !isFound(part));
  const code = wrong?.match.kind === 'ambiguous' ? 'ambiguous-option' : 'unknown-option';
  const wrongCount = parts.filter((part) => !isFound(part)).length;
  const candidates = wrongCount > MAX_WRONG_PARTS ? [] : correctAll(parts, index);
  return refuse(raw, {
    code,
    expected: { kind: 'options' },
    found: wrong?.text ?? raw.trim(),
    candidates: candidates.map((candidate) => ({ ...candidate, value: lead + candidate.value })),
  });
}

/** More ways to correct a cell are no help. */
const MAX_CORRECTIONS = 5;

/** The whole cell with every wrong part put right, in all ways; none where a part has no option near it. */
function correctAll(parts: readonly Part[], index: OptionIndex): readonly Candidate[] {
  if (parts.length === 0) return [];
  let corrections: readonly (readonly string[])[] = [[]];
  for (const part of parts) {
    const near = valuesNear(part, index);
    if (near.length * corrections.length > MAX_CORRECTIONS) return [];
    corrections = corrections.flatMap((values) => near.map((value) => [...values, value]));
  }
  return corrections.map((values) => ({
    value: joinValues(values),
    label: [...new Set(values)].map(index.labelOf).join('; '),
  }));
}

function valuesNear({ text, match }: Part, index: OptionIndex): readonly string[] {
  switch (match.kind) {
    case 'found':
      return [match.value];
    case 'ambiguous':
      return match.candidates.map(({ value }) => value);
    case 'unknown':
      return suggestOptions(text, index).map(({ value }) => value);
  }
}
