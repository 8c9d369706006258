import { readAs, refuse } from './cell-reading.ts';
import type { CellIssueCode, CellReading } from './cell-reading.ts';
import { cleanText, isOrdinary, removeDamaged, removeHidden } from './hidden-characters.ts';

type Read = (raw: string) => CellReading;

/** What the characters of a value have to bear. */
export interface CharacterRule {
  /** It is compared with HubSpot's values to find a record: a character nobody sees would make a second one. */
  readonly isKey: boolean;
  /** Blanks around belong to it, as to any text. */
  readonly keepsBlanks: boolean;
}

/**
 * Reads values that are sent as typed, unless there is something in them that nobody sees or nothing can store: then
 * the cell is an issue, and what it looks like is offered. An ordinary text may hold what it likes but the latter.
 */
export function guardCharacters(read: Read, rule: CharacterRule): Read {
  const mindsBlanks = rule.isKey && rule.keepsBlanks;
  return (raw) => {
    if (!mindsBlanks && isOrdinary(raw)) return read(raw);
    const text = rule.keepsBlanks ? raw : raw.trim();
    const clean = cleanBy(rule, text);
    const isLost = rule.isKey && clean.includes(REPLACED);
    if (isLost) return refuse(raw, { code: 'damaged-characters', expected: { kind: 'visible-text' } });
    if (clean === text) return read(raw);
    return offerClean(clean.trim() === '' ? { kind: 'blank' } : read(clean), { raw, text, rule });
  };
}

/** What a wrong encoding leaves of a letter. */
const REPLACED = '\ufffd';

function cleanBy({ isKey, keepsBlanks }: CharacterRule, text: string): string {
  if (isKey) return cleanText(text);
  return keepsBlanks ? removeDamaged(text) : removeHidden(removeDamaged(text)).trim();
}

interface OddCell {
  readonly raw: string;
  readonly text: string;
  readonly rule: CharacterRule;
}

/** What is wrong with the cell even without its odd characters comes first. */
function offerClean(reading: CellReading, { raw, text, rule }: OddCell): CellReading {
  if (reading.kind === 'issue') return { kind: 'issue', issue: { ...reading.issue, raw } };
  const isDamaged = removeDamaged(text) !== text;
  const code: CellIssueCode = isDamaged ? 'damaged-characters' : 'invisible-characters';
  const asTyped = rule.isKey && rule.keepsBlanks && !isDamaged ? [raw] : [];
  const values = reading.kind === 'value' ? [reading.value, ...asTyped] : [];
  const candidates = values.map((value) => ({ value, label: value }));
  return refuse(raw, { code, expected: { kind: 'visible-text' }, found: text, candidates });
}

/** Reads what a cell looks like, as the admin has chosen for its column. */
export function readCleaned(read: Read): Read {
  return (raw) => {
    const clean = cleanText(raw);
    if (clean === '') return { kind: 'blank' };
    const reading = read(clean);
    return reading.kind === 'issue' ? { kind: 'issue', issue: { ...reading.issue, raw } } : reading;
  };
}

/** Text is sacred: not a blank is taken away. */
export function readAsTyped(raw: string): CellReading {
  return readAs(raw);
}

export function readTrimmed(raw: string): CellReading {
  return readAs(raw.trim());
}
