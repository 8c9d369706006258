import { MAX_REPLY_BYTES } from '@bulk-records/core/contract';
import type { ObjectTypeDescription, Property } from '@bulk-records/core/contract';

/**
 * Keeps a description under HubSpot's limit for a reply. The longest lists of options give way first and count as
 * kept elsewhere: then HubSpot judges the values, and no value is called wrong for a list that was left out.
 */
export function fitDescription(
  description: ObjectTypeDescription,
  maxBytes: number = MAX_REPLY_BYTES,
): ObjectTypeDescription {
  const { properties } = description;
  const sizes = properties.map((property) => byteLength(property.options));
  let overBytes = byteLength(description) - maxBytes;
  const emptied = new Set<number>();
  for (const index of sizes.map((_, place) => place).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0))) {
    if (overBytes <= 0) break;
    emptied.add(index);
    overBytes -= sizes[index] ?? 0;
  }
  return {
    ...description,
    properties: properties.map((one, index) => (emptied.has(index) ? withoutOptions(one) : one)),
  };
}

function withoutOptions(property: Property): Property {
  return { ...property, options: [], externalOptions: true };
}

function byteLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}
