import type { LabelledSheet } from './labelled-sheet.ts';

const zendeskTickets = `
Ticket ID | - | 5001 ; 5002
Ticket subject | subject | Inverter reports E12 ; Invoice missing
Ticket status | hs_pipeline_stage | Open ; Solved
Ticket priority | hs_ticket_priority | High ; Low
Ticket channel | source_type | Email ; Chat
Requester name | - | Clara Vogel
Requester email | - | clara@example.org
Assignee name | hubspot_owner_id | Anna Weber ; Kenji Sato
Ticket group | - | Tier 1
Ticket created - Timestamp | - | 2026-03-04T09:12:00
Ticket solved - Date | - | 2026-03-05
Ticket organization name | - | Nordwind Energie
Satisfaction Score | - | Offered
Reopens | - | 0 ; 1
Replies | - | 2 ; 5
`;

const freshdesk = `
Ticket ID | - | 71 ; 72
Subject | subject | Inverter reports E12 ; Invoice missing
Status | hs_pipeline_stage | Open ; Resolved
Priority | hs_ticket_priority | High ; Low
Source | source_type | Email ; Phone
Type | hs_ticket_category? | Question ; Incident
Agent | hubspot_owner_id | Anna Weber ; Kenji Sato
Group | - | Support
Created time | - | 2026-03-04 09:12:00
Due by Time | - | 2026-03-06 09:12:00
Resolved time | -
Closed time | -
Last update time | - | 2026-03-05 09:12:00
Initial response time | -
Time tracked | - | 00:12:00
First response time (in hrs) | - | 00:22:10
Agent interactions | - | 2
Resolution status | - | Within SLA
Tags | - | inverter
Description | content | The display shows E12.
Full name | - | Clara Vogel
Email | - | clara@example.org
Work phone | - | +49 40 5550101
`;

const jira = `
Summary | subject | Inverter reports E12 ; Invoice missing
Issue key | - | SUP-71 ; SUP-72
Issue id | - | 10071 ; 10072
Issue Type | - | Bug ; Task
Status | hs_pipeline_stage | To Do ; Done
Project key | - | SUP
Project name | - | Support
Priority | hs_ticket_priority | High ; Low
Resolution | hs_resolution? | Fixed
Assignee | hubspot_owner_id | Anna Weber ; Kenji Sato
Reporter | - | Clara Vogel
Creator | - | Clara Vogel
Created | - | 04/Mar/26 9:12 AM
Updated | - | 05/Mar/26 9:12 AM
Resolved | -
Description | content | The display shows E12.
Component/s | - | Inverter
Watchers | - | anna
`;

const intercom = `
User ID | - | u_8841 ; u_8842
Name | - | Clara Vogel ; Jonas Lindqvist
Email | email | clara@example.org ; jonas@example.org
Phone | phone | +49 40 5550101
Owner | hubspot_owner_id | Anna Weber ; Kenji Sato
First Seen (UTC) | - | 2021-03-04 09:12:00
Last seen (UTC) | - | 2026-03-04 09:12:00
Signed up (UTC) | - | 2021-03-04 09:12:00
Web sessions | - | 12 ; 4
City | city | Hamburg
Region | state? | Hamburg
Country | country | Germany
Timezone | hs_timezone? | Europe/Berlin
Browser | - | chrome
Browser Language | - | de
Company name | company | Nordwind Energie
Company ID | - | 77
Unsubscribed from Emails | - | false
Marked email as spam | - | false
Has hard bounced | - | false
`;

export const supportDeskSheets: readonly LabelledSheet[] = [
  { source: 'Zendesk', file: 'tickets', object: 'tickets', headers: zendeskTickets },
  { source: 'Freshdesk', file: 'tickets', object: 'tickets', headers: freshdesk },
  { source: 'Jira', file: 'issues', object: 'tickets', headers: jira },
  { source: 'Intercom', file: 'users', object: 'contacts', headers: intercom },
];
