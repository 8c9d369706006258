import type { ObjectType } from '../model/object-type.ts';

/**
 * Rows: id | name | plural | labels | dates | scope | shown first | shown | required | keys | stages | linked.
 * Dates: which properties tell creation and change. Scope: the middle of `crm.objects.….read`; activities ride on
 * the contacts'. Required: as the schema lists it (HubSpot guide "using object APIs"); `a/b` = one of both, `(a)` =
 * listed, yet a create without it was seen to succeed. Linked: types of which a new record has to be associated with
 * one (leads guide: a lead "must be associated with an existing contact").
 */
const table = `
0-1 | contact | contacts | Contact, Contacts | contact | contacts | email | firstname lastname email | | email
0-2 | company | companies | Company, Companies | classic | companies | name | name domain | name/domain
0-3 | deal | deals | Deal, Deals | classic | deals | dealname | dealname amount closedate dealstage pipeline | dealname dealstage | | pipeline dealstage
0-5 | ticket | tickets | Ticket, Tickets | classic | tickets | subject | subject content hs_pipeline hs_pipeline_stage hs_ticket_category hs_ticket_priority | (subject) hs_pipeline_stage | hs_external_object_ids | hs_pipeline hs_pipeline_stage
0-7 | product | products | Product, Products | classic | products | name | name description price | name | hs_sku
0-8 | line_item | line_items | Line item, Line items | classic | line_items | name | name quantity price | | hs_external_id
0-69 | subscription | subscriptions | Subscription, Subscriptions | own | subscriptions | hs_name | hs_name hs_status
0-14 | quote | quotes | Quote, Quotes | own | quotes | hs_title | hs_title hs_expiration_date hs_status | hs_title hs_expiration_date
0-48 | call | calls | Call, Calls | own | contacts | hs_call_title | hs_call_title hs_timestamp | hs_timestamp
0-49 | email | emails | Email, Emails | own | contacts | hs_email_subject | hs_email_subject hs_timestamp | hs_timestamp
0-47 | meeting | meetings | Meeting, Meetings | own | contacts | hs_meeting_title | hs_meeting_title hs_timestamp | hs_timestamp
0-46 | note | notes | Note, Notes | own | contacts | hs_note_body | hs_note_body hs_timestamp | hs_timestamp
0-27 | task | tasks | Task, Tasks | own | contacts | hs_task_subject | hs_task_subject hs_timestamp | hs_timestamp
0-136 | lead | leads | Lead, Leads | own | leads | hs_lead_name | hs_lead_name hs_lead_type hs_lead_label | hs_lead_name | | hs_pipeline hs_pipeline_stage | 0-1
0-18 | communication | communications | Communication, Communications | own | contacts | hs_communication_body | hs_communication_body hs_timestamp | hs_timestamp
0-116 | postal_mail | postal_mail | Postal mail, Postal mail | own | contacts | hs_postal_mail_body | hs_postal_mail_body hs_timestamp | hs_timestamp
0-123 | order | orders | Order, Orders | own | orders | hs_order_name | hs_order_name hs_total_price
0-142 | cart | carts | Cart, Carts | own | carts | hs_cart_name | hs_cart_name hs_total_price
0-421 | appointment | appointments | Appointment, Appointments | own | appointments | hs_appointment_name | hs_appointment_name hs_appointment_start
0-410 | course | courses | Course, Courses | own | courses | hs_course_name | hs_course_name hs_course_id
0-420 | listing | listings | Listing, Listings | own | listings | hs_name | hs_name hs_price
0-162 | service | services | Service, Services | own | services | hs_name | hs_name hs_start_date
2-31415926 | machine | machines | Machine, Machines | own | custom | serial_number | serial_number model_name | serial_number model_name
2-27182818 | branch | branches | Branch, Branches | own | custom | branch_name | branch_name branch_code
`;

const dateNames: Readonly<Record<string, readonly [created: string, modified: string]>> = {
  contact: ['createdate', 'lastmodifieddate'],
  classic: ['createdate', 'hs_lastmodifieddate'],
  own: ['hs_createdate', 'hs_lastmodifieddate'],
};

/** Tickets have one coarse scope for everything. */
function scopesOf(scope: string): ObjectType['scopes'] {
  if (scope === 'tickets') return { read: ['tickets'], write: ['tickets'] };
  return { read: [`crm.objects.${scope}.read`], write: [`crm.objects.${scope}.write`] };
}

function words(cell: string): readonly string[] {
  return cell.split(' ').filter((word) => word !== '');
}

function requirementsOf(cell: string): Pick<ObjectType, 'requiredProperties' | 'neededOnCreate'> {
  return {
    requiredProperties: words(cell).map((word) => word.replace(/^\(|\)$|\/.*$/gu, '')),
    neededOnCreate: words(cell)
      .filter((word) => !word.startsWith('('))
      .map((word) => word.split('/')),
  };
}

function readType(line: string, portalId: number): ObjectType {
  const cells = line.split('|').map((cell) => cell.trim());
  const [id = '', name = '', plural = '', labels = '', dates = '', scope = '', display = ''] = cells;
  const [shown = '', required = '', keys = '', stages = '', linked = ''] = cells.slice(7);
  const [singularLabel = '', pluralLabel = ''] = labels.split(', ');
  const [createdDateProperty, modifiedDateProperty] = dateNames[dates] ?? ['', ''];
  const [pipeline, stage] = words(stages);
  const isCustom = id.startsWith('2-');
  return {
    id,
    name,
    plural,
    fullyQualifiedName: isCustom ? `p${portalId}_${name}` : name.toUpperCase(),
    labels: { singular: singularLabel, plural: pluralLabel },
    isCustom,
    scopes: scopesOf(scope),
    primaryDisplayProperty: display,
    secondaryDisplayProperties: words(shown).slice(0, 2),
    searchableProperties: [display],
    ...requirementsOf(required),
    createdDateProperty,
    modifiedDateProperty,
    defaultReadProperties: words(shown),
    builtInKeys: words(keys),
    neededAssociations: words(linked),
    ...(pipeline === undefined || stage === undefined ? {} : { stages: { pipeline, stage } }),
  };
}

export function defineObjectTypes(portalId: number): readonly ObjectType[] {
  const lines = table.split('\n').filter((line) => line !== '');
  return lines.map((line) => readType(line, portalId));
}
