import type { LabelledSheet } from './labelled-sheet.ts';

const eventbrite = `
Order # | - | 900001 ; 900002
Order Date | - | 2026-03-04 09:12:00+01:00
First Name | firstname | Clara ; Jonas
Last Name | lastname | Vogel ; Lindqvist
Email | email | clara@example.org ; jonas@example.org
Quantity | - | 1 ; 2
Ticket Type | - | Regular
Attendee # | - | 100001
Group | -
Order Type | - | Free Order
Currency | - | EUR
Total Paid | - | 0.00
Fees Paid | - | 0.00
Attendee Status | - | Attending ; Checked In
Home Address 1 | - | Birkenweg 3
Home City | - | Hamburg
Job Title | jobtitle | Buyer
Company | company | Nordwind Energie
Cell Phone | mobilephone | +49 151 5550101
Work Phone | phone | +49 40 5550101
`;

const googleForm = `
Timestamp | - | 3/4/2026 9:12:00
Email Address | email | clara@example.org ; jonas@example.org
What is your first name? | firstname | Clara ; Jonas
What is your last name? | lastname | Vogel ; Lindqvist
Which company do you work for? | company | Nordwind Energie
Your phone number (optional) | phone | +49 40 5550101
How did you hear about us? | - | A friend ; Trade fair
Do you agree to our privacy policy? | - | Yes ; Yes
Anything else you would like to tell us? | message? | No
Which days suit you? [Monday] | - | Morning
`;

const typeform = `
# | - | 1abcde2fgh ; 3abcde4fgh
First name | firstname | Clara ; Jonas
Last name | lastname | Vogel ; Lindqvist
Phone number | phone | +49 40 5550101
Email | email | clara@example.org ; jonas@example.org
Company | company | Nordwind Energie
How likely are you to recommend us? | - | 9 ; 7
Response Type | - | completed
Start Date (UTC) | - | 2026-03-04 09:10:00
Stage Date (UTC) | -
Submit Date (UTC) | - | 2026-03-04 09:12:00
Network ID | - | 8f3c2d
Tags | -
`;

const calendly = `
Team | - | Sales
User Name | - | Anna Weber ; Kenji Sato
User Email | - | anna@example.com
Invitee Name | - | Clara Vogel
Invitee First Name | firstname | Clara ; Jonas
Invitee Last Name | lastname | Vogel ; Lindqvist
Invitee Email | email | clara@example.org ; jonas@example.org
Invitee Time Zone | hs_timezone? | Europe/Berlin
Event Type Name | - | Intro call
Start Date & Time | - | 2026-03-04 09:00
End Date & Time | - | 2026-03-04 09:30
Location | - | Phone call
Event Created Date & Time | - | 2026-03-01 10:00
Canceled | - | false
Cancellation reason | -
UTM Campaign | -
Text Reminder Number | -
Event UUID | - | AAAA1111
`;

const facebookLeads = `
id | - | l:1200000001 ; l:1200000002
created_time | - | 2026-03-04T09:12:00+01:00
ad_id | - | ag:230000
ad_name | - | Catalogue A
adset_id | - | as:230001
campaign_id | - | c:230002
campaign_name | - | Spring
form_id | - | f:230003
is_organic | - | false
platform | - | fb ; ig
first_name | firstname | Clara ; Jonas
last_name | lastname | Vogel ; Lindqvist
email | email | clara@example.org ; jonas@example.org
phone_number | phone | p:+49405550101
company_name | company | Nordwind Energie
job_title | jobtitle | Buyer
street_address | address | Hafenstr. 12
post_code | zip | 20457
city | city | Hamburg
work_email | work_email | clara@example.com
lead_status | - | CREATED
`;

export const formAndEventSheets: readonly LabelledSheet[] = [
  { source: 'Eventbrite', file: 'attendees', object: 'contacts', headers: eventbrite },
  { source: 'Google Forms', file: 'answers', object: 'contacts', headers: googleForm },
  { source: 'Typeform', file: 'answers', object: 'contacts', headers: typeform },
  { source: 'Calendly', file: 'events', object: 'contacts', headers: calendly },
  { source: 'Facebook lead ads', file: 'leads', object: 'contacts', headers: facebookLeads },
];
