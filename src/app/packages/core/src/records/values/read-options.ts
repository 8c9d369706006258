import { readAs, refuse } from './cell-reading.ts';
import type { Candidate, CellReading } from './cell-reading.ts';
import { findOption, labelOf, suggestOptions } from './find-option.ts';
import type { OptionMatch } from './find-option.ts';
import type { OptionIndex } from './option-index.ts';

/** One option as its internal value (HubSpot CRM API guide, enumeration properties: labels are not accepted). */
export function readOption(raw: string, index: OptionIndex, pipelineLabel: string | null): CellReading {
  const match = findOption(raw, index, pipelineLabel);
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
    texts.map((text) => ({ text, match: findOption(text, index, null) })),
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

/** The whole cell with every wrong part put right; none where a part has not exactly one option near it. */
function correctAll(parts: readonly Part[], index: OptionIndex): readonly Candidate[] {
  const corrected = parts.flatMap(({ text, match }) => {
    if (match.kind === 'found') return [{ value: match.value, label: labelOf(match.value, index) }];
    const near = match.kind === 'ambiguous' ? match.candidates : suggestOptions(text, index);
    return near.length === 1 ? near : [];
  });
  if (corrected.length < parts.length || parts.length === 0) return [];
  return [
    {
      value: joinValues(corrected.map(({ value }) => value)),
      label: corrected.map(({ label }) => label).join('; '),
    },
  ];
}
