const WORDS: ReadonlySet<string> = new Set(
  'eur euro euros usd gbp chf kr kč zł fr sfr ft lei лв руб грн r rm rp rs tl'.split(' '),
);
/** What stands before a dollar sign (US$, A$), and Brazil's R$. */
const DOLLARS: ReadonlySet<string> = new Set('us a au c ca nz hk s mx nt r'.split(' '));

let codes: ReadonlySet<string> | undefined;

/**
 * True for `€`, `US$`, `kr.` and the codes of ISO 4217 in capitals; a unit such as `kg` is none, and its number
 * stays an issue.
 */
export function isCurrency(text: string): boolean {
  if (/^\p{Sc}$/u.test(text)) return true;
  const word = text.toLowerCase();
  if (word.endsWith('$')) return DOLLARS.has(word.slice(0, -1));
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return WORDS.has(word.replace(/\.$/, '')) || codes.has(text);
}
