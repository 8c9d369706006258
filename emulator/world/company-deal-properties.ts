import { addresses, classicDates, lifecycle } from './common-properties.ts';

export const companyProperties = `
name | Company name | text | form
domain | Company Domain Name | text | form
website | Website URL | text
phone | Phone Number | phone | form
industry | Industry | select | form | ACCOUNTING=Accounting; AIRLINES_AVIATION=Airlines/Aviation; AUTOMOTIVE=Automotive; BANKING=Banking; BIOTECHNOLOGY=Biotechnology; BUILDING_MATERIALS=Building Materials; CHEMICALS=Chemicals; COMPUTER_SOFTWARE=Computer Software; CONSTRUCTION=Construction; EDUCATION_MANAGEMENT=Education Management; FOOD_PRODUCTION=Food Production; INSURANCE=Insurance; MACHINERY=Machinery; RENEWABLES_ENVIRONMENT=Renewables & Environment; RETAIL=Retail; UTILITIES=Utilities
type | Type | radio |  | PROSPECT=Prospect; PARTNER=Partner; RESELLER=Reseller; VENDOR=Vendor; OTHER=Other
description | Description | area
about_us | About Us | area
numberofemployees | Number of Employees | number | form
annualrevenue | Annual Revenue | currency
founded_year | Year Founded | text
timezone | Time Zone | text
linkedin_company_page | LinkedIn Company Page | text
address2 | Street Address 2 | text
${addresses}
${lifecycle}
${classicDates}
hs_additional_domains | Additional Domains | checkbox | ro
hs_pipeline | Pipeline | pipeline | ro hidden
hs_num_blockers | Number of blockers | rollup
hs_num_child_companies | Number of child companies | rollup
hs_num_decision_makers | Number of decision makers | rollup
hs_num_open_deals | Number of open deals | rollup
hs_target_account_probability | Target Account Probability | number | ro
num_associated_contacts | Number of Associated Contacts | rollup
`;

export const companyCustomProperties = `
erp_id | ERP number | text | unique
customer_tier | Customer tier | select |  | a=Tier A; b=Tier B; c=Tier C
product_lines | Product lines | checkbox |  | pv=Photovoltaics; hp=Heat pumps; st=Storage; ev=Wallboxes
credit_limit | Credit limit | currency
contract_end | End of contract | date
last_audit_at | Last audit | datetime
is_partner | Partner | bool
`;

export const dealProperties = `
dealname | Deal Name | text | form
amount | Amount | currency | form
pipeline | Pipeline | pipeline
dealstage | Deal Stage | stage
closedate | Close Date | datetime
dealtype | Deal Type | radio |  | newbusiness=New Business; existingbusiness=Existing Business
description | Deal Description | area
hs_priority | Priority | select |  | low=Low; medium=Medium; high=High
hs_next_step | Next step | text
deal_currency_code | Currency | select |  | EUR=Euro; USD=US Dollar; CHF=Swiss Franc
closed_lost_reason | Closed Lost Reason | area
closed_won_reason | Closed Won Reason | area
${classicDates}
amount_in_home_currency | Amount in company currency | equation
hs_deal_stage_probability | Deal probability | equation
hs_is_closed | Is Closed | bool | ro
hs_is_closed_won | Is Closed Won | bool | ro
hs_num_associated_deal_splits | Number of deal splits | rollup
num_notes | Number of Sales Activities | rollup
num_associated_contacts | Number of Associated Contacts | rollup
`;

export const dealCustomProperties = `
order_reference | Order reference | text | unique
project_kind | Kind of project | select |  | new_build=New building; renovation=Renovation; extension=Extension
planned_start | Planned start | date
discount_percent | Discount (%) | number
`;
