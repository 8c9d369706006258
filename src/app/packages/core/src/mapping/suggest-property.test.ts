import { describe, expect, test } from 'vitest';
import type { Property } from '../contract/describe-object-type.ts';
import { mapColumns } from './map-columns.ts';
import {
  COMPANY_PROPERTIES,
  CONTACT_PROPERTIES,
  DEAL_PROPERTIES,
  makeProperty,
  makeTable,
} from './testing/make-table.ts';

type Expected = readonly (readonly [string, string | null])[];

function expectMapping(expected: Expected, properties: readonly Property[]): void {
  const table = makeTable(expected.map(([header]) => header));
  const found = mapColumns(table, properties, new Map()).map((mapping): readonly [string, string | null] => [
    mapping.column.header,
    mapping.kind === 'mapped' ? mapping.property.name : null,
  ]);
  expect(found).toEqual(expected);
}

const CONTACT_EXPORTS: readonly (readonly [string, Expected])[] = [
  [
    'Salesforce',
    [
      ['Salutation', 'salutation'],
      ['First Name', 'firstname'],
      ['Last Name', 'lastname'],
      ['Account Name', 'company'],
      ['Mailing Street', 'address'],
      ['Mailing City', 'city'],
      ['Mailing State/Province', 'state'],
      ['Mailing Zip/Postal Code', 'zip'],
      ['Mailing Country', 'country'],
      ['Phone', 'phone'],
      ['Mobile', 'mobilephone'],
      ['Fax', 'fax'],
      ['Email', 'email'],
      ['Birthdate', 'date_of_birth'],
      ['Contact ID', null],
      ['Account ID', null],
      ['Created Date', null],
      ['Last Modified Date', null],
      ['Asst. Phone', null],
      ['Reports To', null],
    ],
  ],
  [
    'Salesforce API names',
    [
      ['FirstName', 'firstname'],
      ['LastName', 'lastname'],
      ['MailingStreet', 'address'],
      ['MobilePhone', 'mobilephone'],
      ['AccountId', null],
      ['OwnerId', null],
      ['Id', null],
      ['LastModifiedDate', null],
    ],
  ],
  [
    'Pipedrive',
    [
      ['Person - ID', null],
      ['Person - Name', null],
      ['Person - First name', 'firstname'],
      ['Person - Last name', 'lastname'],
      ['Person - Email - Work', 'email'],
      ['Person - Phone - Work', 'phone'],
      ['Person - Organization', 'company'],
      ['Person - Owner', 'hubspot_owner_id'],
      ['Person - Label', null],
      ['Person - Update time', null],
      ['Person - Organization ID', null],
    ],
  ],
  [
    'Mailchimp',
    [
      ['Email Address', 'email'],
      ['First Name', 'firstname'],
      ['Last Name', 'lastname'],
      ['Address', 'address'],
      ['Phone Number', 'phone'],
      ['Birthday', 'date_of_birth'],
      ['MEMBER_RATING', null],
      ['OPTIN_TIME', null],
      ['CONFIRM_IP', null],
      ['LATITUDE', null],
      ['CC', null],
      ['REGION', 'state'],
      ['LEID', null],
      ['EUID', null],
      ['TAGS', null],
    ],
  ],
  [
    'Google',
    [
      ['First Name', 'firstname'],
      ['Phonetic First Name', null],
      ['Last Name', 'lastname'],
      ['Name Prefix', 'salutation'],
      ['File As', null],
      ['Organization Name', 'company'],
      ['Organization Title', 'jobtitle'],
      ['E-mail 1 - Label', null],
      ['E-mail 1 - Value', 'email'],
      ['E-mail 2 - Value', null],
      ['Phone 1 - Type', null],
      ['Phone 1 - Value', 'phone'],
      ['Phone 2 - Value', null],
      ['Address 1 - City', 'city'],
      ['Address 1 - Postal Code', 'zip'],
      ['Address 1 - Formatted', null],
      ['Website 1 - Value', 'website'],
    ],
  ],
  [
    'Outlook',
    [
      ['First Name', 'firstname'],
      ['Middle Name', null],
      ['Last Name', 'lastname'],
      ['Company', 'company'],
      ['Job Title', 'jobtitle'],
      ['Business Street', 'address'],
      ['Business City', 'city'],
      ['Business Postal Code', 'zip'],
      ['Home City', null],
      ["Assistant's Phone", null],
      ['Business Phone', 'phone'],
      ['Business Fax', 'fax'],
      ['Home Phone', null],
      ['Mobile Phone', 'mobilephone'],
      ['E-mail Address', 'email'],
      ['E-mail Display Name', null],
      ['E-mail 2 Address', null],
      ['Web Page', 'website'],
      ['Birthday', 'date_of_birth'],
    ],
  ],
  [
    'LinkedIn',
    [
      ['First Name', 'firstname'],
      ['Last Name', 'lastname'],
      ['URL', null],
      ['Email Address', 'email'],
      ['Company', 'company'],
      ['Position', 'jobtitle'],
      ['Connected On', null],
    ],
  ],
  [
    'Shopify',
    [
      ['Customer ID', null],
      ['First Name', 'firstname'],
      ['Last Name', 'lastname'],
      ['Email', 'email'],
      ['Accepts Email Marketing', null],
      ['Default Address Company', 'company'],
      ['Default Address Address1', 'address'],
      ['Default Address Address2', null],
      ['Default Address City', 'city'],
      ['Default Address Zip', 'zip'],
      ['Default Address Phone', 'phone'],
      ['Total Spent', null],
    ],
  ],
  [
    'Stripe',
    [
      ['id', null],
      ['Description', null],
      ['Email', 'email'],
      ['Name', null],
      ['Created (UTC)', null],
      ['Card ID', null],
      ['Delinquent', null],
    ],
  ],
  [
    'HubSpot',
    [
      ['Record ID - Contact', 'hs_object_id'],
      ['Record ID - Company', null],
      ['First Name', 'firstname'],
      ['Email', 'email'],
      ['Create Date', null],
      ['Contact owner', 'hubspot_owner_id'],
      ['Associated Company IDs', null],
    ],
  ],
  [
    'German',
    [
      ['Anrede', 'salutation'],
      ['Vorname', 'firstname'],
      ['Name', 'lastname'],
      ['Straße und Hausnummer', 'address'],
      ['PLZ', 'zip'],
      ['Ort', 'city'],
      ['Land', 'country'],
      ['Telefon', 'phone'],
      ['Handy', 'mobilephone'],
      ['E-Mail-Adresse', 'email'],
      ['Firma', 'company'],
      ['Kundennummer', null],
    ],
  ],
  [
    'Spanish',
    [
      ['Nombre', 'firstname'],
      ['Apellidos', 'lastname'],
      ['Correo electrónico', 'email'],
      ['Teléfono', 'phone'],
      ['Empresa', 'company'],
      ['Ciudad', 'city'],
      ['Código postal', 'zip'],
      ['País', 'country'],
    ],
  ],
  [
    'French',
    [
      ['Civilité', 'salutation'],
      ['Prénom', 'firstname'],
      ['Nom', 'lastname'],
      ['Courriel', 'email'],
      ['Téléphone', 'phone'],
      ['Société', 'company'],
      ['Ville', 'city'],
      ['Code postal', 'zip'],
      ['Pays', 'country'],
    ],
  ],
  [
    'Portuguese',
    [
      ['Nome', 'firstname'],
      ['Sobrenome', 'lastname'],
      ['E-mail', 'email'],
      ['Celular', 'mobilephone'],
      ['Empresa', 'company'],
      ['Cidade', 'city'],
      ['CEP', 'zip'],
    ],
  ],
  [
    'Japanese',
    [
      ['姓', 'lastname'],
      ['名', 'firstname'],
      ['メールアドレス', 'email'],
      ['電話番号', 'phone'],
      ['会社名', 'company'],
      ['役職', 'jobtitle'],
      ['郵便番号', 'zip'],
    ],
  ],
];

