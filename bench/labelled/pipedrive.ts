import type { LabelledSheet } from './labelled-sheet.ts';

const source = 'Pipedrive';

const people = `
Person - ID | - | 41 ; 42 ; 43
Person - Name | - | Clara Vogel ; Jonas Lindqvist ; Priya Nair
Person - First name | firstname | Clara ; Jonas ; Priya
Person - Last name | lastname | Vogel ; Lindqvist ; Nair
Person - Email - Work | email | clara@example.org ; jonas@example.org ; priya@example.org
Person - Email - Home | - | clara.v@example.com
Person - Email - Other | -
Person - Phone - Work | phone | +49 40 5550101 ; +46 8 5550102
Person - Phone - Mobile | mobilephone | +49 151 5550101 ; +46 70 5550102
Person - Phone - Home | -
Person - Organization | company | Nordwind Energie ; Lindqvist AB
Person - Organization ID | - | 7 ; 8
Person - Job title | jobtitle | Buyer ; CTO
Person - Owner | hubspot_owner_id | Anna Weber ; Kenji Sato
Person - Label | - | Hot lead ; Customer
Person - Open deals | - | 1 ; 0
Person - Closed deals | - | 3 ; 2
Person - Next activity date | - | 2026-12-01
Person - Person created | - | 2021-03-04 09:12:00
Person - Update time | - | 2024-03-04 09:12:00
Person - Marketing status | - | Subscribed ; No consent
Person - Postal address | address? | Hafenstr. 12, Hamburg
Person - Visible to | - | Entire company
Person - Birthday | date_of_birth | 1980-04-12
`;

const organizations = `
Organization - ID | - | 7 ; 8
Organization - Name | name | Nordwind Energie ; Lindqvist AB
Organization - Owner | hubspot_owner_id | Anna Weber ; Lucas Moreau
Organization - Address | address? | Hafenstr. 12, Hamburg
Organization - Street/road name of Address | - | Hafenstr.
Organization - City/town/village/locality of Address | city | Hamburg ; Stockholm
Organization - State/county of Address | state? | Hamburg
Organization - Country of Address | country | Germany ; Sweden
Organization - ZIP/Postal code of Address | zip | 20457 ; 11143
Organization - People | - | 3 ; 1
Organization - Open deals | - | 1 ; 0
Organization - Label | - | Customer
Organization - Website | website | www.nordwind.example.com
Organization - Industry | industry | Utilities ; Machinery
Organization - Annual revenue | annualrevenue | 12000000
Organization - Number of employees | numberofemployees | 120 ; 45
Organization - LinkedIn profile | linkedin_company_page | https://www.linkedin.com/company/nordwind-example
Organization - Organization created | - | 2021-03-04 09:12:00
`;

const deals = `
Deal - ID | - | 101 ; 102
Deal - Title | dealname | Nordwind - 40 heat pumps ; Lindqvist - retrofit
Deal - Value | amount | 42000 ; 18500
Deal - Currency of Value | deal_currency_code | EUR ; CHF
Deal - Weighted value | - | 31500 ; 9250
Deal - Probability | - | 75 ; 50
Deal - Organization | - | Nordwind Energie ; Lindqvist AB
Deal - Contact person | - | Clara Vogel ; Jonas Lindqvist
Deal - Pipeline | pipeline | Sales pipeline ; Sales pipeline
Deal - Stage | dealstage | Contract Sent ; Closed Won
Deal - Label | - | Hot
Deal - Status | - | Open ; Won
Deal - Deal created | - | 2026-08-01 10:00:00
Deal - Update time | - | 2026-09-01 10:00:00
Deal - Last stage change | - | 2026-09-01 10:00:00
Deal - Next activity date | - | 2026-12-01
Deal - Won time | - | 2026-09-20 11:00:00
Deal - Lost time | -
Deal - Lost reason | closed_lost_reason | Price
Deal - Expected close date | closedate | 2026-12-31 ; 2027-03-15
Deal - Owner | hubspot_owner_id | Anna Weber ; Kenji Sato
Deal - Total activities | - | 12 ; 4
Deal - Visible to | - | Entire company
`;

export const pipedriveSheets: readonly LabelledSheet[] = [
  { source, file: 'people', object: 'contacts', headers: people },
  { source, file: 'organizations', object: 'companies', headers: organizations },
  { source, file: 'deals', object: 'deals', headers: deals },
];
