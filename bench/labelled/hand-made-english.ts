import type { LabelledSheet } from './labelled-sheet.ts';

const source = 'Hand-made, English';

const fairLeads = `
No. | - | 1 ; 2 ; 3
first | firstname | Clara ; Jonas ; Priya
last | lastname | Vogel ; Lindqvist ; Nair
e-mail | email | clara@example.org ; jonas@example.org ; priya@example.org
tel | phone | +49 40 5550101 ; +46 8 5550102
cell | mobilephone | +49 151 5550101
company | company | Nordwind Energie ; Lindqvist AB
role | jobtitle? | Buyer ; CTO
town | city | Hamburg ; Stockholm
postcode | zip | 20457 ; 11143
country | country | Germany ; Sweden
met at | - | Booth 12
follow up? | - | yes ; no
by when | - | 12/1/2026
comments | internal_note? | wants a quote
status | - | todo ; done
sent catalogue | - | x
`;

const memberList = `
Customer number | customer_number | K-1001 ; K-1002
Full name | - | Clara Vogel ; Jonas Lindqvist
Mr/Mrs | salutation | Mrs ; Mr
Surname | lastname | Vogel ; Lindqvist
Given name | firstname | Clara ; Jonas
DOB | date_of_birth | 12/04/1980
Email addr. | email | clara@example.org ; jonas@example.org
2nd email | - | clara.v@example.com
Mobile no. | mobilephone | +49 151 5550101
Landline | phone | +49 40 5550101
Address line 1 | address | Hafenstr. 12
Address line 2 | - | 2nd floor
ZIP | zip | 20457
County | - | Kent
Membership level | membership_level | Bronze ; Gold
Member since | - | 2011
Fee paid 2026 | - | 120.00
Newsletter | newsletter_opt_in | true ; false
T-shirt size | - | M ; L
Interests | interests | Solar power ; Storage
Preferred language | hs_language | German ; English
Emergency contact | - | Peter Vogel
IBAN | - | DE00 0000 0000 0000 0000 00
Photo consent | - | yes
Notes | internal_note? | pays by transfer
Last changed by | - | Eva
`;

const companyList = `
Firm | name | Nordwind Energie ; Lindqvist AB
Domain | domain | nordwind.example.com ; lindqvist.example.com
Homepage | website | https://nordwind.example.com
Switchboard | phone? | +49 40 5550100
Street | address | Hafenstr. 12
ZIP code | zip | 20457
City | city | Hamburg
Sector | industry | Utilities ; Machinery
Headcount | numberofemployees | 120 ; 45
Turnover | annualrevenue | 12000000
Account manager | hubspot_owner_id | Anna Weber ; Lucas Moreau
LinkedIn | linkedin_company_page | https://www.linkedin.com/company/nordwind-example
VAT ID | vat_number | DE811100001
Contact person | - | Clara Vogel
Contact email | - | clara@example.org
Our customer? | - | yes ; no
Reg. no. | - | HRB 12345
Founded | founded_year | 1998
Visited on | - | 3/4/2026
`;

const dealList = `
Deal | dealname | Nordwind - 40 heat pumps ; Lindqvist - retrofit
Client | - | Nordwind Energie
Value (EUR) | amount | 42,000.00 ; 18,500.00
Expected close | closedate | 12/31/2026
Stage | dealstage | Contract Sent ; Closed Won
Sales rep | hubspot_owner_id | Anna Weber ; Kenji Sato
Next step | hs_next_step | Call back
Priority | hs_priority | High ; Low
Quote no. | - | Q-2026-014
Win chance | - | 75%
Reason lost | closed_lost_reason | Price
kWp | - | 40
Installer | - | Solar Team North
Remarks | description? | two roofs
`;

const priceList = `
Item | name | Heat pump 8 kW ; Heat pump 12 kW
Article no. | hs_sku | HP-08 ; HP-12
Price | price | 4999.00 ; 6499.00
Cost | hs_cost_of_goods_sold | 2999.00 ; 3999.00
Details | description | Quiet
Weight (kg) | - | 85 ; 92
Stock | - | 4 ; 7
Delivery time | - | 3 weeks
EAN | - | 4012345678901
Product page | hs_url | https://nordwind.example.com/hp08
Picture | hs_images? | hp08.jpg
`;

export const handMadeEnglishSheets: readonly LabelledSheet[] = [
  { source, file: 'fair leads', object: 'contacts', headers: fairLeads },
  { source, file: 'members', object: 'contacts', headers: memberList },
  { source, file: 'companies', object: 'companies', headers: companyList },
  { source, file: 'deals', object: 'deals', headers: dealList },
  { source, file: 'price list', object: 'products', headers: priceList },
];
