export class KeyTable {
  private readonly first = new Map<string, number>();
  private readonly last = new Map<string, number>();
  repeatedRowCount = 0;
  note(key: string, rowNumber: number): void {
    if (this.first.has(key)) this.repeatedRowCount += 1;
    else this.first.set(key, rowNumber);
    this.last.set(key, rowNumber);
  }
  firstRowOf(key: string): number | null {
    return this.first.get(key) ?? null;
  }
  lastRowOf(key: string): number | null {
    return this.last.get(key) ?? null;
  }
  get keyCount(): number {
    return this.first.size;
  }
}
