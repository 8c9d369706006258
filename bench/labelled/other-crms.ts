import type { LabelledSheet } from './labelled-sheet.ts';

const zohoContacts = `
Record Id | - | zcrm_4876876000000333001 ; zcrm_4876876000000333002
Contact Owner.id | - | zcrm_4876876000000225013
Contact Owner | hubspot_owner_id | Anna Weber ; Kenji Sato
Lead Source | - | Trade Show
First Name | firstname | Clara ; Jonas
Last Name | lastname | Vogel ; Lindqvist
Account Name.id | - | zcrm_4876876000000334001
Account Name | company | Nordwind Energie
Vendor Name | -
Email | email | clara@example.org ; jonas@example.org
Title | jobtitle | Buyer ; CTO
Department | department | Purchasing
Phone | phone | +49 40 5550101
Home Phone | -
Other Phone | -
Fax | fax | +49 40 5550109
Mobile | mobilephone | +49 151 5550101
Date of Birth | date_of_birth | 1980-04-12
Assistant | -
Asst Phone | -
Email Opt Out | - | false ; true
Skype ID | -
Created By | - | Anna Weber
Modified By | - | Anna Weber
Created Time | - | 2021-03-04 09:12:00
Modified Time | - | 2024-03-04 09:12:00
Salutation | salutation | Ms. ; Mr.
Secondary Email | - | clara.v@example.com
Last Activity Time | - | 2025-02-02 09:12:00
Twitter | twitterhandle | nordwind_clara
Mailing Street | address | Hafenstr. 12
Mailing City | city | Hamburg
Mailing State | state | Hamburg
Mailing Zip | zip | 20457
Mailing Country | country | Germany
Other City | -
Tag | - | vip
Unsubscribed Mode | -
Unsubscribed Time | -
`;

const dynamicsContacts = `
(Do Not Modify) Contact | - | 5f1c7d3e-0001-ee11-9cbe-000d3a000001 ; 5f1c7d3e-0002-ee11-9cbe-000d3a000002
(Do Not Modify) Row Checksum | - | kq8Zc1
(Do Not Modify) Modified On | - | 2024-03-04 09:12
Full Name | - | Clara Vogel ; Jonas Lindqvist
First Name | firstname | Clara ; Jonas
Last Name | lastname | Vogel ; Lindqvist
Email | email | clara@example.org ; jonas@example.org
Company Name | company | Nordwind Energie
Business Phone | phone | +49 40 5550101
Mobile Phone | mobilephone | +49 151 5550101
Job Title | jobtitle | Buyer
Address 1: Street 1 | address | Hafenstr. 12
Address 1: Street 2 | - | 2nd floor
Address 1: City | city | Hamburg
Address 1: State/Province | state | Hamburg
Address 1: ZIP/Postal Code | zip | 20457
Address 1: Country/Region | country | Germany
Address 2: City | - | Kiel
Preferred Method of Contact | - | Any ; Email
Status Reason | - | Active
Owner | hubspot_owner_id | Anna Weber ; Kenji Sato
Parent Customer | -
Do not allow Emails | - | Allow
`;

const dynamicsAccounts = `
(Do Not Modify) Account | - | 5f1c7d3e-0011-ee11-9cbe-000d3a000001
Account Name | name | Nordwind Energie ; Lindqvist AB
Main Phone | phone | +49 40 5550100
Address 1: City | city | Hamburg
Primary Contact | - | Clara Vogel
Annual Revenue | annualrevenue | 12000000
No. of Employees | numberofemployees | 120
Website | website | https://nordwind.example.com
Industry | industry | Utilities ; Machinery
Relationship Type | type? | Prospect ; Partner
Owner | hubspot_owner_id | Anna Weber
Credit Hold | - | No
Ticker Symbol | -
Parent Account | -
`;

const zendeskSell = `
id | - | 3001 ; 3002
is_organisation | - | false
name | - | Clara Vogel ; Jonas Lindqvist
first_name | firstname | Clara ; Jonas
last_name | lastname | Vogel ; Lindqvist
title | jobtitle | Buyer ; CTO
organization_name | company | Nordwind Energie
email | email | clara@example.org ; jonas@example.org
phone | phone | +49 40 5550101
mobile | mobilephone | +49 151 5550101
website | website | https://nordwind.example.com
address | address | Hafenstr. 12
city | city | Hamburg
state | state | Hamburg
postal_code | zip | 20457
country | country | Germany
customer_status | - | current
prospect_status | - | none
owner_id | - | 44 ; 45
created_at | - | 2021-03-04T09:12:00Z
updated_at | - | 2024-03-04T09:12:00Z
tags | - | vip
linkedin | hs_linkedin_url | https://www.linkedin.com/in/clara-example
twitter | twitterhandle? | nordwind_clara
skype | -
`;

export const otherCrmSheets: readonly LabelledSheet[] = [
  { source: 'Zoho', file: 'contacts', object: 'contacts', headers: zohoContacts },
  { source: 'Dynamics 365', file: 'contacts', object: 'contacts', headers: dynamicsContacts },
  { source: 'Dynamics 365', file: 'accounts', object: 'companies', headers: dynamicsAccounts },
  { source: 'Zendesk', file: 'Sell contacts', object: 'contacts', headers: zendeskSell },
];
