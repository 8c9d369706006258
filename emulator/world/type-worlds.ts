import type { ObjectType } from '../model/object-type.ts';
import type { Property, PropertyGroup } from '../model/property.ts';
import type { ObjectTypeWorld } from '../store/portal.ts';
import { everywhere } from './common-properties.ts';
import {
  companyCustomProperties,
  companyProperties,
  dealCustomProperties,
  dealProperties,
} from './company-deal-properties.ts';
import { contactCustomProperties, contactProperties } from './contact-properties.ts';
import { defineProperties } from './define-properties.ts';
import { defineObjectTypes } from './object-types.ts';
import * as other from './other-properties.ts';
import { pipelinesByTypeId } from './pipelines.ts';

interface TypeProperties {
  readonly own: string;
  readonly custom?: string;
}

const rowsByTypeId: Readonly<Record<string, TypeProperties>> = {
  '0-1': { own: contactProperties, custom: contactCustomProperties },
  '0-2': { own: companyProperties, custom: companyCustomProperties },
  '0-3': { own: dealProperties, custom: dealCustomProperties },
  '0-5': { own: other.ticketProperties, custom: other.ticketCustomProperties },
  '0-7': { own: other.productProperties },
  '0-8': { own: other.lineItemProperties },
  '0-69': { own: other.subscriptionProperties },
  '0-14': { own: other.quoteProperties },
  '0-48': { own: other.callProperties },
  '0-49': { own: other.emailProperties },
  '0-47': { own: other.meetingProperties },
  '0-46': { own: other.noteProperties },
  '0-27': { own: other.taskProperties },
  '0-136': { own: other.leadProperties },
  '0-18': { own: other.communicationProperties },
  '0-116': { own: other.postalMailProperties },
  '0-123': { own: other.orderProperties },
  '0-142': { own: other.cartProperties },
  '0-421': { own: other.appointmentProperties },
  '0-410': { own: other.courseProperties },
  '0-420': { own: other.listingProperties },
  '0-162': { own: other.serviceProperties },
  '2-31415926': { own: '', custom: other.machineProperties },
  '2-27182818': { own: '', custom: other.branchProperties },
};

function mainGroup(objectType: ObjectType): string {
  return objectType.isCustom
    ? `${objectType.name}_information`
    : `${objectType.name.replace('_', '')}information`;
}

function groupsOf(objectType: ObjectType): readonly PropertyGroup[] {
  const label = `${objectType.labels.singular} information`;
  return [
    { name: mainGroup(objectType), label, displayOrder: 0, archived: false },
    { name: 'own_fields', label: 'Own fields', displayOrder: 1, archived: false },
  ];
}

function propertiesOf(objectType: ObjectType, extra: string): readonly Property[] {
  const { own, custom = '' } = rowsByTypeId[objectType.id] ?? { own: '' };
  const shipped = { groupName: mainGroup(objectType), hubspotDefined: true };
  return [
    ...defineProperties(own + everywhere, shipped),
    ...defineProperties(custom + extra, { groupName: 'own_fields', hubspotDefined: false }),
  ];
}

/** Every object type with its properties, groups and pipelines, still without records. */
export function emptyTypeWorlds(
  portalId: number,
  extraContactProperties: string,
): readonly ObjectTypeWorld[] {
  return defineObjectTypes(portalId).map((objectType) => ({
    objectType,
    properties: propertiesOf(objectType, objectType.id === '0-1' ? extraContactProperties : ''),
    groups: groupsOf(objectType),
    pipelines: pipelinesByTypeId[objectType.id] ?? [],
    records: [],
  }));
}
