/** HubSpot's own contact properties by their labels of 2026-03; rows as `defineProperties` reads them. */
export const contactProperties = `
hs_object_id | Record ID | number | ro
email | Email | text | form
firstname | First Name | text | form
lastname | Last Name | text | form
salutation | Salutation | text | form
jobtitle | Job Title | text | form
company | Company Name | text | form
phone | Phone Number | phone | form
mobilephone | Mobile Phone Number | phone | form
hs_whatsapp_phone_number | WhatsApp Phone Number | phone
fax | Fax Number | text | form
website | Website URL | text | form
address | Street Address | text | form
city | City | text | form
state | State/Region | text | form
zip | Postal Code | text | form
country | Country/Region | text | form
hs_country_region_code | Country/Region Code | text
hs_state_code | State/Region Code | text
hubspot_owner_id | Contact owner | owner
lifecyclestage | Lifecycle Stage | radio | form | subscriber=Subscriber; lead=Lead; marketingqualifiedlead=Marketing Qualified Lead; salesqualifiedlead=Sales Qualified Lead; opportunity=Opportunity; customer=Customer; evangelist=Evangelist; other=Other
hs_lead_status | Lead Status | radio | form | NEW=New; OPEN=Open; IN_PROGRESS=In Progress; OPEN_DEAL=Open Deal; UNQUALIFIED=Unqualified; ATTEMPTED_TO_CONTACT=Attempted to Contact; CONNECTED=Connected; BAD_TIMING=Bad Timing
hs_buying_role | Buying Role | checkbox | form | BLOCKER=Blocker; BUDGET_HOLDER=Budget Holder; CHAMPION=Champion; DECISION_MAKER=Decision Maker; END_USER=End User; INFLUENCER=Influencer; OTHER=Other
hs_language | Preferred language | select | form | de=German; en=English; es=Spanish; fr=French; it=Italian; ja=Japanese; pt=Portuguese
hs_timezone | Time Zone | select |  | europe_slash_berlin=Europe/Berlin; europe_slash_london=Europe/London; america_slash_new_york=America/New York
date_of_birth | Date of birth | text
gender | Gender | text
marital_status | Marital Status | text
military_status | Military status | text
relationship_status | Relationship Status | text
school | School | text
degree | Degree | text
field_of_study | Field of study | text
graduation_date | Graduation date | text
start_date | Start date | text
seniority | Seniority | text
job_function | Job function | text
hs_role | Employment Role | select |  | accounting=Accounting; engineering=Engineering; sales=Sales
hs_seniority | Employment Seniority | select |  | executive=Executive; director=Director; manager=Manager
industry | Industry | text
annualrevenue | Annual Revenue | text | form
numemployees | Number of Employees | select | form | 1-5; 5-25; 25-50; 50-100; 100-500; 500-1000; 1000+
company_size | Company size | text
work_email | Work email | text
message | Message | area | form
closedate | Close Date | datetime
hs_persona | Persona | select |  | persona_1=Facility manager; persona_2=Installer
hs_linkedin_url | LinkedIn URL | text
linkedinbio | LinkedIn Bio | text
linkedinconnections | LinkedIn Connections | number
twitterhandle | Twitter Username | text
twitterbio | Twitter Bio | text
twitterprofilephoto | Twitter Profile Photo | text
followercount | Follower Count | number
kloutscoregeneral | Klout Score | number
photo | Photo | text
hs_legal_basis | Legal basis for processing contact's data | checkbox |  | Not applicable; Freely given consent from contact
hs_content_membership_notes | Membership Notes | area
associatedcompanyid | Primary Associated Company ID | number
ip_city | IP City | text | hidden
ip_state | IP State/Region | text | hidden
ip_country | IP Country | text | hidden
hs_email_optout | Unsubscribed from all email | bool | ro
hs_email_domain | Email Domain | text | ro
hs_email_bounce | Marketing emails bounced | number | ro
hs_email_open | Marketing emails opened | number | ro
hs_email_click | Marketing emails clicked | number | ro
hs_email_delivered | Marketing emails delivered | number | ro
hs_email_last_email_name | Last marketing email name | text | ro
hs_email_last_send_date | Last marketing email send date | datetime | ro
hs_email_hard_bounce_reason_enum | Email hard bounce reason | text | ro
hs_marketable_status | Marketing contact status | text | ro
hs_analytics_source | Original Traffic Source | text | ro
hs_analytics_source_data_1 | Original Traffic Source Drill-Down 1 | text | ro
hs_analytics_first_timestamp | Time First Seen | datetime | ro
hs_analytics_first_url | First Page Seen | text | ro
hs_analytics_last_url | Last Page Seen | text | ro
hs_analytics_num_page_views | Number of Pageviews | number | ro
hs_analytics_num_visits | Number of Sessions | number | ro
hs_latest_source | Latest Traffic Source | text | ro
first_conversion_event_name | First Conversion | text | ro
first_conversion_date | First Conversion Date | datetime | ro
recent_conversion_event_name | Recent Conversion | text | ro
recent_conversion_date | Recent Conversion Date | datetime | ro
num_conversion_events | Number of Form Submissions | number | ro
num_associated_deals | Number of Associated Deals | number | ro
recent_deal_amount | Recent Deal Amount | number | ro
total_revenue | Total Revenue | number | ro
days_to_close | Days To Close | number | ro
hubspotscore | HubSpot Score | number | ro
createdate | Create Date | datetime | ro
lastmodifieddate | Last Modified Date | datetime | ro
notes_last_contacted | Last Contacted | datetime | ro
notes_last_updated | Last Activity Date | datetime | ro
notes_next_activity_date | Next Activity Date | datetime | ro
num_contacted_notes | Number of times contacted | number | ro
num_notes | Number of Sales Activities | rollup
hs_full_name_or_email | Full name or email | text | ro
hs_object_source_label | Record source | text | ro
hs_created_by_user_id | Created by user ID | number | ro
hs_additional_emails | Additional email addresses | checkbox | ro
hubspot_team_id | HubSpot Team | text | ro
hubspot_owner_assigneddate | Owner assigned date | datetime | ro
hs_all_owner_ids | All owner IDs | text | ro
`;
