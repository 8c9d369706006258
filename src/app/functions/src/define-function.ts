import type { Failure } from '@bulk-records/core/contract';
import type { GenericSchema, InferOutput } from 'valibot';
import { decodeParameters } from './decode-parameters.ts';
import { makeBadRequest, makeFailure } from './failure.ts';
import { createHubSpotClient } from './hubspot/client.ts';
import type { HubSpotClient } from './hubspot/client.ts';
import { readConnection } from './hubspot/connection.ts';

export interface FunctionDefinition<Schema extends GenericSchema, Reply> {
  /** For the log. */
  readonly uid: string;
  readonly request: Schema;
  /** What the parameters may hold, where that is less than HubSpot lets through. */
  readonly maxBytes?: number;
  /** What the schema cannot say: one sentence per broken rule. */
  readonly findProblems?: (request: InferOutput<Schema>) => readonly string[];
  /** Refuses what is well-formed but not offered. */
  readonly refuse?: (request: InferOutput<Schema>) => Failure | undefined;
  readonly answer: (request: InferOutput<Schema>, client: HubSpotClient) => Promise<Reply | Failure>;
}

/**
 * Makes HubSpot's `exports.main` of a definition. It never rejects: to the card a rejected call means "outcome
 * unknown", so whatever can be said is said in the reply. Nothing is sent before the parameters are found good.
 */
export function defineFunction<const Schema extends GenericSchema, Reply>(
  definition: FunctionDefinition<Schema, Reply>,
): (context?: unknown) => Promise<Reply | Failure> {
  return neverRejecting(definition.uid, (context) => answerCall(definition, context));
}

/** The same promise for a function that needs nothing of HubSpot. */
export function neverRejecting<Reply>(
  uid: string,
  answer: (context: unknown) => Reply | Promise<Reply>,
): (context?: unknown) => Promise<Reply | Failure> {
  return async (context) => {
    try {
      return await answer(context);
    } catch (thrown) {
      console.error(describeBug(uid, thrown));
      return makeFailure('internal', 'The function failed in a way nobody foresaw.');
    }
  };
}

async function answerCall<Schema extends GenericSchema, Reply>(
  definition: FunctionDefinition<Schema, Reply>,
  context: unknown,
): Promise<Reply | Failure> {
  const decoded = decodeParameters(definition.request, context, definition.maxBytes);
  if (!decoded.ok) return makeBadRequest(decoded.problems);
  const problems = definition.findProblems?.(decoded.value) ?? [];
  if (problems.length > 0) return makeBadRequest(problems);
  const refusal = definition.refuse?.(decoded.value);
  if (refusal !== undefined) return refusal;
  const connection = readConnection(process.env);
  if ('ok' in connection) return connection;
  return definition.answer(decoded.value, createHubSpotClient(connection));
}

/** The error's message may hold values or the token; its name and the places in our code may not. */
function describeBug(uid: string, thrown: unknown): string {
  if (!(thrown instanceof Error)) return `${uid} failed`;
  const places = (thrown.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [`${uid} failed: ${thrown.name}`, ...places.slice(0, 10)].join('\n');
}
