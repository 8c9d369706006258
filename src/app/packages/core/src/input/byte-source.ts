/** A file read piece by piece; never held whole. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `from` up to `to`, at least one of them; rejects when the file cannot be read (any more). */
  read(from: number, to: number): Promise<Uint8Array>;
}
