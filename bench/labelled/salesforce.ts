import type { LabelledSheet } from './labelled-sheet.ts';

const source = 'Salesforce';

const contactReport = `
Salutation | salutation | Ms. ; Mr. ; Dr.
First Name | firstname | Clara ; Jonas ; Priya
Last Name | lastname | Vogel ; Lindqvist ; Nair
Title | jobtitle | Head of Purchasing ; CTO ; Account Executive
Account Name | company | Nordwind Energie ; Lindqvist AB ; Nair Foods
Mailing Street | address | Hafenstr. 12 ; 4 Kungsgatan ; 88 Brigade Road
Mailing City | city | Hamburg ; Stockholm ; Bengaluru
Mailing State/Province | state | Hamburg ; Stockholm ; Karnataka
Mailing Zip/Postal Code | zip | 20457 ; 11143 ; 560001
Mailing Country | country | Germany ; Sweden ; India
Phone | phone | +49 40 5550101 ; +46 8 5550102 ; +91 80 5550103
Fax | fax | +49 40 5550109
Mobile | mobilephone | +49 151 5550101 ; +46 70 5550102
Email | email | clara@example.org ; jonas@example.org ; priya@example.org
Contact Owner | hubspot_owner_id | Anna Weber ; Kenji Sato ; Anna Weber
Lead Source | - | Web ; Trade Show ; Partner Referral
Birthdate | date_of_birth | 4/12/1980 ; 11/3/1975
Department | department | Purchasing ; IT
Do Not Call | - | 0 ; 1
Email Opt Out | - | 0 ; 1 ; 0
Assistant | - | Eva Brandt
Asst. Phone | - | +49 40 5550111
Created Date | - | 3/4/2021 ; 7/9/2022 ; 1/1/2023
Last Modified Date | - | 3/4/2024 ; 7/9/2024
Last Activity | - | 2/2/2025
Contact ID | - | 0035g00000AbCdE ; 0035g00000AbCdF
Account ID | - | 0015g00000XyZaB ; 0015g00000XyZaC
Reports To | - | Marta Keller
Description | internal_note? | Met at the fair
`;

const contactDataLoader = `
ID | - | 0035g00000AbCdEAAZ ; 0035g00000AbCdFAAZ
ISDELETED | - | false ; false
MASTERRECORDID | -
ACCOUNTID | - | 0015g00000XyZaBAAZ ; 0015g00000XyZaCAAZ
LASTNAME | lastname | Vogel ; Lindqvist
FIRSTNAME | firstname | Clara ; Jonas
MAILINGSTREET | address | Hafenstr. 12 ; 4 Kungsgatan
MAILINGCITY | city | Hamburg ; Stockholm
MAILINGSTATE | state | HH ; Stockholm
MAILINGPOSTALCODE | zip | 20457 ; 11143
MAILINGCOUNTRY | country | Germany ; Sweden
MAILINGLATITUDE | - | 53.5438 ; 59.3345
MAILINGLONGITUDE | - | 9.9952 ; 18.0632
OTHERSTREET | - | Postfach 12
OTHERCITY | - | Hamburg
PHONE | phone | +49 40 5550101 ; +46 8 5550102
MOBILEPHONE | mobilephone | +49 151 5550101
HOMEPHONE | - | +49 40 5550199
OTHERPHONE | - | +49 40 5550188
EMAIL | email | clara@example.org ; jonas@example.org
REPORTSTOID | - | 0035g00000AbCdZAAZ
OWNERID | - | 0055g00000QqQqQAAZ ; 0055g00000RrRrRAAZ
HASOPTEDOUTOFEMAIL | - | false ; true
CREATEDDATE | - | 2021-03-04T09:12:00.000Z ; 2022-07-09T10:00:00.000Z
CREATEDBYID | - | 0055g00000QqQqQAAZ
LASTMODIFIEDDATE | - | 2024-03-04T09:12:00.000Z
SYSTEMMODSTAMP | - | 2024-03-04T09:12:00.000Z
LASTACTIVITYDATE | - | 2025-02-02
EMAILBOUNCEDREASON | - | 550 5.1.1 unknown user
JIGSAW | -
`;

const accountReport = `
Account Name | name | Nordwind Energie ; Lindqvist AB ; Nair Foods
Account Owner | hubspot_owner_id | Anna Weber ; Lucas Moreau ; Kenji Sato
Type | type | Prospect ; Partner ; Reseller
Industry | industry | Utilities ; Machinery ; Food Production
Annual Revenue | annualrevenue | 12000000 ; 3400000
Employees | numberofemployees | 120 ; 45 ; 300
Website | website | www.nordwind.example.com ; www.lindqvist.example.com
Phone | phone | +49 40 5550100 ; +46 8 5550100
Fax | - | +49 40 5550109
Billing Street | address | Hafenstr. 12 ; 4 Kungsgatan
Billing City | city | Hamburg ; Stockholm
Billing State/Province | state | Hamburg ; Stockholm
Billing Zip/Postal Code | zip | 20457 ; 11143
Billing Country | country | Germany ; Sweden
Shipping Street | - | Lagerweg 3
Shipping City | - | Hamburg
Parent Account | - | Nordwind Holding
Account Number | - | A-10023 ; A-10024
Ticker Symbol | - | NWE
SIC Code | - | 4911
Ownership | - | Private ; Public
Rating | - | Hot ; Warm
Account ID | - | 0015g00000XyZaB
Created Date | - | 3/4/2021
`;

const opportunityReport = `
Opportunity Name | dealname | Nordwind - 40 heat pumps ; Lindqvist - retrofit
Account Name | - | Nordwind Energie ; Lindqvist AB
Amount | amount | 42000.00 ; 18500.00
Close Date | closedate | 12/31/2026 ; 3/15/2027
Stage | dealstage | Contract Sent ; Closed Won
Probability (%) | - | 75 ; 100
Type | dealtype | New Business ; Existing Business
Next Step | hs_next_step | Send contract ; Call back
Lead Source | - | Web ; Partner
Opportunity Owner | hubspot_owner_id | Anna Weber ; Kenji Sato
Forecast Category | hs_manual_forecast_category | Commit ; Best case
Expected Revenue | - | 31500.00 ; 18500.00
Age | - | 45 ; 12
Fiscal Period | - | Q4-2026
Created Date | - | 8/1/2026
Opportunity ID | - | 0065g00000OpPoR
Loss Reason | closed_lost_reason | Price
`;

export const salesforceSheets: readonly LabelledSheet[] = [
  { source, file: 'contact report', object: 'contacts', headers: contactReport },
  { source, file: 'contact, Data Loader', object: 'contacts', headers: contactDataLoader },
  { source, file: 'account report', object: 'companies', headers: accountReport },
  { source, file: 'opportunity report', object: 'deals', headers: opportunityReport },
];
