/**
 * A header, label or internal name without case, blanks, punctuation and Latin accents ("Straße " and
 * "strasse", "First Name" and "first_name"). Marks of other scripts carry meaning and stay.
 */
export function normaliseHeader(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/** Most names need no more than small letters, which is ten times faster. */
const ASCII = /^[\x20-\x7e]*$/;
