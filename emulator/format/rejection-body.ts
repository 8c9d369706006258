import type { Refusal } from '../http/reply.ts';
import type { ValueIssue } from '../values/value-verdict.ts';
import type { Rejection } from '../writes/rejection.ts';
import type { Json } from './json.ts';

/** How one rejection reads, without row identity. */
export interface RejectionText {
  readonly status: number;
  readonly category: string;
  readonly message: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly errors: readonly Json[];
}

function issueDetail({ propertyName, code, message }: ValueIssue): Json {
  return { message, code, context: { propertyName: [propertyName] } };
}

/** The list HubSpot puts, as JSON text, into the message of a validation error (error-handling guide). */
function issueList(issues: readonly ValueIssue[], portalId: number): string {
  const items = issues.map(({ propertyName, code, message, value }) => ({
    isValid: false,
    message,
    error: code,
    name: propertyName,
    ...(value === undefined ? {} : { propertyValue: value }),
    localizedErrorMessage: message,
    portalId,
  }));
  return `Property values were not valid: ${JSON.stringify(items)}`;
}

function validation(message: string, rest: Partial<RejectionText> = {}): RejectionText {
  return { status: 400, category: 'VALIDATION_ERROR', message, context: {}, errors: [], ...rest };
}

/** Error bodies as HubSpot words them; see its error-handling guide and the fixtures in the tests. */
export function wordRejection(rejection: Rejection, portalId: number): RejectionText {
  switch (rejection.kind) {
    case 'invalid-values':
      return validation(issueList(rejection.issues, portalId), { errors: rejection.issues.map(issueDetail) });
    case 'missing-on-create':
      return validation(`Error creating ${rejection.objectName}. Some required properties were not set.`, {
        context: { properties: rejection.propertyNames },
      });
    case 'missing-by-rule':
      return validation('The property values provided are invalid', {
        errors: rejection.issues.map(issueDetail),
      });
    case 'contact-exists':
      return conflict(rejection.existingId);
    case 'value-taken':
      return validation(
        `Cannot set PropertyValueCoordinates{portalId=${portalId}, ` +
          `objectTypeId=ObjectTypeId{legacyObjectType=${rejection.objectTypeName}}, ` +
          `propertyName=${rejection.propertyName}, value=${rejection.value}} on ${rejection.recordId}. ` +
          `${rejection.holderId} already has that value.`,
        rejection.status === 409 ? { status: 409, category: 'CONFLICT' } : {},
      );
    case 'invalid-association':
      return validation(rejection.message, {
        context: rejection.objectIds.length === 0 ? {} : { INVALID_OBJECT_IDS: rejection.objectIds },
      });
    // That it is refused is documented (leads guide); the words are by analogy with missing properties.
    case 'missing-association':
      return validation(`Error creating ${rejection.objectName}. Some required associations were not set.`);
    case 'no-properties':
      return validation('No properties found to update, please provide at least one.');
  }
}

/** The conflicting id is in the text; only an entry of a 207 has it in its context too. */
function conflict(existingId: string | undefined): RejectionText {
  const found = existingId === undefined ? '' : `. Existing ID: ${existingId}`;
  return {
    status: 409,
    category: 'CONFLICT',
    message: `Contact already exists${found}`,
    context: existingId === undefined ? {} : { existingId: [existingId] },
    errors: [],
  };
}

/**
 * The error of a whole request: all bad values of all rows in one list without any row marker; of other
 * reasons only the first (recorded fixtures of batch create and update, 2025-11; public issue about 409, 2021).
 */
export function wordRefusal(
  rejections: readonly [Rejection, ...Rejection[]],
  portalId: number,
): { readonly status: number; readonly refusal: Refusal } {
  const issues = rejections.flatMap((one) => (one.kind === 'invalid-values' ? one.issues : []));
  const chosen: Rejection = issues.length > 0 ? { kind: 'invalid-values', issues } : rejections[0];
  const { status, message, category, errors, context } = wordRejection(chosen, portalId);
  const showsContext = chosen.kind !== 'contact-exists' && Object.keys(context).length > 0;
  return {
    status,
    refusal: {
      message,
      category,
      ...(errors.length === 0 ? {} : { errors }),
      ...(showsContext ? { context } : {}),
    },
  };
}
