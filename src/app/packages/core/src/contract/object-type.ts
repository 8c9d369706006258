import * as v from 'valibot';

/** A path segment HubSpot knows an object type by: `contacts`, `0-1`, `2-1234567`, `p1234_car`. */
export const objectTypeSchema = v.pipe(
  v.string(),
  v.regex(
    /^(?:[a-z][a-z0-9_]{0,99}|\d{1,3}-\d{1,15})$/,
    'expected an object type such as contacts or 2-1234567',
  ),
);

/** Internal names of properties: letters, digits and underscores; HubSpot allows 100 characters. */
export const propertyNameSchema = v.pipe(
  v.string(),
  v.regex(/^[a-zA-Z0-9_]{1,100}$/, 'expected an internal property name'),
  v.check((name) => name !== '__proto__' && name !== 'constructor' && name !== 'prototype', 'reserved name'),
);
