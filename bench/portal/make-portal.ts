import { withAliases } from '@bulk-records/core/contract';
import type { Property, PropertyOption } from '@bulk-records/core/contract';
import { defineProperties } from '../../emulator/world/define-properties.ts';
import type { ExternalOptions } from '../../emulator/model/property.ts';
import { companyProperties, dealProperties } from './company-deal-properties.ts';
import { contactProperties } from './contact-properties.ts';
import { customProperties, growCustomProperties } from './custom-properties.ts';
import { productProperties, ticketProperties } from './product-ticket-properties.ts';

export type BenchObject = 'contacts' | 'companies' | 'deals' | 'products' | 'tickets';

export const PROPERTY_COUNT = 500;

const OWN_PROPERTIES: Readonly<Record<BenchObject, string>> = {
  contacts: contactProperties,
  companies: companyProperties,
  deals: dealProperties,
  products: productProperties,
  tickets: ticketProperties,
};

const OWNERS = ['Anna Weber', 'Lucas Moreau', 'Kenji Sato'];

/** What the describe function fills in where HubSpot keeps the values elsewhere; an owner also by e-mail. */
const EXTERNAL_OPTIONS: Readonly<Record<ExternalOptions, readonly PropertyOption[]>> = {
  owners: OWNERS.flatMap((label, index) => [
    { label, value: `${9000 + index}`, hidden: false },
    {
      label: `${label.toLowerCase().replace(' ', '.')}@example.org`,
      value: `${9000 + index}`,
      hidden: true,
    },
  ]),
  pipelines: [{ label: 'Sales pipeline', value: 'default', hidden: false }],
  stages: [
    { label: 'Appointment Scheduled', value: 'appointmentscheduled', hidden: false },
    { label: 'Contract Sent', value: 'contractsent', hidden: false },
    { label: 'Closed Won', value: 'closedwon', hidden: false },
  ],
};

/** The properties of an object in a portal with exactly 500 of them, as the card gets them. */
export function makePortal(object: BenchObject): readonly Property[] {
  const known = readProperties(OWN_PROPERTIES[object] + customProperties);
  return withAliases([...known, ...readProperties(growCustomProperties(PROPERTY_COUNT - known.length))]);
}

function readProperties(table: string): readonly Property[] {
  const defined = defineProperties(table, { groupName: 'bench', hubspotDefined: true });
  return defined.map(({ externalOptions, readOnlyValue, ...property }) => ({
    name: property.name,
    label: property.label,
    type: property.type,
    fieldType: property.fieldType,
    groupName: property.groupName,
    description: property.description,
    options: [...optionsOf(property.options, externalOptions)],
    externalOptions: externalOptions !== undefined,
    readOnly: readOnlyValue,
    calculated: property.calculated,
    hidden: property.hidden,
    hasUniqueValue: property.hasUniqueValue,
  }));
}

function optionsOf(
  own: readonly PropertyOption[],
  external: ExternalOptions | undefined,
): readonly PropertyOption[] {
  if (external !== undefined) return EXTERNAL_OPTIONS[external];
  return own.map(({ label, value, hidden }) => ({ label, value, hidden }));
}
