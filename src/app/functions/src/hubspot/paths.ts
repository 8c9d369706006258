import type { ApiVersion, Operation } from '@bulk-records/core/contract';

export type BatchVerb = Operation | 'read';

/**
 * The one place that knows HubSpot's addresses. Dated versions end the path's first part with the date, v3 has it
 * in front; schemas have it behind in both. Source: HubSpot OpenAPI, CRM, v3 to 2026-09.
 */
export function batchPath(version: ApiVersion, objectType: string, verb: BatchVerb): string {
  return `${crmPath(version, 'objects')}/${encodeURIComponent(objectType)}/batch/${verb}`;
}

export function searchPath(version: ApiVersion, objectType: string): string {
  return `${crmPath(version, 'objects')}/${encodeURIComponent(objectType)}/search`;
}

export function propertiesPath(version: ApiVersion, objectType: string): string {
  return `${crmPath(version, 'properties')}/${encodeURIComponent(objectType)}`;
}

export function propertyPath(version: ApiVersion, objectType: string, name: string): string {
  return `${propertiesPath(version, objectType)}/${encodeURIComponent(name)}`;
}

export function pipelinesPath(version: ApiVersion, objectType: string): string {
  return `${crmPath(version, 'pipelines')}/${encodeURIComponent(objectType)}`;
}

export function ownersPath(version: ApiVersion): string {
  return crmPath(version, 'owners');
}

export function schemasPath(version: ApiVersion): string {
  return `/crm-object-schemas/${version}/schemas`;
}

export function schemaPath(version: ApiVersion, objectType: string): string {
  return `${schemasPath(version)}/${encodeURIComponent(objectType)}`;
}

/** The file manager's API: `files`, `files/search`, `folders`, … HubSpot OpenAPI, Files, v3 to 2026-03. */
export function filesPath(version: ApiVersion, rest: string): string {
  return `/files/${version}/${rest}`;
}

/** `''` for all imports, else the rest below them: `17`, `17/errors`, `17/cancel`. HubSpot OpenAPI, Imports. */
export function importsPath(version: ApiVersion, rest = ''): string {
  return `${crmPath(version, 'imports')}${rest === '' ? '' : `/${rest}`}`;
}

export type AssociationVerb = 'labels' | 'batch/read' | 'batch/create';

/** Associations became labelled in v4, so beside the dated versions there is no v3 (HubSpot OpenAPI, Associations). */
export function associationsPath(
  version: ApiVersion,
  { fromObjectType, toObjectType }: { readonly fromObjectType: string; readonly toObjectType: string },
  verb: AssociationVerb,
): string {
  const area = version === 'v3' ? '/crm/v4/associations' : crmPath(version, 'associations');
  return `${area}/${encodeURIComponent(fromObjectType)}/${encodeURIComponent(toObjectType)}/${verb}`;
}

function crmPath(version: ApiVersion, area: string): string {
  switch (version) {
    case '2026-03':
    case '2026-09':
      return `/crm/${area}/${version}`;
    case 'v3':
      return `/crm/v3/${area}`;
  }
}
