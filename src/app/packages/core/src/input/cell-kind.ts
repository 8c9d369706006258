/** What a cell looks like; `text` may be a value as well as a name. */
export type CellKind =
  'blank' | 'email' | 'url' | 'number' | 'date' | 'boolean' | 'phone' | 'long-text' | 'text';

const LONGEST_SHAPE = 254;
const LONGEST_NAME = 100;

const EMAIL = /^(?:mailto:)?[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]{2,}$/i;
const URL = /^(?:https?:\/\/|www\.)\S+$/i;
const NUMBER = /^[-+(]?(?:[$€£¥]\s?)?[-+]?\d[\d.,'\u00a0\u202f ]*(?:\s?(?:%|[$€£¥]|[A-Z]{3}))?\)?$/;
const DATE =
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}\S*)?$|^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?:,? \d{1,2}:\d{2}.*)?$|^\d{1,2}\.? ?[\p{L}]{3,9}\.?,? \d{4}$|^[\p{L}]{3,9} \d{1,2},? \d{4}$/u;
const BOOLEAN = /^(?:true|false|yes|no|ja|nein|oui|non|sí|si|y|n|x)$/i;
/** A sum may have blanks or a plus, but hardly both over so many digits. */
const INTERNATIONAL_PHONE = /^\+\d[\d\s()/-]{6,24}$/;
const PHONE = /^(?:\+|00|\(|\d)[\d\s()./-]{5,24}\d(?:\s?(?:x|ext\.?)\s?\d{1,6})?$/i;

/** The kind of one raw cell; long texts are told apart without running patterns over them. */
export function cellKind(cell: string): CellKind {
  const text = cell.trim();
  if (text === '') return 'blank';
  if (text.length > LONGEST_SHAPE) return 'long-text';
  if (EMAIL.test(text)) return 'email';
  if (URL.test(text)) return 'url';
  if (DATE.test(text)) return 'date';
  if (INTERNATIONAL_PHONE.test(text)) return 'phone';
  if (NUMBER.test(text)) return 'number';
  if (PHONE.test(text)) return 'phone';
  if (BOOLEAN.test(text)) return 'boolean';
  return text.length > LONGEST_NAME ? 'long-text' : 'text';
}

/** True for kinds that only values have: nobody calls a column "ada@example.org" or "2024-05-01". */
export function isValueKind(kind: CellKind): boolean {
  switch (kind) {
    case 'email':
    case 'url':
    case 'number':
    case 'date':
    case 'boolean':
    case 'phone':
    case 'long-text':
      return true;
    case 'blank':
    case 'text':
      return false;
  }
}
