import type { OfferedObjectType } from './list-object-types.ts';
import { OPERATIONS } from './operation.ts';

type NamedType = Omit<OfferedObjectType, 'operations'>;

/**
 * HubSpot's own object types with batch endpoints for their records, and the type ids of HubSpot's "using object
 * APIs" guide. Left out: types whose records are documents of money received (invoices, payments) or parts of one
 * (discounts, fees, taxes), and types with an API of their own (marketing events, users, goals, feedback).
 */
const NAMED_TYPES: readonly NamedType[] = [
  { objectType: 'contacts', objectTypeId: '0-1', singularLabel: 'Contact', pluralLabel: 'Contacts' },
  { objectType: 'companies', objectTypeId: '0-2', singularLabel: 'Company', pluralLabel: 'Companies' },
  { objectType: 'deals', objectTypeId: '0-3', singularLabel: 'Deal', pluralLabel: 'Deals' },
  { objectType: 'tickets', objectTypeId: '0-5', singularLabel: 'Ticket', pluralLabel: 'Tickets' },
  { objectType: 'leads', objectTypeId: '0-136', singularLabel: 'Lead', pluralLabel: 'Leads' },
  { objectType: 'products', objectTypeId: '0-7', singularLabel: 'Product', pluralLabel: 'Products' },
  { objectType: 'line_items', objectTypeId: '0-8', singularLabel: 'Line item', pluralLabel: 'Line items' },
  { objectType: 'quotes', objectTypeId: '0-14', singularLabel: 'Quote', pluralLabel: 'Quotes' },
  {
    objectType: 'subscriptions',
    objectTypeId: '0-69',
    singularLabel: 'Subscription',
    pluralLabel: 'Subscriptions',
  },
  { objectType: 'orders', objectTypeId: '0-123', singularLabel: 'Order', pluralLabel: 'Orders' },
  { objectType: 'carts', objectTypeId: '0-142', singularLabel: 'Cart', pluralLabel: 'Carts' },
  {
    objectType: 'appointments',
    objectTypeId: '0-421',
    singularLabel: 'Appointment',
    pluralLabel: 'Appointments',
  },
  { objectType: 'courses', objectTypeId: '0-410', singularLabel: 'Course', pluralLabel: 'Courses' },
  { objectType: 'listings', objectTypeId: '0-420', singularLabel: 'Listing', pluralLabel: 'Listings' },
  { objectType: 'services', objectTypeId: '0-162', singularLabel: 'Service', pluralLabel: 'Services' },
  { objectType: 'calls', objectTypeId: '0-48', singularLabel: 'Call', pluralLabel: 'Calls' },
  { objectType: 'communications', objectTypeId: '0-18', singularLabel: 'Message', pluralLabel: 'Messages' },
  { objectType: 'emails', objectTypeId: '0-49', singularLabel: 'Email', pluralLabel: 'Emails' },
  { objectType: 'meetings', objectTypeId: '0-47', singularLabel: 'Meeting', pluralLabel: 'Meetings' },
  { objectType: 'notes', objectTypeId: '0-46', singularLabel: 'Note', pluralLabel: 'Notes' },
  {
    objectType: 'postal_mail',
    objectTypeId: '0-116',
    singularLabel: 'Postal mail',
    pluralLabel: 'Postal mail',
  },
  { objectType: 'tasks', objectTypeId: '0-27', singularLabel: 'Task', pluralLabel: 'Tasks' },
];

/** HubSpot's own object types this product writes, in the order they are offered. All take all four operations. */
export const STANDARD_OBJECT_TYPES: readonly OfferedObjectType[] = NAMED_TYPES.map((type) => ({
  ...type,
  operations: [...OPERATIONS],
}));

/** The standard type that a path or a type id names (`contacts`, `0-1`); undefined for any other. */
export function findStandardObjectType(nameOrId: string): OfferedObjectType | undefined {
  return STANDARD_OBJECT_TYPES.find((type) => type.objectType === nameOrId || type.objectTypeId === nameOrId);
}

/** Says whether a path names a custom object: its type id (`2-1234567`) or its full name (`p1234_car`). */
export function isCustomObjectType(name: string): boolean {
  return /^(?:2-\d{1,15}|p\d{1,15}_[a-z0-9_]{1,80})$/.test(name);
}
