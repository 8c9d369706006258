import type { ValueIssue } from '../values/value-verdict.ts';

/** Why a row was not written. How HubSpot words it is the formatter's business. */
export type Rejection =
  | { readonly kind: 'invalid-values'; readonly issues: readonly ValueIssue[] }
  | {
      readonly kind: 'missing-on-create';
      readonly objectName: string;
      readonly propertyNames: readonly string[];
    }
  | { readonly kind: 'missing-by-rule'; readonly issues: readonly ValueIssue[] }
  | { readonly kind: 'contact-exists'; readonly existingId: string | undefined }
  | {
      readonly kind: 'value-taken';
      /** How HubSpot answers it is a switch. */
      readonly status: 400 | 409;
      readonly objectTypeName: string;
      readonly propertyName: string;
      readonly value: string;
      readonly recordId: string;
      readonly holderId: string;
    }
  | { readonly kind: 'invalid-association'; readonly message: string; readonly objectIds: readonly string[] }
  | { readonly kind: 'missing-association'; readonly objectName: string }
  | { readonly kind: 'no-properties' };
