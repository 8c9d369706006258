/** Control characters, marks of the writing direction, and characters of no width. */
const HIDDEN = /[^\P{Cc}\t\n\r]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/gu;
/** The zero-width joiners are part of emoji and of Persian and Indic words; beside ASCII or a blank they join nothing. */
const IDLE_JOINERS = /(?<=^|[\p{ASCII}\s])[\u200c\u200d]+|[\u200c\u200d]+(?=[\p{ASCII}\s]|$)/gu;
/** Line ends of other systems, and blanks that look like the ordinary one; Japanese writes its own (U+3000). */
const ODD_BLANKS = /[\v\f\u0085\u2028\u2029\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu;
/** What no text holds: HubSpot would refuse it or store something else. */
const DAMAGED = /\0|\p{Surrogate}/gu;

const ORDINARY = /^[\t\n\r\x20-\x7e]*$/;

/** True of most cells; searching the others is ten times slower. */
export function isOrdinary(text: string): boolean {
  return ORDINARY.test(text);
}

/** Without the characters nobody sees; every blank stays. */
export function removeHidden(text: string): string {
  return isOrdinary(text) ? text : text.replace(HIDDEN, '').replace(IDLE_JOINERS, '');
}

/** Without null characters and halves of a surrogate pair. */
export function removeDamaged(text: string): string {
  return isOrdinary(text) ? text : text.replace(DAMAGED, '');
}

/** As it looks: no hidden or damaged characters, ordinary blanks only, and none around. */
export function cleanText(text: string): string {
  if (isOrdinary(text)) return text.trim();
  return removeHidden(removeDamaged(text.replace(ODD_BLANKS, ' '))).trim();
}
