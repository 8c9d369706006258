/**
 * Text that comes in pieces, of which the end may be unfinished. What was left unfinished is given out again only when
 * twice as much is there: a comment spread over a thousand pieces costs no more than one in one piece.
 */
export class PendingText {
  private pieces: string[] = [];
  private length = 0;
  private wantedLength = 1;

  /** The text to read now; null while there is too little of it. */
  add(piece: string): string | null {
    this.pieces.push(piece);
    this.length += piece.length;
    return this.length < this.wantedLength ? null : this.takeAll();
  }

  takeAll(): string {
    return this.pieces.join('');
  }

  /** Keeps what of the text given out last is unfinished. */
  keep(rest: string): void {
    this.pieces = [rest];
    this.length = rest.length;
    this.wantedLength = rest.length * 2 + 1;
  }
}
