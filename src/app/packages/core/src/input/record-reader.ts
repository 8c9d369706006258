import type { InputIssue, UnreadableInput } from './input-issue.ts';
import type { InputRecord } from './input-record.ts';

/** Takes a long text apart into the records of its table; the text comes in parts, cut anywhere. */
export interface RecordReader {
  /** False when the text is at its end, or what is left of it must wait for more. */
  readonly hasMore: boolean;
  /** More of the text; what is read already is dropped. */
  feed(text: string, isLast: boolean): void;
  /** Characters that wait for more text. To stay linear that text must be as long. */
  waiting(): number;
  /** The next record; undefined when it is time for a pause, when there is no more text or when there is a problem. */
  next(): InputRecord | undefined;
  /** Why nothing beyond can be read. */
  problem(): UnreadableInput | undefined;
  /** The issues of what was read since they were taken last. */
  takeIssues(): readonly InputIssue[];
}
