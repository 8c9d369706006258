import { say } from './say.ts';

/** HubSpot's own object types; what a portal has made itself is called as the portal calls it. */
const STANDARD = [
  'contacts',
  'companies',
  'deals',
  'tickets',
  'leads',
  'products',
  'line_items',
  'quotes',
  'subscriptions',
  'orders',
  'carts',
  'appointments',
  'courses',
  'listings',
  'services',
  'calls',
  'communications',
  'emails',
  'meetings',
  'notes',
  'postal_mail',
  'tasks',
] as const;

/** "Contacts"; of an object that is not HubSpot's own its label, where it is known. */
export function nameOfObject(objectType: string, label: string = objectType): string {
  const standard = STANDARD.find((each) => each === objectType);
  return standard === undefined ? label : say(`object.${standard}`);
}

/** "contact", inside a sentence about one record; of an object that is not HubSpot's own "record". */
export function nameOfOne(objectType: string): string {
  const standard = STANDARD.find((each) => each === objectType);
  return standard === undefined ? say('association.someRecord') : say(`oneObject.${standard}`);
}
