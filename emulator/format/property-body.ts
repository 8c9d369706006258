import type { Behaviour } from '../behaviour.ts';
import type { ObjectType } from '../model/object-type.ts';
import type { Pipeline, Stage } from '../model/portal-parts.ts';
import type { Property, PropertyGroup } from '../model/property.ts';
import type { JsonObject } from './json.ts';

const author = '60001';

/** A property as the properties API lists it. Properties with external options list none (public issue). */
export function propertyBody(property: Property, objectType: ObjectType, behaviour: Behaviour): JsonObject {
  const isBuiltInKey = objectType.builtInKeys.includes(property.name) && behaviour.builtInKeysReportUnique;
  return {
    updatedAt: new Date(property.updatedAtMs).toISOString(),
    createdAt: new Date(property.createdAtMs).toISOString(),
    ...(property.archived ? { archivedAt: new Date(property.updatedAtMs).toISOString() } : {}),
    name: property.name,
    label: property.label,
    type: property.type,
    fieldType: property.fieldType,
    description: property.description,
    groupName: property.groupName,
    options: property.options.map((option) => ({ ...option })),
    referencedObjectType: property.referencedObjectType,
    ...(property.hubspotDefined ? {} : { createdUserId: author, updatedUserId: author }),
    displayOrder: property.displayOrder,
    calculated: property.calculated,
    calculationFormula: property.calculationFormula,
    externalOptions: property.externalOptions !== undefined,
    archived: property.archived,
    hasUniqueValue: property.hasUniqueValue || isBuiltInKey,
    hidden: property.hidden,
    hubspotDefined: property.hubspotDefined ? true : undefined,
    showCurrencySymbol: property.showCurrencySymbol,
    numberDisplayHint: property.numberDisplayHint,
    modificationMetadata: {
      archivable: !property.hubspotDefined,
      readOnlyDefinition: property.hubspotDefined,
      ...(property.type === 'enumeration' ? { readOnlyOptions: property.externalOptions !== undefined } : {}),
      readOnlyValue: property.readOnlyValue,
    },
    formField: property.formField,
    dataSensitivity: property.dataSensitivity,
    sensitiveDataCategories: [],
  };
}

export function groupBody({ name, label, displayOrder, archived }: PropertyGroup): JsonObject {
  return { name, label, displayOrder, archived };
}

const partsBornAt = '2023-01-09T08:00:00.000Z';

export function stageBody({ id, label, displayOrder, metadata }: Stage): JsonObject {
  return {
    id,
    label,
    displayOrder,
    metadata,
    createdAt: partsBornAt,
    updatedAt: partsBornAt,
    archived: false,
    writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
  };
}

export function pipelineBody({ id, label, displayOrder, stages }: Pipeline): JsonObject {
  return {
    id,
    label,
    displayOrder,
    stages: stages.map(stageBody),
    createdAt: partsBornAt,
    updatedAt: partsBornAt,
    archived: false,
  };
}
