import * as v from 'valibot';

/** The CRM API versions this product speaks. HubSpot supports each dated version for 18 months. */
export const API_VERSIONS = ['2026-03', '2026-09', 'v3'] as const;

export type ApiVersion = (typeof API_VERSIONS)[number];

export const DEFAULT_API_VERSION: ApiVersion = '2026-03';

export const apiVersionSchema = v.picklist(API_VERSIONS);
