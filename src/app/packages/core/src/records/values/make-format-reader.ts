import type { CellFormat } from './cell-format.ts';
import { readAs, refuse } from './cell-reading.ts';
import type { Candidate, CellIssueCode, CellReading, ExpectedValue } from './cell-reading.ts';

/** What a cell means under one format: a value, or what stands in its way. */
export type Meaning =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'problem'; readonly code: CellIssueCode; readonly candidates: readonly Candidate[] };

/** A kind of value that can be written in several formats. */
export interface FormatKind<Format extends CellFormat> {
  /** Of cells that no format can read. */
  readonly code: CellIssueCode;
  readonly expected: ExpectedValue;
  readonly allFormats: readonly Format[];
  /** Takes a cell apart, once for all formats; null where none can read it. */
  readonly parse: (raw: string) => ((format: Format) => Meaning | null) | null;
}

interface FormatMeaning {
  readonly meaning: Meaning;
  readonly format: CellFormat;
}

/**
 * Reads cells by the formats a column leaves possible. Where they disagree about a cell, it is an issue with each of
 * its meanings; where none can read it, what other formats make of it is offered.
 */
export function makeFormatReader<Format extends CellFormat>(
  { code, expected, allFormats, parse }: FormatKind<Format>,
  formats: readonly Format[],
): (raw: string) => CellReading {
  return (raw) => {
    const meaningIn = parse(raw);
    if (meaningIn === null) return refuse(raw, { code, expected });
    const meanings = listMeanings(formats, meaningIn);
    const [first] = meanings;
    if (first === undefined) {
      return refuse(raw, { code, expected, candidates: listCandidates(listMeanings(allFormats, meaningIn)) });
    }
    if (meanings.length > 1) {
      return refuse(raw, { code: 'format-open', expected, candidates: listCandidates(meanings) });
    }
    const { meaning } = first;
    return meaning.kind === 'value' ? readAs(meaning.value) : refuse(raw, { expected, ...meaning });
  };
}

/** Different meanings, each with the first format that finds it. */
function listMeanings<Format extends CellFormat>(
  formats: readonly Format[],
  meaningIn: (format: Format) => Meaning | null,
): readonly FormatMeaning[] {
  const found: FormatMeaning[] = [];
  for (const format of formats) {
    const meaning = meaningIn(format);
    if (meaning !== null && !found.some((known) => isSameMeaning(known.meaning, meaning))) {
      found.push({ meaning, format });
    }
  }
  return found;
}

function isSameMeaning(one: Meaning, other: Meaning): boolean {
  return nameOf(one) === nameOf(other);
}

function nameOf(meaning: Meaning): string {
  return meaning.kind === 'value' ? meaning.value : meaning.candidates.map(({ value }) => value).join();
}

function listCandidates(meanings: readonly FormatMeaning[]): readonly Candidate[] {
  return meanings.flatMap(({ meaning, format }) =>
    meaning.kind === 'value' ? [{ value: meaning.value, label: meaning.value, format }] : meaning.candidates,
  );
}
