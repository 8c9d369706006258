/** Rows: name | label | kind | flags | options as `value=Label; value=Label`. See `defineProperties`. */

/** On every object type. */
export const everywhere = `
hs_object_id | Record ID | number | ro
hs_object_source | Record creation source | text | ro hidden
hs_object_source_id | Record creation source ID | text | ro hidden
hs_object_source_label | Record source | text | ro
hs_object_source_detail_1 | Record source detail 1 | text | ro
hs_created_by_user_id | Created by user ID | number | ro
hs_updated_by_user_id | Updated by user ID | number | ro
hs_merged_object_ids | Merged record IDs | text | ro
hs_unique_creation_key | Unique creation key | text | ro hidden
hs_read_only | Read only object | bool | ro hidden
hs_all_owner_ids | All owner IDs | text | ro
hs_user_ids_of_all_owners | User IDs of all owners | text | ro
hubspot_owner_id | Owner | owner
hubspot_team_id | Owner team | text | ro
hubspot_owner_assigneddate | Owner assigned date | datetime | ro
`;

/** On contacts and companies. */
export const lifecycle = `
lifecyclestage | Lifecycle Stage | radio | form | subscriber=Subscriber; lead=Lead; marketingqualifiedlead=Marketing Qualified Lead; salesqualifiedlead=Sales Qualified Lead; opportunity=Opportunity; customer=Customer; evangelist=Evangelist; other=Other
hs_lifecyclestage_subscriber_date | Became a Subscriber Date | datetime | ro
hs_lifecyclestage_lead_date | Became a Lead Date | datetime | ro
hs_lifecyclestage_marketingqualifiedlead_date | Became a Marketing Qualified Lead Date | datetime | ro
hs_lifecyclestage_salesqualifiedlead_date | Became a Sales Qualified Lead Date | datetime | ro
hs_lifecyclestage_opportunity_date | Became a Opportunity Date | datetime | ro
hs_lifecyclestage_customer_date | Became a Customer Date | datetime | ro
hs_lifecyclestage_evangelist_date | Became a Evangelist Date | datetime | ro
hs_lifecyclestage_other_date | Became a Other Date | datetime | ro
`;

/** Dates of the object types that came after contacts, companies, deals and tickets. */
export const ownDates = `
hs_createdate | Object create date/time | datetime | ro
hs_lastmodifieddate | Object last modified date/time | datetime | ro
`;

export const classicDates = `
createdate | Create Date | datetime
hs_lastmodifieddate | Last Modified Date | datetime | ro
`;

/** On calls, e-mails, meetings, notes and tasks. */
export const activity = `
${ownDates}
hs_timestamp | Activity date | datetime
hs_attachment_ids | Attached file IDs | text
hs_activity_type | Call and meeting type | text
`;

export const addresses = `
address | Street Address | text | form
city | City | text | form
state | State/Region | text | form
zip | Postal Code | text | form
country | Country/Region | text | form
`;
