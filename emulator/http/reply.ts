import type { Json } from '../format/json.ts';

/** What an endpoint answers, before headers. */
export type Reply =
  | { readonly kind: 'json'; readonly status: number; readonly body: Json }
  | {
      readonly kind: 'bytes';
      readonly status: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly contentType: string;
    }
  | { readonly kind: 'empty'; readonly status: number }
  | { readonly kind: 'html'; readonly status: number; readonly body: string }
  | { readonly kind: 'refusal'; readonly status: number; readonly refusal: Refusal };

/** An error for the whole request; the correlation id is added where it is sent. */
export interface Refusal {
  readonly message: string;
  readonly category?: string;
  readonly subCategory?: string;
  readonly errors?: readonly Json[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly errorType?: string;
  readonly policyName?: string;
}

export function replyJson(status: number, body: Json): Reply {
  return { kind: 'json', status, body };
}

export function replyRefusal(status: number, refusal: Refusal): Reply {
  return { kind: 'refusal', status, refusal };
}

export function replyInvalid(message: string): Reply {
  return replyRefusal(400, { message, category: 'VALIDATION_ERROR' });
}

export function replyNotFound(message: string): Reply {
  return replyRefusal(404, { message, category: 'OBJECT_NOT_FOUND' });
}

/** HubSpot's servlet answers unknown paths in HTML (recorded traffic, 2024-10). */
const notFoundHtml =
  '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>\n' +
  '<title>Error 404 Not Found</title>\n</head>\n<body><h2>HTTP ERROR 404</h2>\n' +
  '<p>Resource not found</p>\n</body>\n</html>\n';

export const replyUnknownPath: Reply = { kind: 'html', status: 404, body: notFoundHtml };

/** Keys in the order seen live: status, message, correlationId, errors, context, links, category, subCategory. */
export function refusalBody(refusal: Refusal, correlationId: string): Json {
  const { message, errorType, errors, context, links, category, subCategory, policyName } = refusal;
  return {
    status: 'error',
    message,
    errorType,
    correlationId,
    errors,
    context,
    links,
    category,
    subCategory,
    policyName,
  };
}