describe('headers of other systems', () => {
  test.each(CONTACT_EXPORTS)('contacts from %s', (_system, expected) => {
    expectMapping(expected, CONTACT_PROPERTIES);
  });

  test('companies', () => {
    expectMapping(
      [
        ['Organization - Name', 'name'],
        ['Organization - ID', null],
        ['Account Phone', 'phone'],
        ['Billing City', 'city'],
        ['Employees', 'numberofemployees'],
        ['Domain', 'domain'],
        ['Organization - Type', null],
      ],
      COMPANY_PROPERTIES,
    );
  });

  test('deals', () => {
    expectMapping(
      [
        ['Deal - ID', null],
        ['Deal - Title', 'dealname'],
        ['Deal - Value', 'amount'],
        ['Deal - Stage', 'dealstage'],
        ['Deal - Owner', 'hubspot_owner_id'],
        ['Deal - Expected close date', 'closedate'],
        ['Deal - Contact person', null],
        ['Deal created', null],
      ],
      DEAL_PROPERTIES,
    );
  });

  test('custom objects are matched by name and label only', () => {
    expectMapping(
      [
        ['Vorname', null],
        ['Plate', 'plate'],
      ],
      [makeProperty('plate', 'Plate'), makeProperty('firstname', 'First name')],
    );
  });

  test.each(['Name', 'Full name', 'Nom', 'Nombre'])(
    'a full name (%s) alone belongs to no property',
    (header) => {
      expectMapping(
        [
          [header, null],
          ['Email', 'email'],
        ],
        CONTACT_PROPERTIES,
      );
    },
  );

  test('"Name" is no family name where the family name has a column', () => {
    expectMapping(
      [
        ['Vorname', 'firstname'],
        ['Name', null],
        ['Nachname', 'lastname'],
      ],
      CONTACT_PROPERTIES,
    );
  });

  test('an alias is less sure than a label', () => {
    const [alias, label] = mapColumns(makeTable(['Vorname', 'Last Name']), CONTACT_PROPERTIES, new Map());
    expect(alias).toMatchObject({ reason: 'alias', confidence: 0.85 });
    expect(label).toMatchObject({ reason: 'label', confidence: 0.97 });
  });

  test('an alias never takes a property from the column with its label', () => {
    expectMapping(
      [
        ['Organisation', null],
        ['Company Name', 'company'],
      ],
      CONTACT_PROPERTIES,
    );
  });
});

