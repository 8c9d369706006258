import type { Property } from '../model/property.ts';

/**
 * The life cycle only goes forward over the API: a step back is answered 2xx and changes nothing. To go back,
 * the value is cleared in a request of its own first (HubSpot contacts guide).
 */
export function movesBackward(property: Property, current: string | undefined, wanted: string): boolean {
  if (current === undefined) return false;
  const place = (value: string): number => property.options.findIndex((option) => option.value === value);
  return place(wanted) < place(current);
}
