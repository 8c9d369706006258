/** 64 bits of a key. */
export type Fingerprint = readonly [high: number, low: number];

/** Each grows alone: what is copied at once, and held twice for it, is a small part of the whole. A power of two. */
const SEGMENT_BITS = 6;
const FIRST_SLOTS = 16;
/** A segment grows when more than so much of it is taken, and by so much. */
const MOST_TAKEN = 0.8;
const GROWTH = 1.25;

/** A row number by fingerprint: 12 bytes a slot, 15 to 19 an entry once there are thousands. */
export class FingerprintTable {
  private readonly segments = Array.from({ length: 2 ** SEGMENT_BITS }, () => new Segment());

  get size(): number {
    return this.segments.reduce((sum, { taken }) => sum + taken, 0);
  }

  get byteLength(): number {
    return this.segments.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  get(fingerprint: Fingerprint): number | null {
    const row = this.segmentOf(fingerprint)?.get(fingerprint) ?? 0;
    return row === 0 ? null : row;
  }

  /** Row numbers count from 1. */
  set(fingerprint: Fingerprint, row: number): void {
    this.segmentOf(fingerprint)?.set(fingerprint, row);
  }

  forEach(visit: (fingerprint: Fingerprint, row: number) => void): void {
    for (const segment of this.segments) segment.forEach(visit);
  }

  private segmentOf([high]: Fingerprint): Segment | undefined {
    return this.segments[high >>> (32 - SEGMENT_BITS)];
  }
}

class Segment {
  taken = 0;
  private fingerprints = new Uint32Array(2 * FIRST_SLOTS);
  /** 0 is a slot that is free. */
  private rows = new Uint32Array(FIRST_SLOTS);

  get byteLength(): number {
    return this.fingerprints.byteLength + this.rows.byteLength;
  }

  get(fingerprint: Fingerprint): number {
    return this.rows[this.slotOf(fingerprint)] ?? 0;
  }

  set(fingerprint: Fingerprint, row: number): void {
    const slot = this.slotOf(fingerprint);
    const isNew = this.rows[slot] === 0;
    this.put(slot, fingerprint, row);
    if (!isNew) return;
    this.taken += 1;
    if (this.taken > MOST_TAKEN * this.rows.length) this.grow();
  }

  forEach(visit: (fingerprint: Fingerprint, row: number) => void): void {
    const { fingerprints, rows } = this;
    for (let slot = 0; slot < rows.length; slot += 1) {
      const row = rows[slot] ?? 0;
      if (row !== 0) visit([fingerprints[2 * slot] ?? 0, fingerprints[2 * slot + 1] ?? 0], row);
    }
  }

  /** Where the fingerprint stands, or where it would: the next free slot from its own on. */
  private slotOf([high, low]: Fingerprint): number {
    const { fingerprints, rows } = this;
    const size = rows.length;
    for (let slot = low % size; ; slot = slot + 1 === size ? 0 : slot + 1) {
      if (rows[slot] === 0) return slot;
      if (fingerprints[2 * slot] === high && fingerprints[2 * slot + 1] === low) return slot;
    }
  }

  private put(slot: number, [high, low]: Fingerprint, row: number): void {
    this.fingerprints[2 * slot] = high;
    this.fingerprints[2 * slot + 1] = low;
    this.rows[slot] = row;
  }

  private grow(): void {
    const { fingerprints, rows } = this;
    const size = Math.ceil(GROWTH * rows.length);
    this.fingerprints = new Uint32Array(2 * size);
    this.rows = new Uint32Array(size);
    for (let slot = 0; slot < rows.length; slot += 1) {
      const row = rows[slot] ?? 0;
      if (row === 0) continue;
      const fingerprint = [fingerprints[2 * slot] ?? 0, fingerprints[2 * slot + 1] ?? 0] as const;
      this.put(this.slotOf(fingerprint), fingerprint, row);
    }
  }
}
