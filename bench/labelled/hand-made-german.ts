import type { LabelledSheet } from './labelled-sheet.ts';

const source = 'Hand-made, German';

const kontakte = `
Nr. | - | 1 ; 2 ; 3
Kundennummer | customer_number | K-1001 ; K-1002
Anrede | salutation | Frau ; Herr
Titel | - | Dr. ; Prof.
Vorname | firstname | Clara ; Jonas
Name | lastname | Vogel ; Lindqvist
Firma | company | Nordwind Energie ; Lindqvist AB
Funktion | jobtitle | Einkauf ; Geschäftsführer
Straße und Hausnummer | address | Hafenstr. 12 ; Kungsgatan 4
PLZ | zip | 20457 ; 11143
Ort | city | Hamburg ; Stockholm
Bundesland | state | Hamburg
Land | country | Deutschland ; Schweden
Telefon | phone | 040 5550101
Handy | mobilephone | 0151 5550101
Fax | fax | 040 5550109
E-Mail | email | clara@example.org ; jonas@example.org
Webseite | website | www.nordwind.example.com
Geburtsdatum | date_of_birth | 12.04.1980
Geschlecht | gender | w ; m
Sprache | hs_language? | Deutsch
Newsletter | newsletter_opt_in | ja ; nein
Mitglied seit | - | 2011
Ansprechpartner | - | Marta Keller
Bemerkung | internal_note? | auf der Messe getroffen
Betreuer | hubspot_owner_id | Anna Weber ; Kenji Sato
USt-IdNr. | vat_number | DE811100001
IBAN | - | DE00 0000 0000 0000 0000 00
Angelegt am | - | 04.03.2021
Geändert am | - | 04.03.2024
Quelle | - | Messe
Erledigt | - | x
`;

const firmen = `
Firmenname | name | Nordwind Energie ; Lindqvist AB
Firmen-ID | - | 7 ; 8
Branche | industry | Utilities ; Machinery
Mitarbeiterzahl | numberofemployees | 120 ; 45
Jahresumsatz | annualrevenue | 12.000.000
Internetadresse | website | www.nordwind.example.com
Telefonzentrale | phone? | 040 5550100
Strasse | address | Hafenstr. 12
Postleitzahl | zip | 20457
Stadt | city | Hamburg
Gründungsjahr | founded_year | 1998
Handelsregister | - | HRB 12345
Rechtsform | - | GmbH
Zuständig | hubspot_owner_id | Anna Weber
Beschreibung | description | Energie aus dem Norden
Kreditlimit | - | 50.000
`;

const angebote = `
Projekt | dealname? | Nordwind 40 Wärmepumpen
Betrag | amount | 42.000,00 ; 18.500,00
Währung | deal_currency_code | EUR
Abschlussdatum | closedate | 31.12.2026
Phase | dealstage | Contract Sent ; Closed Won
Wahrscheinlichkeit | - | 75 %
Verantwortlich | hubspot_owner_id | Anna Weber
Nächster Schritt | hs_next_step | Rückruf
Angebotsnummer | - | A-2026-014
Kunde | - | Nordwind Energie
Priorität | hs_priority | High ; Low
Dachfläche | - | 220 m²
`;

export const handMadeGermanSheets: readonly LabelledSheet[] = [
  { source, file: 'Kontakte', object: 'contacts', headers: kontakte },
  { source, file: 'Firmen', object: 'companies', headers: firmen },
  { source, file: 'Angebote', object: 'deals', headers: angebote },
];
