/** HubSpot's own company and deal properties by their labels of 2026-03. */
export const companyProperties = `
hs_object_id | Record ID | number | ro
name | Company name | text | form
domain | Company Domain Name | text | form
website | Website URL | text
phone | Phone Number | phone | form
address | Street Address | text | form
address2 | Street Address 2 | text
city | City | text | form
state | State/Region | text | form
zip | Postal Code | text | form
country | Country/Region | text | form
industry | Industry | select | form | ACCOUNTING=Accounting; AUTOMOTIVE=Automotive; BANKING=Banking; BIOTECHNOLOGY=Biotechnology; COMPUTER_SOFTWARE=Computer Software; CONSTRUCTION=Construction; FOOD_PRODUCTION=Food Production; INSURANCE=Insurance; MACHINERY=Machinery; RENEWABLES_ENVIRONMENT=Renewables & Environment; RETAIL=Retail; UTILITIES=Utilities
type | Type | radio |  | PROSPECT=Prospect; PARTNER=Partner; RESELLER=Reseller; VENDOR=Vendor; OTHER=Other
description | Description | area
about_us | About Us | area
numberofemployees | Number of Employees | number | form
annualrevenue | Annual Revenue | currency
total_money_raised | Total Money Raised | text
founded_year | Year Founded | text
timezone | Time Zone | text
is_public | Is Public | bool
linkedin_company_page | LinkedIn Company Page | text
linkedinbio | LinkedIn Bio | text
facebook_company_page | Facebook Company Page | text
googleplus_page | Google Plus Page | text
twitterhandle | Twitter Handle | text
web_technologies | Web Technologies | checkbox |  | shopify=Shopify; salesforce=Salesforce; stripe=Stripe
hubspot_owner_id | Company owner | owner
lifecyclestage | Lifecycle Stage | radio | form | subscriber=Subscriber; lead=Lead; opportunity=Opportunity; customer=Customer; evangelist=Evangelist; other=Other
hs_lead_status | Lead Status | radio | form | NEW=New; OPEN=Open; IN_PROGRESS=In Progress; UNQUALIFIED=Unqualified; CONNECTED=Connected
hs_ideal_customer_profile | Ideal Customer Profile Tier | select |  | tier_1=Tier 1; tier_2=Tier 2; tier_3=Tier 3
hs_is_target_account | Target Account | bool
hs_logo_url | Logo URL | text
closedate | Close Date | datetime
createdate | Create Date | datetime | ro
hs_lastmodifieddate | Last Modified Date | datetime | ro
notes_last_contacted | Last Contacted | datetime | ro
notes_last_updated | Last Activity Date | datetime | ro
num_associated_contacts | Number of Associated Contacts | rollup
num_associated_deals | Number of Associated Deals | rollup
hs_num_open_deals | Number of open deals | rollup
hs_num_child_companies | Number of child companies | rollup
hs_parent_company_id | Parent Company | number | ro
hs_additional_domains | Additional Domains | checkbox | ro
hs_object_source_label | Record source | text | ro
recent_deal_amount | Recent Deal Amount | number | ro
total_revenue | Total Revenue | number | ro
days_to_close | Days to Close | number | ro
hubspot_team_id | HubSpot Team | text | ro
`;

export const dealProperties = `
hs_object_id | Record ID | number | ro
dealname | Deal Name | text | form
amount | Amount | currency | form
pipeline | Pipeline | pipeline
dealstage | Deal Stage | stage
closedate | Close Date | datetime
dealtype | Deal Type | radio |  | newbusiness=New Business; existingbusiness=Existing Business
description | Deal Description | area
hs_priority | Priority | select |  | low=Low; medium=Medium; high=High
hs_next_step | Next step | text
hs_manual_forecast_category | Forecast category | select |  | OMIT=Not forecasted; PIPELINE=Pipeline; BEST_CASE=Best case; COMMIT=Commit; CLOSED=Closed won
hs_forecast_probability | Forecast probability | number
deal_currency_code | Currency | select |  | EUR=Euro; USD=US Dollar; CHF=Swiss Franc
closed_lost_reason | Closed Lost Reason | area
closed_won_reason | Closed Won Reason | area
hubspot_owner_id | Deal owner | owner
hs_tcv | Total contract value | equation
hs_acv | Annual contract value | equation
hs_arr | Annual recurring revenue | equation
hs_mrr | Monthly recurring revenue | equation
amount_in_home_currency | Amount in company currency | equation
hs_deal_stage_probability | Deal probability | equation
hs_forecast_amount | Forecast amount | equation
hs_is_closed | Is Deal Closed? | bool | ro
hs_is_closed_won | Is Closed Won | bool | ro
hs_analytics_source | Original Traffic Source | text | ro
createdate | Create Date | datetime | ro
hs_lastmodifieddate | Last Modified Date | datetime | ro
notes_last_updated | Last Activity Date | datetime | ro
notes_last_contacted | Last Contacted | datetime | ro
num_associated_contacts | Number of Associated Contacts | rollup
num_notes | Number of Sales Activities | rollup
days_to_close | Days to close | equation
hs_object_source_label | Record source | text | ro
hubspot_team_id | HubSpot Team | text | ro
`;
