/** An answer no question foresees. It ends the question and is reported in these words, never guessed at. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}
