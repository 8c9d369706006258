/** What is kept about one call: sizes and times, and what the function itself printed. No bodies. */
export interface CallRecord {
  readonly logId: string;
  readonly functionName: string;
  readonly status: number;
  /** Why a failed call failed, in HubSpot's words; empty for an answered one. */
  readonly exception: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly isColdStart: boolean;
  /** Console output of the call, cut at the log limit. */
  readonly log: string;
}

/** Keeps the newest calls, the oldest first. */
export interface CallLog {
  readonly add: (record: CallRecord) => void;
  readonly records: () => readonly CallRecord[];
  readonly clear: () => void;
}

export function createCallLog(maxRecords: number): CallLog {
  let kept: readonly CallRecord[] = [];
  return {
    add: (record) => (kept = [...kept, record].slice(-maxRecords)),
    records: () => kept,
    clear: () => (kept = []),
  };
}

/** Collects text up to a limit in UTF-8 bytes and says that something was cut. */
export interface CappedText {
  readonly append: (text: string) => void;
  readonly text: () => string;
}

const cutMark = '\n[log truncated]';

export function createCappedText(maxBytes: number): CappedText {
  let kept = Buffer.alloc(0);
  let isCut = false;
  return {
    append(text) {
      const all = Buffer.concat([kept, Buffer.from(text)]);
      isCut ||= all.byteLength > maxBytes;
      kept = all.subarray(0, maxBytes);
    },
    text: () => kept.toString('utf8') + (isCut ? cutMark : ''),
  };
}
