import type { LabelledSheet } from './labelled-sheet.ts';

const stripeCustomers = `
id | - | cus_Nf0001 ; cus_Nf0002 ; cus_Nf0003
Description | - | Customer of the web shop
Email | email | clara@example.org ; jonas@example.org ; priya@example.org
Name | - | Clara Vogel ; Jonas Lindqvist
Phone | phone | +49 40 5550101
Created (UTC) | - | 2021-03-04 09:12 ; 2022-07-09 10:00
Delinquent | - | false ; true
Card ID | - | card_1Nf
Card Last4 | - | 4242 ; 1881
Card Brand | - | Visa
Card Exp Month | - | 12
Card Exp Year | - | 2028
Card Name | - | CLARA VOGEL
Card Address Line1 | - | Hafenstr. 12
Card Address City | - | Hamburg
Card Address Country | - | DE
Card Address Zip | - | 20457
Card Fingerprint | - | Xt5EWLLDS7FJjR1c
Default Source | - | card_1Nf
Plan | - | pro-monthly
Status | - | active ; past_due
Cancel At Period End | - | false
Account Balance | - | 0.00
Currency | - | eur
Total Spend | - | 312.50 ; 0.00
Payment Count | - | 3 ; 0
Average Order | - | 104.17
Refunded Volume | - | 0.00
Business Vat ID | vat_number | DE811100001
Shipping Name | - | Clara Vogel
Shipping Address City | - | Hamburg
userId (metadata) | - | 8841
`;

const stripeProducts = `
id | - | prod_N1 ; prod_N2
Name | name | Care plan ; Care plan plus
Type | - | service ; service
Description | description | Yearly inspection
Created (UTC) | - | 2021-03-04 09:12
Price ID | - | price_1Nf
Amount | price | 9.90 ; 19.90
Currency | - | eur
Interval | recurringbillingfrequency? | monthly ; annually
Interval Count | - | 1
Url | hs_url | https://nordwind.example.com/care
Tax Behavior | - | exclusive
`;

const xeroContacts = `
*ContactName | name | Nordwind Energie ; Lindqvist AB
AccountNumber | - | A-10023
EmailAddress | - | office@example.org
FirstName | - | Clara
LastName | - | Vogel
POAttentionTo | - | Accounts
POAddressLine1 | - | Postfach 12
POCity | - | Hamburg
POPostalCode | - | 20417
SAAttentionTo | -
SAAddressLine1 | address? | Hafenstr. 12
SACity | city? | Hamburg
SAPostalCode | zip? | 20457
SACountry | country? | Germany
PhoneNumber | phone | +49 40 5550100
FaxNumber | - | +49 40 5550109
MobileNumber | - | +49 151 5550101
DDINumber | -
SkypeName | -
BankAccountName | - | Nordwind
BankAccountNumber | - | 00112233
TaxNumber | vat_number? | DE811100001
AccountsReceivableTaxCodeName | - | OUTPUT
DueDateBillDay | - | 30
Website | website | https://nordwind.example.com
`;

const quickBooksCustomers = `
Customer | - | Clara Vogel ; Jonas Lindqvist
Company name | company | Nordwind Energie ; Lindqvist AB
Street Address | address | Hafenstr. 12
City | city | Hamburg
State | state | Hamburg
Country | country | Germany
Zip | zip | 20457
Phone | phone | +49 40 5550101
Email | email | clara@example.org ; jonas@example.org
Customer type | - | Retail ; Wholesale
Attachments | - | 0
Open balance | - | 120.00
Terms | - | Net 30
Opening balance date | - | 01/01/2026
Resale number | -
Website | website | https://nordwind.example.com
Mobile | mobilephone | +49 151 5550101
`;

export const billingToolSheets: readonly LabelledSheet[] = [
  { source: 'Stripe', file: 'customers', object: 'contacts', headers: stripeCustomers },
  { source: 'Stripe', file: 'products', object: 'products', headers: stripeProducts },
  { source: 'Xero', file: 'contacts', object: 'companies', headers: xeroContacts },
  { source: 'QuickBooks', file: 'customers', object: 'contacts', headers: quickBooksCustomers },
];
