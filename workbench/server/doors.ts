import * as v from 'valibot';

import type { RecordAddress } from '../page-facts.ts';
import type { ServerDoor } from '../protocol.ts';
import type { Bench } from './bench.ts';
import {
  associationsRequest,
  readAssociations,
  readProperties,
  readPropertyDefinitions,
  searchRecords,
  searchRequest,
} from './crm-reader.ts';
import type { PropertyValues } from './crm-reader.ts';
import { formatValues } from './format-values.ts';
import { PortalError } from './portal-json.ts';

/** An answer on its way to the card: HTTP status and JSON text. */
export interface DoorAnswer {
  readonly status: number;
  readonly json: string;
}

interface DoorCall {
  readonly bench: Bench;
  readonly address: RecordAddress;
  readonly request: unknown;
}

const propertyNames = v.union([v.literal('*'), v.array(v.string())]);

const formatOptions = v.optional(
  v.nullable(
    v.object({
      propertiesToFormat: v.optional(v.union([v.literal('all'), v.array(v.string())]), []),
    }),
  ),
);

const functionCall = v.object({
  name: v.string(),
  parameters: v.optional(v.unknown()),
  propertiesToSend: v.optional(v.array(v.string()), []),
});

export const doorNames: readonly ServerDoor[] = [
  'call-function',
  'read-properties',
  'search-records',
  'read-associations',
  'format-properties',
];

/** Answers one call of the card. A refusal of the portal keeps its status and message. */
export async function answerDoor(door: ServerDoor, call: DoorCall): Promise<DoorAnswer> {
  try {
    switch (door) {
      case 'call-function':
        return await callFunction(call);
      case 'read-properties':
        return success(await readRecordProperties(call));
      case 'search-records': {
        const { request } = v.parse(v.object({ request: searchRequest }), call.request);
        return success(await searchRecords(call.bench.portal, request));
      }
      case 'read-associations': {
        const { request } = v.parse(v.object({ request: associationsRequest }), call.request);
        return success(await readAssociations(call.bench.portal, call.address, request));
      }
      case 'format-properties':
        return success(await formatProperties(call));
    }
  } catch (error) {
    if (error instanceof PortalError) return failure(error.status, error.message);
    if (error instanceof v.ValiError) return failure(400, `Bad request: ${error.message}`);
    throw error;
  }
}

function success(body: unknown): DoorAnswer {
  return { status: 200, json: JSON.stringify(body) };
}

function failure(status: number, message: string): DoorAnswer {
  return { status, json: JSON.stringify({ status: 'error', message }) };
}

async function callFunction({ bench, address, request }: DoorCall): Promise<DoorAnswer> {
  const call = v.parse(functionCall, request);
  const propertiesToSend =
    call.propertiesToSend.length === 0
      ? {}
      : await readProperties(bench.portal, address, call.propertiesToSend);
  const { status, bodyJson } = await bench.runner.call({
    functionName: call.name,
    parametersJson: call.parameters === undefined ? undefined : JSON.stringify(call.parameters),
    propertiesToSend,
  });
  return { status, json: bodyJson };
}

async function readRecordProperties({ bench, address, request }: DoorCall): Promise<PropertyValues> {
  const { names, options } = v.parse(v.object({ names: propertyNames, options: formatOptions }), request);
  const { portal } = bench;
  const toFormat = options?.propertiesToFormat ?? [];
  const needsDefinitions = names === '*' || toFormat === 'all' || toFormat.length > 0;
  const definitions = needsDefinitions ? await readPropertyDefinitions(portal, address.objectTypeId) : [];
  const asked = names === '*' ? definitions.map((definition) => definition.name) : names;
  return formatValues(await readProperties(portal, address, asked), definitions, toFormat);
}

async function formatProperties({ bench, request }: DoorCall): Promise<readonly PropertyValues[]> {
  const { objectType, propertiesList } = v.parse(
    v.object({
      objectType: v.string(),
      propertiesList: v.array(v.record(v.string(), v.nullable(v.string()))),
    }),
    request,
  );
  const definitions = await readPropertyDefinitions(bench.portal, objectType);
  return propertiesList.map((values) => formatValues(values, definitions, 'all'));
}
