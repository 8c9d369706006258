import type { LabelledSheet } from './labelled-sheet.ts';

const googleContacts = `
First Name | firstname | Clara ; Jonas ; Priya
Middle Name | - | Maria
Last Name | lastname | Vogel ; Lindqvist ; Nair
Phonetic First Name | -
Phonetic Middle Name | -
Phonetic Last Name | -
Name Prefix | salutation | Dr. ; Mr.
Name Suffix | - | Jr.
Nickname | - | Clari
File As | -
Organization Name | company | Nordwind Energie ; Lindqvist AB
Organization Title | jobtitle | Head of Purchasing ; CTO
Organization Department | department | Purchasing
Birthday | date_of_birth | 1980-04-12
Notes | internal_note? | Met at the fair
Photo | photo? | https://photos.example.com/a.jpg
Labels | - | * myContacts ; Customers ::: * myContacts
E-mail 1 - Label | - | * Work ; Home
E-mail 1 - Value | email | clara@example.org ; jonas@example.org ; priya@example.org
E-mail 2 - Label | - | Home
E-mail 2 - Value | - | clara.v@example.com
Phone 1 - Label | - | Work ; Mobile
Phone 1 - Value | phone | +49 40 5550101 ; +46 70 5550102
Phone 2 - Label | - | Mobile
Phone 2 - Value | mobilephone? | +49 151 5550101
Address 1 - Label | - | Work ; Home
Address 1 - Formatted | - | Hafenstr. 12, 20457 Hamburg, Germany
Address 1 - Street | address | Hafenstr. 12 ; 4 Kungsgatan
Address 1 - City | city | Hamburg ; Stockholm
Address 1 - PO Box | -
Address 1 - Region | state | HH ; Stockholm
Address 1 - Postal Code | zip | 20457 ; 11143
Address 1 - Country | country | DE ; SE
Address 1 - Extended Address | -
Relation 1 - Label | - | spouse
Relation 1 - Value | - | Peter Vogel
Website 1 - Label | - | Work
Website 1 - Value | website | https://nordwind.example.com
Event 1 - Label | - | Anniversary
Event 1 - Value | - | 2005-06-01
Custom Field 1 - Label | - | Shoe size
Custom Field 1 - Value | - | 39
`;

const googleContactsOld = `
Name | - | Clara Vogel ; Jonas Lindqvist
Given Name | firstname | Clara ; Jonas
Additional Name | - | Maria
Family Name | lastname | Vogel ; Lindqvist
Yomi Name | -
Given Name Yomi | -
Family Name Yomi | -
Initials | - | CV
Maiden Name | - | Kramer
Gender | gender | female
Location | -
Billing Information | -
Directory Server | -
Occupation | jobtitle? | Buyer
Hobby | - | Sailing
Language | hs_language? | en
Group Membership | - | * myContacts
E-mail 1 - Type | - | * Work
Phone 1 - Type | - | Work
Organization 1 - Type | - | Work
Organization 1 - Name | company | Nordwind Energie
Organization 1 - Title | jobtitle | Head of Purchasing
Organization 1 - Department | department | Purchasing
`;

const outlookEnglish = `
Title | salutation | Mr. ; Mrs. ; Dr.
First Name | firstname | Clara ; Jonas
Middle Name | - | Maria
Last Name | lastname | Vogel ; Lindqvist
Suffix | - | Jr.
Company | company | Nordwind Energie ; Lindqvist AB
Department | department | Purchasing ; IT
Job Title | jobtitle | Head of Purchasing ; CTO
Business Street | address | Hafenstr. 12 ; 4 Kungsgatan
Business Street 2 | -
Business City | city | Hamburg ; Stockholm
Business State | state | HH ; Stockholm
Business Postal Code | zip | 20457 ; 11143
Business Country/Region | country | Germany ; Sweden
Home Street | - | Birkenweg 3
Home City | - | Hamburg
Home Postal Code | - | 22301
Other City | -
Assistant's Phone | - | +49 40 5550111
Business Fax | fax | +49 40 5550109
Business Phone | phone | +49 40 5550101 ; +46 8 5550102
Business Phone 2 | -
Callback | -
Car Phone | -
Company Main Phone | - | +49 40 5550100
Home Fax | -
Home Phone | - | +49 40 5550199
Mobile Phone | mobilephone | +49 151 5550101 ; +46 70 5550102
Pager | -
Account | -
Anniversary | - | 6/1/2005
Birthday | date_of_birth | 4/12/1980
Categories | - | Customers;VIP
Children | -
E-mail Address | email | clara@example.org ; jonas@example.org
E-mail Type | - | SMTP ; SMTP
E-mail Display Name | - | Clara Vogel (clara@example.org)
E-mail 2 Address | - | clara.v@example.com
Gender | gender | Female ; Male
Government ID Number | -
Keywords | -
Manager's Name | - | Marta Keller
Mileage | -
Office Location | - | Building C
Priority | - | Normal ; Normal
Private | - | FALSE ; FALSE
Profession | -
Referred By | - | Eva Brandt
Sensitivity | - | Normal ; Normal
Spouse | - | Peter Vogel
User 1 | -
Web Page | website | http://nordwind.example.com
`;

const outlookGerman = `
Anrede | salutation | Frau ; Herr
Vorname | firstname | Clara ; Jonas
Weitere Vornamen | - | Maria
Nachname | lastname | Vogel ; Lindqvist
Firma | company | Nordwind Energie ; Lindqvist AB
Abteilung | department | Einkauf
Position | jobtitle | Leiterin Einkauf ; CTO
Straße geschäftlich | address | Hafenstr. 12
Ort geschäftlich | city | Hamburg
Postleitzahl geschäftlich | zip | 20457
Land/Region geschäftlich | country | Deutschland
Straße privat | - | Birkenweg 3
Fax geschäftlich | fax | +49 40 5550109
Telefon geschäftlich | phone | +49 40 5550101
Telefon privat | - | +49 40 5550199
Mobiltelefon | mobilephone | +49 151 5550101
E-Mail-Adresse | email | clara@example.org ; jonas@example.org
E-Mail-Typ | - | SMTP
E-Mail: Angezeigter Name | - | Clara Vogel
Geburtstag | date_of_birth | 12.04.1980
Geschlecht | gender | Weiblich
Kategorien | - | Kunden
Notizen | internal_note? | Auf der Messe getroffen
Webseite | website | http://nordwind.example.com
Vertraulichkeit | - | Normal
Abrechnungsinformation | -
`;

export const addressBookSheets: readonly LabelledSheet[] = [
  { source: 'Google Contacts', file: 'contacts, since 2024', object: 'contacts', headers: googleContacts },
  { source: 'Google Contacts', file: 'contacts, before', object: 'contacts', headers: googleContactsOld },
  { source: 'Outlook', file: 'contacts, English', object: 'contacts', headers: outlookEnglish },
  { source: 'Outlook', file: 'contacts, German', object: 'contacts', headers: outlookGerman },
];
