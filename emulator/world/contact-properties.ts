import { addresses, lifecycle } from './common-properties.ts';

export const contactProperties = `
email | Email | text | form
firstname | First Name | text | form
lastname | Last Name | text | form
salutation | Salutation | text | form
jobtitle | Job Title | text | form
company | Company Name | text | form
phone | Phone Number | phone | form
mobilephone | Mobile Phone Number | phone | form
fax | Fax Number | text | form
website | Website URL | text | form
${addresses}
${lifecycle}
hs_lead_status | Lead Status | radio | form | NEW=New; OPEN=Open; IN_PROGRESS=In Progress; OPEN_DEAL=Open Deal; UNQUALIFIED=Unqualified; ATTEMPTED_TO_CONTACT=Attempted to Contact; CONNECTED=Connected; BAD_TIMING=Bad Timing
hs_buying_role | Buying Role | checkbox | form | BLOCKER=Blocker; BUDGET_HOLDER=Budget Holder; CHAMPION=Champion; DECISION_MAKER=Decision Maker; END_USER=End User; EXECUTIVE_SPONSOR=Executive Sponsor; INFLUENCER=Influencer; LEGAL_AND_COMPLIANCE=Legal & Compliance; OTHER=Other
hs_language | Preferred language | select | form | de=German; en=English; es=Spanish; fr=French; it=Italian; nl=Dutch; pl=Polish; sv=Swedish
date_of_birth | Date of birth | date | form
closedate | Close Date | datetime
message | Message | area | form
numemployees | Number of Employees | select | form | 1-5; 5-25; 25-50; 50-100; 100-500; 500-1000; 1000+
annualrevenue | Annual Revenue | text | form
hs_linkedin_url | LinkedIn URL | text
hs_timezone | Time Zone | select |  | europe_slash_berlin=Europe/Berlin; europe_slash_london=Europe/London; america_slash_new_york=America/New York
national_id | National ID | text | sensitive
createdate | Create Date | datetime | ro
lastmodifieddate | Last Modified Date | datetime | ro
hs_additional_emails | Additional email addresses | checkbox | ro
hs_all_contact_vids | All vids for a contact | text | ro hidden
hs_email_domain | Email Domain | text | ro
hs_full_name_or_email | Full name or email | text | ro
hs_is_contact | Is a contact | bool | ro hidden
hs_is_unworked | Contact unworked | bool | ro
hs_pipeline | Pipeline | pipeline | ro hidden
hs_associated_target_accounts | Associated Target Accounts | rollup
hs_currently_enrolled_in_prospecting_agent | Currently in Prospecting Agent | bool | ro
hs_membership_has_accessed_private_content | Has Accessed Private Content | number | ro
hs_prospecting_agent_actively_enrolled_count | Prospecting Agent Actively Enrolled Count | number | ro
hs_prospecting_agent_total_enrolled_count | Prospecting Agent Total Enrolled Count | number | ro
hs_registered_member | Registered Member | number | ro
hs_sequences_actively_enrolled_count | Number of sequences actively enrolled | number | ro
num_notes | Number of Sales Activities | rollup
associatedcompanyid | Primary Associated Company ID | number
`;

export const contactCustomProperties = `
customer_number | Customer number | text | unique
membership_level | Membership level | select | form | lvl_1=Bronze; lvl_2=Silver; lvl_3=Gold; lvl_x=Honorary
interests | Interests | checkbox | form | solar=Solar power; wind=Wind power; hydro=Hydropower; heat_pumps=Heat pumps; storage=Battery storage
loyalty_points | Loyalty points | number
first_purchase_date | First purchase | date
last_webinar_at | Last webinar | datetime
newsletter_opt_in | Newsletter | bool | form
preferred_channel | Preferred channel | radio | form | mail=E-mail; phone=Telephone; post=Letter
internal_note | Internal note | area
`;
