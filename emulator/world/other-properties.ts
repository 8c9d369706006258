import { activity, classicDates, ownDates } from './common-properties.ts';

export const appointmentProperties = `
hs_appointment_name | Appointment name | text
hs_appointment_start | Appointment start | datetime
hs_appointment_end | Appointment end | datetime
${ownDates}
`;

export const branchProperties = `
${ownDates}
branch_name | Branch | text
branch_code | Branch code | text | unique
opened_on | Opened on | date
region | Region | select |  | north=North; south=South; east=East; west=West
`;

export const callProperties = `
${activity}
hs_call_title | Call title | text
hs_call_body | Call notes | html
hs_call_direction | Call direction | select |  | INBOUND=Inbound; OUTBOUND=Outbound
hs_call_duration | Call duration | number
hs_call_status | Call status | select |  | BUSY=Busy; COMPLETED=Completed; FAILED=Failed; NO_ANSWER=No answer
`;

export const cartProperties = `
hs_cart_name | Cart name | text
hs_total_price | Total price | currency
hs_external_status | Status | text
${ownDates}
`;

export const communicationProperties = `
${activity}
hs_communication_body | Communication body | html
hs_communication_channel_type | Channel type | select |  | WHATS_APP=WhatsApp; LINKEDIN_MESSAGE=LinkedIn message; SMS=SMS
`;

export const courseProperties = `
hs_course_name | Course name | text
hs_course_id | Course ID | text
hs_enrollment_capacity | Enrollment capacity | number
${ownDates}
`;

export const emailProperties = `
${activity}
hs_email_subject | Email subject | text
hs_email_text | Email body | area
hs_email_direction | Email direction | select |  | EMAIL=Outgoing; INCOMING_EMAIL=Incoming; FORWARDED_EMAIL=Forwarded
hs_email_status | Email send status | select |  | BOUNCED=Bounced; FAILED=Failed; SENT=Sent; SCHEDULED=Scheduled
`;

export const leadProperties = `
hs_lead_name | Lead name | text
hs_lead_type | Lead type | select |  | NEW_BUSINESS=New business; UPSELL=Upsell; RE_ATTEMPTING=Re-attempting
hs_lead_label | Lead label | select |  | HOT=Hot; WARM=Warm; COLD=Cold
hs_pipeline | Lead pipeline | pipeline
hs_pipeline_stage | Lead stage | stage
${ownDates}
`;

export const lineItemProperties = `
name | Name | text
hs_sku | SKU | text
hs_external_id | External ID | text
price | Unit price | currency
quantity | Quantity | number
discount | Unit discount | number
hs_discount_percentage | Discount percentage | number
hs_product_id | Product ID | number
amount | Net price | equation
${classicDates}
`;

export const listingProperties = `
hs_name | Name | text
hs_price | Price | currency
hs_bedrooms | Bedrooms | number
${ownDates}
`;

export const machineProperties = `
${ownDates}
serial_number | Serial number | text | unique
model_name | Model | text
installed_on | Installed on | date
power_kw | Power (kW) | number
condition | Condition | select |  | ok=In order; worn=Worn; broken=Out of order
features | Features | checkbox |  | wifi=Wi-Fi; meter=Meter; backup=Backup power
under_warranty | Under warranty | bool
`;

export const meetingProperties = `
${activity}
hs_meeting_title | Meeting name | text
hs_meeting_body | Meeting description | html
hs_meeting_start_time | Meeting start time | datetime
hs_meeting_end_time | Meeting end time | datetime
hs_meeting_outcome | Meeting outcome | select |  | SCHEDULED=Scheduled; COMPLETED=Completed; NO_SHOW=No show; CANCELED=Canceled
`;

export const noteProperties = `
${activity}
hs_note_body | Note body | html
`;

export const orderProperties = `
hs_order_name | Order name | text
hs_external_order_id | External order ID | text
hs_total_price | Total price | currency
${ownDates}
`;

export const postalMailProperties = `
${activity}
hs_postal_mail_body | Postal mail body | html
`;

export const productProperties = `
name | Name | text
hs_sku | SKU | text
price | Unit price | currency
description | Product description | area
hs_cost_of_goods_sold | Unit cost | currency
hs_product_type | Product Type | select |  | inventory=Inventory; non_inventory=Non-inventory; service=Service
hs_recurring_billing_period | Term | text
recurringbillingfrequency | Billing frequency | select |  | monthly=Monthly; quarterly=Quarterly; annually=Annually
hs_url | URL | text
${classicDates}
`;

export const quoteProperties = `
hs_title | Quote name | text
hs_expiration_date | Expiration date | date
hs_status | Approval status | select |  | DRAFT=Draft; APPROVAL_NOT_NEEDED=Approval not needed; PENDING_APPROVAL=Pending approval; APPROVED=Approved; REJECTED=Rejected
hs_currency | Currency | select |  | EUR=Euro; USD=US Dollar; CHF=Swiss Franc
hs_quote_amount | Quote amount | equation
${ownDates}
`;

export const serviceProperties = `
hs_name | Name | text
hs_start_date | Start date | datetime
hs_total_cost | Total cost | currency
${ownDates}
`;

export const subscriptionProperties = `
hs_name | Name | text
hs_status | Status | select |  | active=Active; past_due=Past due; canceled=Canceled; expired=Expired; scheduled=Scheduled
hs_recurring_billing_start_date | Start date | date
hs_next_payment_due_date | Next payment due | date
hs_recurring_revenue | Recurring revenue | currency
hs_invoice_creation | Invoice creation | select |  | ON=On; DRAFT=Draft; OFF=Off
${ownDates}
`;

export const taskProperties = `
${activity}
hs_task_subject | Task title | text
hs_task_body | Task notes | html
hs_task_priority | Priority | select |  | NONE=None; LOW=Low; MEDIUM=Medium; HIGH=High
hs_task_status | Task status | select |  | NOT_STARTED=Not started; IN_PROGRESS=In progress; WAITING=Waiting; COMPLETED=Completed
hs_task_type | Task type | select |  | CALL=Call; EMAIL=Email; TODO=To-do
`;

export const ticketCustomProperties = `
case_number | Case number | text | unique
affected_parts | Affected parts | checkbox |  | inverter=Inverter; panel=Panel; cable=Cable; app=App
`;

export const ticketProperties = `
subject | Ticket name | text | form
content | Ticket description | area | form
hs_pipeline | Pipeline | pipeline
hs_pipeline_stage | Ticket status | stage
hs_ticket_priority | Priority | select | form | LOW=Low; MEDIUM=Medium; HIGH=High; URGENT=Urgent
hs_ticket_category | Category | checkbox | form | PRODUCT_ISSUE=Product issue; BILLING_ISSUE=Billing issue; FEATURE_REQUEST=Feature request; GENERAL_INQUIRY=General inquiry
source_type | Source | select |  | CHAT=Chat; EMAIL=Email; FORM=Form; PHONE=Phone
hs_resolution | Resolution | checkbox |  | ISSUE_FIXED=Issue fixed; WONT_FIX=Won’t fix; DOCS=Documentation sent
hs_external_object_ids | External object ids | text
${classicDates}
closed_date | Close date | datetime | ro
hs_ticket_id | Ticket ID | number | ro
hs_last_message_from_visitor | Last message from visitor | bool | ro
`;
