// Made from functions/src/words/en.json by `npm run words`.

export interface CellValues {
  'cell.not-a-number': { found: string };
  'cell.not-a-number.expected': { found: string; expected: string };
  'cell.not-a-date': { found: string };
  'cell.not-a-date.expected': { found: string; expected: string };
  'cell.not-a-boolean': { found: string };
  'cell.not-an-email': { found: string };
  'cell.not-an-email.next': null;
  'cell.not-a-domain': { found: string };
  'cell.not-a-domain.next': null;
  'cell.unknown-option': { found: string };
  'cell.unknown-option.next': null;
  'cell.unknown-option.list': { options: string };
  'cell.ambiguous-option': { found: string };
  'cell.stage-of-other-pipeline': { found: string };
  'cell.stage-of-other-pipeline.next': null;
  'cell.format-open': { found: string };
  'cell.format-open.next': null;
  'cell.time-in-date': { found: string };
  'cell.time-zone-missing': { found: string };
  'cell.time-skipped': { found: string };
  'cell.time-repeated': { found: string };
  'cell.invisible-characters': { found: string };
  'cell.damaged-characters': { found: string };
  'cell.damaged-characters.next': null;
  'cell.value-too-long': { found: string; length: number };
  'cell.value-too-long.expected': { found: string; length: number; max: number };
  'cell.record-id-not-a-number': { found: string };
  'cell.candidates': { candidates: string };
  'cell.another': null;
  'cell.or': { first: string; second: string };
  'cell.no-such-record': { object: string; found: string; label: string };
  'cell.several-records': { found: string; label: string };
  'cell.record-not-read': { found: string };
}
