import type { BrokenJson, InputIssue, TextPlace } from './input-issue.ts';
import { MAX_NAMED, MAX_PLACES } from './limits.ts';
import type { RepeatedKeys } from './parse-json.ts';

/** Counts what is to be said of lines of JSON. */
export class LineTally {
  private repeatedCount = 0;
  private readonly repeatedKeys = new Set<string>();
  private strangerCount = 0;
  private readonly strangers: TextPlace[] = [];
  private brokenCount = 0;
  private readonly broken: BrokenJson[] = [];

  addRepeatedKeys({ count, keys }: RepeatedKeys): void {
    this.repeatedCount += count;
    for (const key of keys) if (this.repeatedKeys.size < MAX_NAMED) this.repeatedKeys.add(key);
  }

  addStranger(place: TextPlace): void {
    this.strangerCount += 1;
    if (this.strangers.length < MAX_PLACES) this.strangers.push(place);
  }

  addBroken(broken: BrokenJson): void {
    this.brokenCount += 1;
    if (this.broken.length < MAX_PLACES) this.broken.push(broken);
  }

  issues(): readonly InputIssue[] {
    const issues: readonly InputIssue[] = [
      { code: 'not-records', count: this.strangerCount, places: this.strangers },
      { code: 'repeated-keys', count: this.repeatedCount, keys: [...this.repeatedKeys] },
      { code: 'broken-lines', count: this.brokenCount, places: this.broken },
    ];
    return issues.filter(({ count }) => count > 0);
  }
}
