/** HubSpot's own product and ticket properties by their labels of 2026-03. */
export const productProperties = `
hs_object_id | Record ID | number | ro
name | Name | text
hs_sku | SKU | text
price | Unit price | currency
description | Product description | area
hs_cost_of_goods_sold | Unit cost | currency
hs_product_type | Product Type | select |  | inventory=Inventory; non_inventory=Non-inventory; service=Service
recurringbillingfrequency | Billing frequency | select |  | monthly=Monthly; quarterly=Quarterly; annually=Annually
hs_recurring_billing_period | Term | text
hs_url | URL | text
hs_images | Image URL | text
hs_folder | Folder | text
tax | Tax | currency
hubspot_owner_id | Product owner | owner
createdate | Create Date | datetime | ro
hs_lastmodifieddate | Last Modified Date | datetime | ro
hs_object_source_label | Record source | text | ro
`;

export const ticketProperties = `
hs_object_id | Record ID | number | ro
subject | Ticket name | text | form
content | Ticket description | area | form
hs_pipeline | Pipeline | pipeline
hs_pipeline_stage | Ticket status | stage
hs_ticket_priority | Priority | select | form | LOW=Low; MEDIUM=Medium; HIGH=High; URGENT=Urgent
hs_ticket_category | Category | checkbox | form | PRODUCT_ISSUE=Product issue; BILLING_ISSUE=Billing issue; FEATURE_REQUEST=Feature request; GENERAL_INQUIRY=General inquiry
source_type | Source | select |  | CHAT=Chat; EMAIL=Email; FORM=Form; PHONE=Phone
hs_resolution | Resolution | checkbox |  | ISSUE_FIXED=Issue fixed; WONT_FIX=Won't fix; DOCS=Documentation sent
hubspot_owner_id | Ticket owner | owner
hs_external_object_ids | External object ids | text
createdate | Create date | datetime | ro
closed_date | Close date | datetime | ro
hs_lastmodifieddate | Last Modified Date | datetime | ro
hs_last_message_from_visitor | Last message from visitor | bool | ro
hs_ticket_id | Ticket ID | number | ro
time_to_close | Time to close | number | ro
first_agent_reply_date | First agent reply date | datetime | ro
hs_object_source_label | Record source | text | ro
hubspot_team_id | HubSpot Team | text | ro
`;
