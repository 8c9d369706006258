import type { FailureReason } from './thread-messages.ts';

/** Everything that keeps a call from being answered. */
export type ExecutionError =
  | { readonly kind: Exclude<FailureReason, 'token-unavailable'>; readonly message: string }
  | { readonly kind: 'token-unavailable'; readonly message: string }
  | { readonly kind: 'timed-out'; readonly timeoutMs: number; readonly at: string }
  | { readonly kind: 'crashed'; readonly message: string }
  | { readonly kind: 'function-not-found' }
  | { readonly kind: 'executor-failed' }
  | { readonly kind: 'parameters-too-large' }
  | { readonly kind: 'parameters-not-json' }
  | { readonly kind: 'response-too-large'; readonly maxBytes: number };

/** An error as HubSpot's function execution endpoint answers it. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FailedCall {
  readonly functionName: string;
  readonly logId: string;
}

/** Bodies as in HubSpot's dev server 2.1.2, `serverless/errors.js`; 413 as its body parser says it. */
export function answerOf(error: ExecutionError, call: FailedCall): ErrorAnswer {
  switch (error.kind) {
    case 'executor-failed':
      return { status: 500, body: plainBody('internal error', call) };
    case 'parameters-too-large':
      return { status: 413, body: plainBody('request entity too large', call) };
    case 'parameters-not-json':
      return { status: 400, body: plainBody('Unexpected token: the body is not JSON', call) };
    case 'token-unavailable':
      return {
        status: 401,
        body: {
          ...plainBody(error.message, call),
          code: 'PRIVATE_APP_USER_TOKEN_UNAVAILABLE',
          hint: 'Set PRIVATE_APP_ACCESS_TOKEN in your project .env with a token that has the required scopes.',
        },
      };
    case 'uncaught-error':
    case 'invalid-response':
    case 'invalid-function':
    case 'timed-out':
    case 'crashed':
    case 'function-not-found':
    case 'response-too-large':
      return { status: 400, body: appErrorBody(exceptionOf(error, call), call) };
  }
}

type AppError = Exclude<
  ExecutionError,
  { kind: 'executor-failed' | 'parameters-too-large' | 'parameters-not-json' | 'token-unavailable' }
>;

function exceptionOf(error: AppError, call: FailedCall): string {
  switch (error.kind) {
    case 'uncaught-error':
    case 'crashed':
      return error.message;
    case 'invalid-response':
      return 'Wrong arguments';
    case 'invalid-function':
      return 'customerPayload.main is not a function';
    case 'timed-out':
      return `${error.at} ${call.logId} Task timed out after ${(error.timeoutMs / 1000).toFixed(2)} seconds`;
    case 'response-too-large':
      // AWS Lambda, quotas and errors: Function.ResponseSizeTooLarge.
      return `Response payload size exceeded maximum allowed payload size (${error.maxBytes} bytes).`;
    case 'function-not-found':
      return missingFunctionText(call);
  }
}

function missingFunctionText({ functionName, logId }: FailedCall): string {
  const inner = {
    status: 'error',
    message: `The serverless function ${functionName} doesn't exist in this project. Go to the Activity tab for the project to check its deploy status.`,
    correlationId: logId,
    context: { SERVERLESS_FUNCTION: [functionName] },
    category: 'VALIDATION_ERROR',
    subCategory: 'AppFunctionsExecutorErrorType.SERVERLESS_FUNCTION_NOT_FOUND',
  };
  return `com.hubspot.apicaller.exceptions.ApiFailure: Api[name=app-functions-executor-client, httpMethod=POST, subPath=/v1/app/0/function/${functionName}] Failed to process your request. Error code was '400'. Error message was:\n${JSON.stringify(inner)}`;
}

function plainBody(message: string, call: FailedCall): Readonly<Record<string, unknown>> {
  return { status: 'error', message, correlationId: call.logId };
}

function appErrorBody(exception: string, call: FailedCall): Readonly<Record<string, unknown>> {
  return {
    ...plainBody(
      "There was a problem reaching the app's API. Contact the app developer for more information.",
      call,
    ),
    errors: [
      {
        subCategory: 'ServerlessActionExecutionError.SERVERLESS_FUNCTION_ERROR',
        message: `The serverless function '${call.functionName}' failed to execute: ${exception}.`,
        context: {
          exception: [exception],
          logId: [call.logId],
          appFunctionLogId: [call.logId],
          serverlessFunction: [call.functionName],
        },
      },
    ],
    category: 'VALIDATION_ERROR',
    subCategory: 'GenXExecutionErrorType.APP_ERROR',
  };
}
