import type { Property } from '../../contract/describe-object-type.ts';
import { withAliases } from '../../contract/header-aliases.ts';
import type { Table } from '../../input/table.ts';

/** A property of type string unless told otherwise. */
export function makeProperty(name: string, label: string, changes: Partial<Property> = {}): Property {
  return {
    name,
    label,
    type: 'string',
    fieldType: 'text',
    groupName: '',
    description: '',
    options: [],
    externalOptions: false,
    readOnly: false,
    calculated: false,
    hidden: false,
    hasUniqueValue: false,
    ...changes,
  };
}

/** A table from a header and rows of cells. */
export function makeTable(headers: readonly string[], ...rows: readonly (readonly string[])[]): Table {
  return {
    columns: headers.map((header, index) => ({ index, header })),
    rows: rows.map((cells, index) => ({ number: index + 2, cells })),
  };
}

const RECORD_ID = makeProperty('hs_object_id', 'Record ID', { type: 'number', readOnly: true });
const CREATED = makeProperty('createdate', 'Create Date', { type: 'datetime', readOnly: true });
const OWNER = makeProperty('hubspot_owner_id', 'Contact owner', {
  type: 'enumeration',
  externalOptions: true,
});
const ADDRESS = [
  makeProperty('address', 'Street Address'),
  makeProperty('city', 'City'),
  makeProperty('state', 'State/Region'),
  makeProperty('zip', 'Postal Code'),
  makeProperty('country', 'Country/Region'),
];

export const CONTACT_PROPERTIES: readonly Property[] = withAliases([
  RECORD_ID,
  CREATED,
  OWNER,
  ...ADDRESS,
  makeProperty('email', 'Email', { hasUniqueValue: true }),
  makeProperty('firstname', 'First Name'),
  makeProperty('lastname', 'Last Name'),
  makeProperty('phone', 'Phone Number', { fieldType: 'phonenumber' }),
  makeProperty('mobilephone', 'Mobile Phone Number', { fieldType: 'phonenumber' }),
  makeProperty('fax', 'Fax Number'),
  makeProperty('company', 'Company Name'),
  makeProperty('jobtitle', 'Job Title'),
  makeProperty('salutation', 'Salutation'),
  makeProperty('website', 'Website URL'),
  makeProperty('date_of_birth', 'Date of birth'),
  makeProperty('hs_lead_status', 'Lead Status', {
    type: 'enumeration',
    options: [
      { label: 'New', value: 'NEW', hidden: false },
      { label: 'Open', value: 'OPEN', hidden: false },
    ],
  }),
]);

export const COMPANY_PROPERTIES: readonly Property[] = withAliases([
  RECORD_ID,
  ...ADDRESS,
  makeProperty('name', 'Company name'),
  makeProperty('domain', 'Company Domain Name'),
  makeProperty('phone', 'Phone Number'),
  makeProperty('website', 'Website URL'),
  makeProperty('type', 'Type', {
    type: 'enumeration',
    options: [{ label: 'Prospect', value: 'PROSPECT', hidden: false }],
  }),
  makeProperty('numberofemployees', 'Number of Employees', { type: 'number' }),
]);

export const DEAL_PROPERTIES: readonly Property[] = withAliases([
  RECORD_ID,
  OWNER,
  makeProperty('dealname', 'Deal Name'),
  makeProperty('dealstage', 'Deal Stage', { type: 'enumeration', externalOptions: true }),
  makeProperty('amount', 'Amount', { type: 'number' }),
  makeProperty('closedate', 'Close Date', { type: 'datetime' }),
  makeProperty('pipeline', 'Pipeline', { type: 'enumeration', externalOptions: true }),
]);
