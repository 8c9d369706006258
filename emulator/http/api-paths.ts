const dated = ':version{(?:v3|2025-09|2026-03|2026-09)}';

/** Both spellings of an object path: `/crm/v3/objects/{t}/…` and `/crm/objects/{version}/{t}/…`. */
export function objectPaths(rest: string): readonly string[] {
  return [`/crm/v3/objects/:objectType${rest}`, `/crm/objects/${dated}/:objectType${rest}`];
}

/** Both spellings of every other CRM API: `/crm/v3/properties/…` and `/crm/properties/{version}/…`. */
export function crmPaths(api: string, rest: string): readonly string[] {
  return [`/crm/v3/${api}${rest}`, `/crm/${api}/${dated}${rest}`];
}

export function associationPaths(rest: string): readonly string[] {
  return [
    `/crm/v4/associations/:fromType/:toType${rest}`,
    `/crm/associations/${dated}/:fromType/:toType${rest}`,
  ];
}

export function filePaths(rest: string): readonly string[] {
  return [`/files/v3/${rest}`, `/files/${dated}/${rest}`];
}

export const schemaPaths = (rest: string): readonly string[] => [
  `/crm/v3/schemas${rest}`,
  `/crm-object-schemas/${dated}/schemas${rest}`,
];

export const accountPaths: readonly string[] = ['/account-info/v3/details', `/account-info/${dated}/details`];
