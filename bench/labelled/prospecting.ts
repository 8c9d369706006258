import type { LabelledSheet } from './labelled-sheet.ts';

const linkedinConnections = `
First Name | firstname | Clara ; Jonas ; Priya
Last Name | lastname | Vogel ; Lindqvist ; Nair
URL | hs_linkedin_url | https://www.linkedin.com/in/clara-example ; https://www.linkedin.com/in/jonas-example
Email Address | email | clara@example.org
Company | company | Nordwind Energie ; Lindqvist AB
Position | jobtitle | Head of Purchasing ; CTO
Connected On | - | 04 Mar 2021 ; 09 Jul 2022
`;

const linkedinLeadForm = `
Lead ID | - | a1b2c3d4-0001 ; a1b2c3d4-0002
Created Time | - | 2026-03-04T09:12:00Z
Campaign ID | - | 310045671
Campaign Name | - | Heat pumps DACH
Ad ID | - | 412233
Form ID | - | 9912
Form Name | - | Catalogue
First name | firstname | Clara ; Jonas
Last name | lastname | Vogel ; Lindqvist
Email address | email | clara@example.org ; jonas@example.org
Work email | work_email | clara@example.com
Phone number | phone | +49 40 5550101
Job title | jobtitle | Buyer ; CTO
Job function | job_function | Purchasing
Seniority | seniority | Manager ; Director
Company name | company | Nordwind Energie
Company size | company_size | 51-200
Industry | industry | Utilities
City | city | Hamburg
State/Province | state | Hamburg
Country/Region | country | Germany
Postal/Zip Code | zip | 20457
LinkedIn profile URL | hs_linkedin_url | https://www.linkedin.com/in/clara-example
Degree | degree | MSc
Field of study | field_of_study | Physics
Graduation date | graduation_date | 2004
Gender | gender | female
Is test lead | - | FALSE
`;

const linkedinSalesNavigator = `
fullName | - | Clara Vogel ; Jonas Lindqvist
firstName | firstname | Clara ; Jonas
lastName | lastname | Vogel ; Lindqvist
title | jobtitle | Head of Purchasing ; CTO
companyName | company | Nordwind Energie ; Lindqvist AB
companyId | - | 1035 ; 1036
location | - | Hamburg, Germany
profileUrl | - | https://www.linkedin.com/sales/lead/ACwAAA,NAME
linkedInProfileUrl | hs_linkedin_url | https://www.linkedin.com/in/clara-example
vmid | - | ACwAAAB1
connectionDegree | - | 2nd ; 3rd
sharedConnectionsCount | - | 4 ; 0
isPremium | - | true ; false
durationInRole | - | 2 years in role
timestamp | - | 2026-03-04T09:12:00.000Z
query | - | https://www.linkedin.com/sales/search/people?query=x
`;

const apolloPeople = `
First Name | firstname | Clara ; Jonas
Last Name | lastname | Vogel ; Lindqvist
Title | jobtitle | Head of Purchasing ; CTO
Company | company | Nordwind Energie ; Lindqvist AB
Company Name for Emails | - | Nordwind ; Lindqvist
Email | email | clara@example.org ; jonas@example.org
Email Status | - | Verified ; Extrapolated
Email Confidence | - | 0.98
Seniority | seniority | Head ; C suite
Departments | department? | Operations
Contact Owner | hubspot_owner_id | Anna Weber ; Kenji Sato
Work Direct Phone | phone | +49 40 5550101
Home Phone | -
Mobile Phone | mobilephone | +49 151 5550101
Corporate Phone | - | +49 40 5550100
Other Phone | -
Stage | - | Cold ; Replied
Lists | - | DACH
Last Contacted | - | 2026-03-04
Account Owner | - | Anna Weber
# Employees | - | 120 ; 45
Industry | industry | utilities ; machinery
Keywords | - | energy, wind
Person Linkedin Url | hs_linkedin_url | http://www.linkedin.com/in/clara-example
Website | website | http://www.nordwind.example.com
Company Linkedin Url | - | http://www.linkedin.com/company/nordwind-example
Facebook Url | -
Twitter Url | -
City | city | Hamburg ; Stockholm
State | state | Hamburg
Country | country | Germany ; Sweden
Company Address | - | Hafenstr. 12, Hamburg
Company City | - | Hamburg
Company State | - | Hamburg
Company Country | - | Germany
Company Phone | - | +49 40 5550100
SEO Description | - | Energy from the north
Technologies | - | Shopify, Gmail
Annual Revenue | annualrevenue? | 12000000
Total Funding | -
Apollo Contact Id | - | 6123abcd6123abcd6123abcd
Apollo Account Id | - | 6123abce6123abce6123abce
`;

const apolloCompanies = `
Company | name | Nordwind Energie ; Lindqvist AB
Company Name for Emails | - | Nordwind
Account Stage | - | Cold
# Employees | numberofemployees | 120 ; 45
Industry | industry | Utilities ; Machinery
Account Owner | hubspot_owner_id | Anna Weber ; Lucas Moreau
Website | website | http://www.nordwind.example.com
Company Linkedin Url | linkedin_company_page | http://www.linkedin.com/company/nordwind-example
Facebook Url | facebook_company_page | https://www.facebook.com/nordwind-example
Twitter Url | - | https://twitter.com/nordwind-example
Company Street | address | Hafenstr. 12
Company City | city | Hamburg
Company State | state | Hamburg
Company Country | country | Germany
Company Postal Code | zip | 20457
Company Phone | phone | +49 40 5550100
Technologies | - | Shopify, Gmail
Total Funding | total_money_raised | 2500000
Latest Funding | - | Series A
Annual Revenue | annualrevenue | 12000000
Number of Retail Locations | - | 3
Founded Year | founded_year | 1998
Logo Url | hs_logo_url | https://img.example.com/logo.png
Apollo Account Id | - | 6123abce6123abce6123abce
Short Description | description | Energy from the north
`;

export const prospectingSheets: readonly LabelledSheet[] = [
  { source: 'LinkedIn', file: 'connections', object: 'contacts', headers: linkedinConnections },
  { source: 'LinkedIn', file: 'lead form', object: 'contacts', headers: linkedinLeadForm },
  { source: 'LinkedIn', file: 'Sales Navigator scrape', object: 'contacts', headers: linkedinSalesNavigator },
  { source: 'Apollo', file: 'people', object: 'contacts', headers: apolloPeople },
  { source: 'Apollo', file: 'companies', object: 'companies', headers: apolloCompanies },
];
