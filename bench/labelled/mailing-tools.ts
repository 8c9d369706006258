import type { LabelledSheet } from './labelled-sheet.ts';

const mailchimp = `
Email Address | email | clara@example.org ; jonas@example.org ; priya@example.org
First Name | firstname | Clara ; Jonas ; Priya
Last Name | lastname | Vogel ; Lindqvist ; Nair
Address | address? | Hafenstr. 12  Hamburg  20457  DE
Phone Number | phone | +49 40 5550101 ; +46 8 5550102
Birthday | date_of_birth? | 04/12 ; 11/03
Company | company | Nordwind Energie
MEMBER_RATING | - | 2 ; 5 ; 3
OPTIN_TIME | - | 2021-03-04 09:12:00
OPTIN_IP | - | 192.0.2.14
CONFIRM_TIME | - | 2021-03-04 09:13:00 ; 2022-07-09 10:00:00
CONFIRM_IP | - | 192.0.2.14
LATITUDE | - | 53.5511
LONGITUDE | - | 9.9937
GMTOFF | - | 1 ; 1
DSTOFF | - | 2 ; 2
TIMEZONE | hs_timezone? | Europe/Berlin ; Europe/London
CC | hs_country_region_code? | DE ; SE
REGION | state? | HH ; AB
LAST_CHANGED | - | 2024-03-04 09:12:00
LEID | - | 512345678 ; 512345679
EUID | - | 8a7b6c5d4e
NOTES | internal_note? | asked for a catalogue
TAGS | - | "Customer","Fair 2025"
`;

const mailchimpMerge = `
EMAIL | email | clara@example.org ; jonas@example.org
FNAME | firstname | Clara ; Jonas
LNAME | lastname | Vogel ; Lindqvist
MMERGE3 | - | Nordwind
ADDRESS | address? | Hafenstr. 12
PHONE | phone | +49 40 5550101
BIRTHDAY | date_of_birth? | 04/12
UNSUB_TIME | - | 2025-02-02 10:00:00
UNSUB_CAMPAIGN_TITLE | - | Spring letter
UNSUB_REASON | - | NORMAL
`;

const brevo = `
CONTACT ID | - | 17 ; 18
EMAIL | email | clara@example.org ; jonas@example.org
FIRSTNAME | firstname | Clara ; Jonas
LASTNAME | lastname | Vogel ; Lindqvist
SMS | mobilephone? | 491515550101 ; 46705550102
WHATSAPP | hs_whatsapp_phone_number? | 491515550101
EXT_ID | - | crm-0017
JOB_TITLE | jobtitle | Buyer
LANDLINE_NUMBER | phone? | 49405550101
CONTACT_TIMEZONE | hs_timezone? | Europe/Berlin
LINKEDIN | hs_linkedin_url | https://www.linkedin.com/in/clara-example
DOUBLE_OPT-IN | - | Yes ; No
OPT_IN | - | 1 ; 0
EMAIL_BLACKLIST | - | FALSE ; TRUE
SMS_BLACKLIST | - | FALSE
ADDED_TIME | - | 04-03-2021 09:12:00
MODIFIED_TIME | - | 04-03-2024 09:12:00
`;

const klaviyo = `
Klaviyo ID | - | 01HX3Y8Q2Z ; 01HX3Y8Q30
Email | email | clara@example.org ; jonas@example.org
Email Marketing Consent | - | SUBSCRIBED ; NEVER_SUBSCRIBED
Email Marketing Consent Timestamp | - | 2021-03-04 09:12:00
Phone Number | phone | +491515550101
SMS Marketing Consent | - | NEVER_SUBSCRIBED
First Name | firstname | Clara ; Jonas
Last Name | lastname | Vogel ; Lindqvist
Organization | company | Nordwind Energie
Title | jobtitle | Buyer ; CTO
Address 1 | address | Hafenstr. 12
Address 2 | - | 2nd floor
City | city | Hamburg
State / Region | state | Hamburg
Country | country | Germany
Zip Code | zip | 20457
Latitude | - | 53.55
Longitude | - | 9.99
IP Address | - | 192.0.2.14
Source | - | Checkout
Initial Source | - | Footer form
First Active | - | 2021-03-04
Last Active | - | 2026-02-01
Date Added | - | 2021-03-04
Profile Created On | - | 2021-03-04 09:12:00
Last Open | - | 2026-01-01
Predicted Customer Lifetime Value | - | 312.50
Churn Risk Prediction | - | 0.31
`;

const activeCampaign = `
ID | - | 1041 ; 1042
Email | email | clara@example.org ; jonas@example.org
First Name | firstname | Clara ; Jonas
Last Name | lastname | Vogel ; Lindqvist
Phone | phone | +49 40 5550101
Account Name | company | Nordwind Energie
Job Title | jobtitle | Buyer
Date Created | - | 2021-03-04 09:12
IP | - | 192.0.2.14
User Agent | -
Tags | - | fair,customer
Lists | - | Newsletter
Score | - | 40
`;

export const mailingToolSheets: readonly LabelledSheet[] = [
  { source: 'Mailchimp', file: 'audience export', object: 'contacts', headers: mailchimp },
  { source: 'Mailchimp', file: 'merge fields', object: 'contacts', headers: mailchimpMerge },
  { source: 'Brevo', file: 'contacts', object: 'contacts', headers: brevo },
  { source: 'Klaviyo', file: 'profiles', object: 'contacts', headers: klaviyo },
  { source: 'ActiveCampaign', file: 'contacts', object: 'contacts', headers: activeCampaign },
];
