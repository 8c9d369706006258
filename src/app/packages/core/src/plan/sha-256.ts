const BLOCK_BYTES = 64;

/** The first 32 bits of the fractions of square and cube roots of the first primes (FIPS 180-4, 5.3.3 and 4.2.2). */
const PRIMES = firstPrimes(64);
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));
const ROUND_CONSTANTS = Int32Array.from(PRIMES, (prime) => fractionBits(Math.cbrt(prime)));
/** Of the block that is being mixed; it is no longer needed when the next one comes, so all hashes share it. */
const words = new Int32Array(64);

/** SHA-256 (FIPS 180-4) over the UTF-8 of texts that come one after the other. */
export class Sha256 {
  private readonly state = new Int32Array(START);
  private readonly block = new DataView(new ArrayBuffer(BLOCK_BYTES));
  private byteCount = 0;

  /** Each text is whole: a surrogate without its partner becomes U+FFFD, as in every encoder. */
  update(text: string): void {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) this.add(code);
      else this.addBeyondAscii(code >= 0xd800 && code < 0xe000 ? 0xfffd : code);
    }
  }

  /** Ends the hash: 64 characters. Nothing may be added afterwards. */
  toHex(): string {
    return Array.from(this.close(), (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  /** Ends the hash: its first 64 bits. Nothing may be added afterwards. */
  toFingerprint(): readonly [high: number, low: number] {
    const [high = 0, low = 0] = this.close();
    return [high >>> 0, low >>> 0];
  }

  private close(): Int32Array {
    const bitCount = this.byteCount * 8;
    this.add(0x80);
    while (this.byteCount % BLOCK_BYTES !== BLOCK_BYTES - 8) this.add(0);
    for (let shift = 56; shift >= 0; shift -= 8) this.add(Math.floor(bitCount / 2 ** shift) % 256);
    return this.state;
  }

  private addBeyondAscii(code: number): void {
    if (code < 0x800) this.add(0xc0 | (code >> 6));
    else {
      if (code < 0x10000) this.add(0xe0 | (code >> 12));
      else {
        this.add(0xf0 | (code >> 18));
        this.add(0x80 | ((code >> 12) & 63));
      }
      this.add(0x80 | ((code >> 6) & 63));
    }
    this.add(0x80 | (code & 63));
  }

  private add(byte: number): void {
    this.block.setUint8(this.byteCount % BLOCK_BYTES, byte);
    this.byteCount += 1;
    if (this.byteCount % BLOCK_BYTES === 0) this.compress();
  }

  /** FIPS 180-4, 6.2.2; the letters are the standard's. */
  private compress(): void {
    this.schedule();
    const state = this.state;
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let t = 0; t < 64; t += 1) {
      const mixedE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const chosen = (e & f) ^ (~e & g);
      const first = (h + mixedE + chosen + (ROUND_CONSTANTS[t] ?? 0) + (words[t] ?? 0)) | 0;
      const mixedA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + mixedA + majority) | 0;
    }
    const mixed = [a, b, c, d, e, f, g, h];
    for (let at = 0; at < 8; at += 1) state[at] = (state[at] ?? 0) + (mixed[at] ?? 0);
  }

  /** The 64 words of a block: its own sixteen, and what is mixed from them. */
  private schedule(): void {
    for (let t = 0; t < 16; t += 1) words[t] = this.block.getInt32(t * 4);
    for (let t = 16; t < 64; t += 1) {
      const near = words[t - 2] ?? 0;
      const far = words[t - 15] ?? 0;
      const mixedNear = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
      const mixedFar = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
      words[t] = mixedNear + (words[t - 7] ?? 0) + mixedFar + (words[t - 16] ?? 0);
    }
  }
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function fractionBits(root: number): number {
  return Math.floor((root % 1) * 2 ** 32) | 0;
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}