describe('evidence of the values', () => {
  const map = (header: string, ...cells: readonly string[]) =>
    mapColumns(makeTable([header], ...cells.map((cell) => [cell])), CONTACT_PROPERTIES, new Map())[0];

  test.each([
    ['Title', ['Mr', 'Ms.', 'Dr.'], 'salutation'],
    ['Title', ['CEO', 'Head of Sales'], 'jobtitle'],
    ['Title', ['Mr', 'CEO'], undefined],
    ['Title', [], undefined],
    ['', ['a@example.org', 'b@example.org'], 'email'],
    ['', ['a@example.org', 'n/a'], undefined],
    ['', ['Ada', 'Bob'], undefined],
  ])('%j over %j', (header, cells, expected) => {
    const mapping = map(header, ...cells);
    expect(mapping?.kind === 'mapped' ? mapping.property.name : undefined).toBe(expected);
  });

  test('values that contradict an alias leave the column unmapped', () => {
    expect(map('Mail', '12 Main St', '7 Side St')).toMatchObject({ kind: 'unmapped', reason: 'no-match' });
    expect(map('Tel', 'Ada', 'Bob')).toMatchObject({ kind: 'unmapped' });
  });

  test('values that contradict an exact label make it doubtful', () => {
    expect(map('Email', 'Ada', 'Bob', 'Cy')).toMatchObject({ kind: 'mapped', confidence: 0.5 });
    expect(map('Lead Status', 'x', 'y', 'z')).toMatchObject({ kind: 'mapped', confidence: 0.5 });
    expect(map('Lead Status', 'new', 'Open', 'z')).toMatchObject({ confidence: 0.97 });
  });

  test('several options in one cell, and the semicolon that appends, are no contradiction', () => {
    expect(map('Lead Status', ';New', ';OPEN;new', 'open;')).toMatchObject({ confidence: 0.97 });
  });

  test('blank cells are no evidence', () => {
    expect(map('Mail', '', ' ', 'a@example.org')).toMatchObject({ property: { name: 'email' } });
  });

  test('two columns of e-mail addresses without headers stay unmapped', () => {
    const table = makeTable(['', ''], ['a@example.org', 'b@example.org']);
    expect(mapColumns(table, CONTACT_PROPERTIES, new Map())).toMatchObject([
      { reason: 'blank-header' },
      { reason: 'blank-header' },
    ]);
  });
});
