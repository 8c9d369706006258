import { readAs, refuse } from './cell-reading.ts';
import type { CellReading } from './cell-reading.ts';
import { findOption } from './find-option.ts';
import { removeHidden } from './hidden-characters.ts';
import type { OptionIndex } from './option-index.ts';

const TRUE_WORDS =
  '1|1.0|-1|x|y|yes|true|t|on|checked|ja|j|wahr|oui|vrai|si|s|verdadero|vero|sim|verdadeiro|waar|sand|sandt|sann|tak|prawda|✓|✔|✔️|☑|☑️|✅|はい|是|kylla';
const FALSE_WORDS =
  '0|0.0|n|no|false|f|off|unchecked|nein|falsch|non|faux|falso|nao|nee|onwaar|nej|nei|falsk|falskt|usann|nie|fałsz|✗|✘|☐|❌|いいえ|否|ei';

const WORDS: ReadonlyMap<string, string> = new Map([
  ...TRUE_WORDS.split('|').map((word) => [word, 'true'] as const),
  ...FALSE_WORDS.split('|').map((word) => [word, 'false'] as const),
]);

const LONGEST_WORD = 40;

/**
 * Yes or no as `true` or `false` (HubSpot CRM API guide, boolean properties), in the languages of HubSpot's product
 * and as spreadsheets, Access (-1) and Python (1.0) write it. The property's own labels count first.
 */
export function readBoolean(raw: string, index: OptionIndex): CellReading {
  const own = findOption(raw, index);
  if (own.kind === 'found') return readAs(own.value);
  const text = removeHidden(raw).trim();
  const word =
    text.length > LONGEST_WORD
      ? ''
      : text
          .toLowerCase()
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '');
  const value = WORDS.get(word);
  return value === undefined
    ? refuse(raw, { code: 'not-a-boolean', expected: { kind: 'boolean' } })
    : readAs(value);
}
