import { FingerprintTable, type Fingerprint } from './fingerprint-table.ts';
import { Sha256 } from './sha-256.ts';

/**
 * Which rows hold a key, for inputs whose keys are never all in memory: of a key it knows the first 64 bits of its
 * SHA-256, and the first and the last row that hold it. Among ten million keys two with one fingerprint are as likely as
 * three in a million.
 */
export class KeyTable {
  private readonly firstRows = new FingerprintTable();
  /** Of keys that several rows hold; most files have few. */
  private readonly lastRows = new FingerprintTable();
  private repeated = 0;

  get keyCount(): number {
    return this.firstRows.size;
  }

  /** Rows beyond the one of each key that is written. */
  get repeatedRowCount(): number {
    return this.repeated;
  }

  note(key: string, rowNumber: number): void {
    const fingerprint = fingerprintOf(key);
    if (this.firstRows.get(fingerprint) === null) {
      this.firstRows.set(fingerprint, rowNumber);
      return;
    }
    this.lastRows.set(fingerprint, rowNumber);
    this.repeated += 1;
  }

  firstRowOf(key: string): number | null {
    return this.firstRows.get(fingerprintOf(key));
  }

  lastRowOf(key: string): number | null {
    const fingerprint = fingerprintOf(key);
    return this.lastRows.get(fingerprint) ?? this.firstRows.get(fingerprint);
  }

  /**
   * Only the keys that several rows hold. Whoever wants to know which other row is about a record needs no more, and a
   * long input's single keys take fifteen bytes each and more.
   */
  repeatedKeys(): KeyTable {
    const kept = new KeyTable();
    kept.repeated = this.repeated;
    this.lastRows.forEach((fingerprint, lastRow) => {
      kept.firstRows.set(fingerprint, this.firstRows.get(fingerprint) ?? lastRow);
      kept.lastRows.set(fingerprint, lastRow);
    });
    return kept;
  }
}

function fingerprintOf(key: string): Fingerprint {
  const hash = new Sha256();
  hash.update(key);
  return hash.toFingerprint();
}
