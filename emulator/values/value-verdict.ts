/** What is wrong with one value, in the terms of HubSpot's validation catalogue. */
export interface ValueIssue {
  readonly propertyName: string;
  readonly code: string;
  readonly message: string;
  readonly value?: string;
}

/** 2026-09 repairs some values instead of refusing them and says so. */
export interface ValueWarning {
  readonly propertyName: string;
  readonly rawValue: string;
  readonly normalizedValue: string;
}

export type ValueVerdict =
  | { readonly kind: 'accepted'; readonly value: string; readonly warning?: ValueWarning }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'rejected'; readonly issue: ValueIssue };

export function accept(value: string): ValueVerdict {
  return { kind: 'accepted', value };
}

export function reject(issue: ValueIssue): ValueVerdict {
  return { kind: 'rejected', issue };
}
