import { Sha256 } from './sha-256.ts';

/** Slots of the smallest table; a power of two. */
const FIRST_SLOTS = 1024;

/** A table grows when more than so much of it is taken. */
const MOST_TAKEN = 0.6;

/**
 * Which rows hold a key, for inputs whose keys are never all in memory: of a key it knows the first 64 bits of its
 * SHA-256, and the first and the last row that hold it. That is 16 bytes a slot, 27 to 54 a key. Among ten million keys two
 * with one fingerprint are as likely as three in a million.
 */
export class KeyTable {
  private fingerprints = new Uint32Array(2 * FIRST_SLOTS);
  /** Row numbers count from 1: 0 is a slot that is free. */
  private firstRows = new Uint32Array(FIRST_SLOTS);
  private lastRows = new Uint32Array(FIRST_SLOTS);
  private taken = 0;
  private repeated = 0;

  get keyCount(): number {
    return this.taken;
  }

  /** Rows beyond the one of each key that is written. */
  get repeatedRowCount(): number {
    return this.repeated;
  }

  note(key: string, rowNumber: number): void {
    const [high, low] = fingerprintOf(key);
    const slot = this.slotOf(high, low);
    if (this.firstRows[slot] === 0) {
      this.add({ high, low, first: rowNumber, last: rowNumber });
      return;
    }
    this.lastRows[slot] = rowNumber;
    this.repeated += 1;
  }

  firstRowOf(key: string): number | null {
    return this.rowOf(key, this.firstRows);
  }

  lastRowOf(key: string): number | null {
    return this.rowOf(key, this.lastRows);
  }

  /**
   * Only the keys that several rows hold. Whoever wants to know which other row is about a record needs no more, and a
   * long input's single keys take sixteen bytes each and more.
   */
  repeatedKeys(): KeyTable {
    const { fingerprints, firstRows, lastRows } = this;
    const kept = new KeyTable();
    kept.repeated = this.repeated;
    // Iterators over millions of slots would keep the event loop several times as long.
    for (let slot = 0; slot < firstRows.length; slot += 1) {
      const first = firstRows[slot] ?? 0;
      const last = lastRows[slot] ?? first;
      if (first === last) continue;
      const high = fingerprints[2 * slot] ?? 0;
      const low = fingerprints[2 * slot + 1] ?? 0;
      kept.add({ high, low, first, last });
    }
    return kept;
  }

  private rowOf(key: string, rows: Uint32Array): number | null {
    const row = rows[this.slotOf(...fingerprintOf(key))] ?? 0;
    return row === 0 ? null : row;
  }

  /** Where the fingerprint stands, or where it would: the next free slot from its own on. */
  private slotOf(high: number, low: number): number {
    const { fingerprints, firstRows } = this;
    const mask = firstRows.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      if (firstRows[slot] === 0) return slot;
      if (fingerprints[2 * slot] === high && fingerprints[2 * slot + 1] === low) return slot;
    }
  }

  /** One whose fingerprint is not there yet. */
  private add(entry: Entry): void {
    this.put(this.slotOf(entry.high, entry.low), entry);
    this.taken += 1;
    if (this.taken > MOST_TAKEN * this.firstRows.length) this.grow();
  }

  private put(slot: number, { high, low, first, last }: Entry): void {
    this.fingerprints[2 * slot] = high;
    this.fingerprints[2 * slot + 1] = low;
    this.firstRows[slot] = first;
    this.lastRows[slot] = last;
  }

  private grow(): void {
    const { fingerprints, firstRows, lastRows } = this;
    const size = 2 * firstRows.length;
    this.fingerprints = new Uint32Array(2 * size);
    this.firstRows = new Uint32Array(size);
    this.lastRows = new Uint32Array(size);
    for (let slot = 0; slot < firstRows.length; slot += 1) {
      const first = firstRows[slot] ?? 0;
      if (first === 0) continue;
      const high = fingerprints[2 * slot] ?? 0;
      const low = fingerprints[2 * slot + 1] ?? 0;
      this.put(this.slotOf(high, low), { high, low, first, last: lastRows[slot] ?? first });
    }
  }
}

interface Entry {
  readonly high: number;
  readonly low: number;
  readonly first: number;
  readonly last: number;
}

function fingerprintOf(key: string): readonly [high: number, low: number] {
  const hash = new Sha256();
  hash.update(key);
  return hash.toFingerprint();
}
