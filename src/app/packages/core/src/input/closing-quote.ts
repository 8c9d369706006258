const QUOTE = 34;

/**
 * The position of the quote that ends a quoted cell opened at `open`, doubled quotes skipped; -1 when there
 * is none.
 *
 * Invariant that keeps callers linear: a search from one odd run of quotes ends at the next odd run, and a
 * cell that starts with an even run ends within it. So no stretch of text is searched more than twice.
 */
export function closingQuote(text: string, open: number): number {
  let quote = text.indexOf('"', open + 1);
  while (quote !== -1 && text.charCodeAt(quote + 1) === QUOTE) {
    quote += 2;
    // Quotes stand beside quotes: asking for the next one costs more than looking.
    if (text.charCodeAt(quote) !== QUOTE) quote = text.indexOf('"', quote);
  }
  return quote;
}
