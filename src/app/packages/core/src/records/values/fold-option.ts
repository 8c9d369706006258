import { removeHidden } from './hidden-characters.ts';

/** Marks between words; signs that change a meaning (`+ < % # @ *`, currencies) are none of them. */
const BETWEEN_WORDS = /[\s_\-‐-―/\\.,;:!?'"’‘“”´`&()[\]{}·|]+/gu;

/**
 * An option without case, accents of Latin letters, punctuation and what nobody sees; words stay apart, so that `1-5` is not `15`.
 * A minus before a number stays: `-5` is not `5`.
 */
export function foldOption(text: string): string {
  const signed = text.trim().replace(/^[-−](?=\d)/, '~');
  return (ASCII.test(signed) ? signed.toLowerCase() : foldLetters(signed)).replace(BETWEEN_WORDS, ' ').trim();
}

/** Most cells need no more than small letters, which is ten times faster. */
const ASCII = /^[\x20-\x7e]*$/;

function foldLetters(text: string): string {
  return removeHidden(text)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

/** Without blanks too, so that `E-Mail` is `email`; null with digits, whose places matter. */
export function joinWords(folded: string): string | null {
  return /\p{N}/u.test(folded) ? null : folded.replaceAll(' ', '');
}
