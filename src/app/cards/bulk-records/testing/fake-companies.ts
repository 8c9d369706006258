import {
  decodeWith,
  DESCRIBE_OBJECT_TYPE,
  READ_RECORDS,
  readRecordsRequestSchema,
  type ObjectTypeDescription,
} from '@bulk-records/core';
import { contactDescription, healthyFunctions, property, type FakeFunctions } from './fake-functions.ts';

const companyDescription: ObjectTypeDescription = {
  objectType: 'companies',
  objectTypeId: '0-2',
  singularLabel: 'Company',
  pluralLabel: 'Companies',
  properties: [
    property('hs_object_id', 'Record ID', { type: 'number', readOnly: true, hasUniqueValue: true }),
    property('name', 'Company name'),
    property('domain', 'Company domain name'),
    property('tax_number', 'Tax number', { hasUniqueValue: true }),
  ],
  keys: [
    { property: 'hs_object_id', label: 'Record ID', operations: ['update', 'archive'] },
    { property: 'tax_number', label: 'Tax number', operations: ['upsert', 'update', 'archive'] },
  ],
  names: ['domain', 'name'],
  requiredProperties: [],
};

/** Two companies of one domain. */
const COMPANIES = [
  { id: '501', properties: { domain: 'acme.example', name: 'Acme' } },
  { id: '502', properties: { domain: 'twice.example', name: 'Twice North' } },
  { id: '503', properties: { domain: 'twice.example', name: 'Twice South' } },
];

/** A healthy portal that has companies, too. */
export function functionsWithCompanies(functions: FakeFunctions = healthyFunctions()): FakeFunctions {
  return {
    ...functions,
    [DESCRIBE_OBJECT_TYPE]: (parameters) => ({
      ok: true,
      description: isAboutCompanies(parameters) ? companyDescription : contactDescription,
    }),
    [READ_RECORDS]: (parameters) =>
      isAboutCompanies(parameters) ? readCompanies(parameters) : functions[READ_RECORDS]?.(parameters),
  };
}

function isAboutCompanies(parameters: unknown): boolean {
  return JSON.stringify(parameters).includes('"objectType":"companies"');
}

function readCompanies(parameters: unknown): unknown {
  const request = decodeWith(readRecordsRequestSchema, parameters);
  if (!request.ok) throw new Error(request.problems.join());
  const { ids, idProperty, bySearch } = request.value;
  const keyOf = ({ id, properties }: (typeof COMPANIES)[number]) => {
    if (idProperty === undefined) return id;
    // HubSpot refuses a batch read by what is not unique.
    if (bySearch !== true) return null;
    return idProperty === 'domain' ? properties.domain : properties.name.toLowerCase();
  };
  const records = COMPANIES.filter((company) => ids.includes(keyOf(company) ?? ''));
  return {
    ok: true,
    records: records.map((record) => ({ ...record, archived: false })),
    missingIds: ids.filter((id) => !records.some((record) => keyOf(record) === id)),
    unreadIds: [],
    requests: [{ sentAt: 0, receivedAt: 1, status: 200 }],
  };
}
