/** The standard objects whose fields other systems export; every other object is matched by name and label only. */
export type ObjectKind = 'contact' | 'company' | 'deal' | 'ticket' | 'product';

/** Properties that together only one standard object has (HubSpot's default properties, 2026-03). */
const SIGNATURES: readonly (readonly [ObjectKind, readonly string[]])[] = [
  ['contact', ['email', 'firstname', 'lastname']],
  ['company', ['name', 'domain']],
  ['deal', ['dealname', 'dealstage']],
  ['ticket', ['subject', 'hs_pipeline_stage']],
  ['product', ['name', 'price', 'hs_sku']],
];

/** Tells the object by the properties it has; undefined for custom and lesser objects. */
export function objectKindOf(propertyNames: ReadonlySet<string>): ObjectKind | undefined {
  return SIGNATURES.find(([, names]) => names.every((name) => propertyNames.has(name)))?.[0];
}
