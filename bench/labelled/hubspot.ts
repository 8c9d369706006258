import type { LabelledSheet } from './labelled-sheet.ts';

const source = 'HubSpot';

const contactExport = `
Record ID | hs_object_id | 20101001 ; 20101002
First Name | firstname | Clara ; Jonas
Last Name | lastname | Vogel ; Lindqvist
Email | email | clara@example.org ; jonas@example.org
Phone Number | phone | +49 40 5550101
Mobile Phone Number | mobilephone | +49 151 5550101
Contact owner | hubspot_owner_id | Anna Weber ; Kenji Sato
Associated Company | - | Nordwind Energie
Associated Company IDs | - | 20200001
Associated Deal | - | Nordwind - 40 heat pumps
Last Activity Date | - | 2026-03-04 09:12
Lead Status | hs_lead_status | New ; Open
Lifecycle Stage | lifecyclestage | Lead ; Customer
Marketing contact status | - | Marketing contact
Create Date | - | 2021-03-04 09:12
Company Name | company | Nordwind Energie
Job Title | jobtitle | Buyer
Street Address | address | Hafenstr. 12
City | city | Hamburg
State/Region | state | Hamburg
Postal Code | zip | 20457
Country/Region | country | Germany
Website URL | website | https://nordwind.example.com
Preferred language | hs_language | German ; English
Original Traffic Source | - | Organic Search
Number of Form Submissions | - | 2
HubSpot Score | - | 12
Unsubscribed from all email | - | false
Associated Note IDs | - | 301;302
`;

const contactNames = `
hs_object_id | hs_object_id | 20101001 ; 20101002
email | email | clara@example.org
firstname | firstname | Clara
lastname | lastname | Vogel
jobtitle | jobtitle | Buyer
hubspot_owner_id | hubspot_owner_id | 9000 ; 9002
lifecyclestage | lifecyclestage | lead ; customer
createdate | - | 2021-03-04T09:12:00.000Z
lastmodifieddate | - | 2024-03-04T09:12:00.000Z
hs_language | hs_language | de ; en
membership_level | membership_level | lvl_1 ; lvl_2
hs_analytics_source | - | ORGANIC_SEARCH
`;

const companyExport = `
Record ID | hs_object_id | 20200001 ; 20200002
Company name | name | Nordwind Energie ; Lindqvist AB
Company owner | hubspot_owner_id | Anna Weber
Create Date | - | 2021-03-04 09:12
Phone Number | phone | +49 40 5550100
Last Activity Date | - | 2026-03-04
City | city | Hamburg
Country/Region | country | Germany
Industry | industry | Utilities ; Machinery
Company Domain Name | domain | nordwind.example.com ; lindqvist.example.com
Number of Employees | numberofemployees | 120 ; 45
Annual Revenue | annualrevenue | 12000000
Type | type | Prospect ; Partner
Associated Contact | - | Clara Vogel (clara@example.org)
Associated Contact IDs | - | 20101001
Parent Company | - | Nordwind Holding
Number of open deals | - | 2
`;

const dealExport = `
Record ID | hs_object_id | 20300001 ; 20300002
Deal Name | dealname | Nordwind - 40 heat pumps
Deal Stage | dealstage | Contract Sent ; Closed Won
Pipeline | pipeline | Sales pipeline
Close Date | closedate | 2026-12-31
Deal owner | hubspot_owner_id | Anna Weber ; Kenji Sato
Amount | amount | 42000 ; 18500
Deal Type | dealtype | New Business ; Existing Business
Priority | hs_priority | High ; Low
Create Date | - | 2026-08-01
Deal probability | - | 0.9
Amount in company currency | - | 42000
Associated Contact | - | Clara Vogel
Associated Company | - | Nordwind Energie
Is Closed Won | - | false ; true
Closed Lost Reason | closed_lost_reason | Price
`;

const multiObjectImport = `
Record ID - Contact | hs_object_id | 20101001 ; 20101002
Email <CONTACT email> | email | clara@example.org ; jonas@example.org
First Name <CONTACT firstname> | firstname | Clara ; Jonas
Last Name <CONTACT lastname> | lastname | Vogel ; Lindqvist
Record ID - Company | - | 20200001 ; 20200002
Name <COMPANY name> | - | Nordwind Energie ; Lindqvist AB
Company Domain Name <COMPANY domain> | - | nordwind.example.com
Association Label | - | Decision maker
`;

export const hubspotSheets: readonly LabelledSheet[] = [
  { source, file: 'contacts', object: 'contacts', headers: contactExport },
  { source, file: 'contacts, internal names', object: 'contacts', headers: contactNames },
  { source, file: 'companies', object: 'companies', headers: companyExport },
  { source, file: 'deals', object: 'deals', headers: dealExport },
  { source, file: 'two objects in one file', object: 'contacts', headers: multiObjectImport },
];
