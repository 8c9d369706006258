import { OPERATIONS, type Operation } from './operation.ts';

/** What this product does with records of an object type, and what HubSpot asks of them. */
export interface ObjectAbilities {
  /** How paths name it: `contacts`. */
  readonly objectType: string;
  readonly objectTypeId: string;
  readonly singularLabel: string;
  readonly pluralLabel: string;
  readonly operations: readonly Operation[];
  /**
   * A key HubSpot takes in batch read and batch upsert although its `hasUniqueValue` may say otherwise. Record id and
   * unique properties are keys of every type.
   */
  readonly builtInKey: string | null;
  /** Properties by which people know a record. They are not unique: search finds records by them, and often several. */
  readonly names: readonly string[];
  /** Of each group a new record needs one; HubSpot, "using object APIs" and the guides of the types. */
  readonly required: readonly (readonly string[])[];
  /** Object types; a new record has to be associated with a record of one of them from the start. */
  readonly requiredAssociations: readonly string[];
  /** All of them. Source: HubSpot OpenAPI, security of the batch endpoints. */
  readonly scopes: readonly string[];
}

type Row = readonly [objectType: string, objectTypeId: string, singularLabel: string, pluralLabel: string];

type Abilities = Partial<
  Pick<ObjectAbilities, 'operations' | 'builtInKey' | 'names' | 'required' | 'requiredAssociations'>
> & { readonly scopesOf?: readonly string[] };

const ACTIVITY: Abilities = {
  required: [['hs_timestamp']],
  scopesOf: ['crm.objects.contacts.read', 'crm.objects.contacts.write'],
};

/**
 * HubSpot's own object types with batch endpoints for their records, in the order they are offered, and the type ids of
 * HubSpot's "using object APIs" guide. Left out: types whose records are documents of money received (invoices,
 * payments) or parts of one (discounts, fees, taxes), and types with an API of their own (marketing events, users,
 * goals, feedback). `docs/objects.md` is written from this table, and every row is tried on the emulator.
 */
export const OBJECT_ABILITIES: readonly ObjectAbilities[] = [
  row(['contacts', '0-1', 'Contact', 'Contacts'], {
    builtInKey: 'email',
    required: [['email', 'firstname', 'lastname']],
  }),
  // `domain` and `name` are no keys: several companies may have the same, and HubSpot refuses both as `idProperty`.
  row(['companies', '0-2', 'Company', 'Companies'], {
    names: ['domain', 'name'],
    required: [['name', 'domain']],
  }),
  row(['deals', '0-3', 'Deal', 'Deals'], {
    names: ['dealname'],
    required: [['dealname'], ['dealstage']],
  }),
  row(['tickets', '0-5', 'Ticket', 'Tickets'], {
    builtInKey: 'hs_external_object_ids',
    names: ['subject'],
    required: [['subject'], ['hs_pipeline_stage']],
    scopesOf: ['tickets'],
  }),
  // An upsert cannot bring the association that a new lead needs (leads guide: "must be associated with an existing contact").
  row(['leads', '0-136', 'Lead', 'Leads'], {
    operations: ['create', 'update', 'archive'],
    names: ['hs_lead_name'],
    required: [['hs_lead_name']],
    requiredAssociations: ['contacts'],
  }),
  row(['products', '0-7', 'Product', 'Products'], {
    builtInKey: 'hs_sku',
    names: ['name'],
    required: [['name']],
  }),
  row(['line_items', '0-8', 'Line item', 'Line items'], { builtInKey: 'hs_external_id', names: ['name'] }),
  row(['quotes', '0-14', 'Quote', 'Quotes'], {
    names: ['hs_title'],
    required: [['hs_title'], ['hs_expiration_date']],
  }),
  row(['subscriptions', '0-69', 'Subscription', 'Subscriptions'], { names: ['hs_name'] }),
  row(['orders', '0-123', 'Order', 'Orders'], { names: ['hs_order_name'] }),
  row(['carts', '0-142', 'Cart', 'Carts'], { names: ['hs_cart_name'] }),
  row(['appointments', '0-421', 'Appointment', 'Appointments'], { names: ['hs_appointment_name'] }),
  row(['courses', '0-410', 'Course', 'Courses'], { names: ['hs_course_name'] }),
  row(['listings', '0-420', 'Listing', 'Listings'], { names: ['hs_name'] }),
  row(['services', '0-162', 'Service', 'Services'], { names: ['hs_name'] }),
  row(['calls', '0-48', 'Call', 'Calls'], { ...ACTIVITY, names: ['hs_call_title'] }),
  row(['communications', '0-18', 'Message', 'Messages'], ACTIVITY),
  row(['emails', '0-49', 'Email', 'Emails'], {
    ...ACTIVITY,
    names: ['hs_email_subject'],
    scopesOf: ['crm.objects.contacts.read', 'crm.objects.contacts.write', 'sales-email-read'],
  }),
  row(['meetings', '0-47', 'Meeting', 'Meetings'], { ...ACTIVITY, names: ['hs_meeting_title'] }),
  row(['notes', '0-46', 'Note', 'Notes'], ACTIVITY),
  row(['postal_mail', '0-116', 'Postal mail', 'Postal mail'], ACTIVITY),
  row(['tasks', '0-27', 'Task', 'Tasks'], { ...ACTIVITY, names: ['hs_task_subject'] }),
];

/** What every custom object can do; its schema says what it requires, and its properties which of them are keys. */
export const CUSTOM_ABILITIES: Pick<ObjectAbilities, 'operations' | 'scopes'> = {
  operations: [...OPERATIONS],
  scopes: ['crm.objects.custom.read', 'crm.objects.custom.write'],
};

function row(names: Row, abilities: Abilities = {}): ObjectAbilities {
  const [objectType, objectTypeId, singularLabel, pluralLabel] = names;
  return {
    objectType,
    objectTypeId,
    singularLabel,
    pluralLabel,
    operations: abilities.operations ?? [...OPERATIONS],
    builtInKey: abilities.builtInKey ?? null,
    names: abilities.names ?? [],
    required: abilities.required ?? [],
    requiredAssociations: abilities.requiredAssociations ?? [],
    scopes: abilities.scopesOf ?? [`crm.objects.${objectType}.read`, `crm.objects.${objectType}.write`],
  };
}

/** The abilities of the standard type that a path or a type id names (`contacts`, `0-1`); undefined for any other. */
export function abilitiesOf(nameOrId: string): ObjectAbilities | undefined {
  return OBJECT_ABILITIES.find((type) => type.objectType === nameOrId || type.objectTypeId === nameOrId);
}
