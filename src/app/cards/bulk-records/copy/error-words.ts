/** What HubSpot's word for an error means, and what to do about it. */
export interface ErrorWords {
  /** `cell`: `found` goes on from the cell it is about. `row`: it is a sentence of its own. */
  readonly about: 'cell' | 'row';
  readonly found: string;
  readonly next: string;
}

/** Several codes, parted by blanks, share a line where they mean the same to an admin. */
type ErrorLine = readonly [codes: string, found: string, next: string];

/**
 * Codes of the batch endpoints and their validation rules, and the names HubSpot's importer has for errors, about one
 * cell.
 */
const CELL_ERRORS: readonly ErrorLine[] = [
  ['INVALID_EMAIL EMAIL', 'is not a valid e-mail address.', 'Correct it.'],
  ['EMAIL_ALLOWED_DOMAINS', 'is not of an e-mail domain this property allows.', 'Use another address.'],
  ['EMAIL_BLOCKED_DOMAINS', 'is of an e-mail domain this property blocks.', 'Use another address.'],
  ['INVALID_OPTION', 'is not one of the options of this property.', 'Use the internal value of an option.'],
  [
    'INVALID_ENUMERATION_OPTION',
    'is not one of the options of this property.',
    'Choose one, or add it in HubSpot.',
  ],
  [
    'AMBIGUOUS_ENUMERATION_OPTION',
    'fits several options of this property.',
    'Use the internal value of one.',
  ],
  ['INVALID_INTEGER', 'is not a whole number HubSpot accepts here.', 'For an owner, use the owner’s ID.'],
  [
    'INVALID_LONG INVALIDLONG',
    'is not a number or date HubSpot accepts here.',
    'Dates are written as 2026-01-31.',
  ],
  [
    'INVALID_NUMBER COULD_NOT_PARSE_NUMBER',
    'is not a number.',
    'Write it with a decimal point and without separators, as 1234.56.',
  ],
  ['INVALID_NUMBER_SIZE', 'is a number too large or too small for HubSpot.', 'Check its digits.'],
  ['DECIMAL', 'has more decimal places than this property allows.', 'Round it.'],
  ['MAX_NUMBER', 'is above the highest number this property allows.', 'Lower it.'],
  ['MIN_NUMBER', 'is below the lowest number this property allows.', 'Raise it.'],
  ['INVALID_DATE COULD_NOT_PARSE_DATE', 'is not a date HubSpot accepts.', 'Write it as 2026-01-31.'],
  ['INVALID_EVENT_TIMESTAMP', 'is not a moment HubSpot accepts.', 'Write it as 2026-01-31T14:30:00Z.'],
  [
    'START_DATE START_DATETIME AFTER_DURATION AFTER_DATETIME_DURATION',
    'is earlier than this property allows.',
    'Use a later date.',
  ],
  [
    'END_DATE END_DATETIME BEFORE_DURATION BEFORE_DATETIME_DURATION',
    'is later than this property allows.',
    'Use an earlier date.',
  ],
  ['DAYS_OF_WEEK', 'falls on a day of the week this property does not allow.', 'Use another day.'],
  ['OUTSIDE_VALID_TIME_RANGE', 'lies outside the time HubSpot accepts.', 'Check the year.'],
  ['COULD_NOT_PARSE_TERM', 'is not a term HubSpot understands.', 'Write it as P12M, for 12 months.'],
  ['OUTSIDE_VALID_TERM_RANGE', 'is a longer or shorter term than HubSpot accepts.', 'Check the term.'],
  ['INVALID_BOOLEAN', 'is neither true nor false.', 'Write true or false.'],
  [
    'INVALID_LENGTH VALUE_TOO_LONG MAX_LENGTH COLUMN_TOO_LARGE',
    'is too long for this property.',
    'Shorten it.',
  ],
  ['MIN_LENGTH', 'is too short for this property.', 'Complete it.'],
  ['ALPHANUMERIC', 'has other characters than letters and digits.', 'Take them out.'],
  ['SPECIAL_CHARACTERS', 'has characters this property does not allow.', 'Take them out.'],
  ['WHITESPACE', 'has blanks this property does not allow.', 'Take them out.'],
  [
    'REGEX FORMAT INVALID_PROPERTY_VALUE_FORMAT INVALID_CUSTOM_PROPERTY_VALIDATION FAILED_VALIDATION',
    'breaks a rule this property has in HubSpot.',
    'Look the rule up in the property’s settings and correct the cell.',
  ],
  [
    'PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE',
    'is not a phone number with its country code.',
    'Write it as +49 30 123456.',
  ],
  ['URL', 'is not a web address.', 'Write it as https://example.org.'],
  ['URL_ALLOWED_DOMAINS', 'is not on a website this property allows.', 'Use another address.'],
  ['URL_BLOCKED_DOMAINS', 'is on a website this property blocks.', 'Use another address.'],
  ['INVALID_DOMAIN DOMAIN', 'is not a domain.', 'Write it as example.org.'],
  ['MULTIPLE_COMPANIES_WITH_THIS_DOMAIN', 'is the domain of several companies.', 'Use the record ID of one.'],
  [
    'INVALID_ENUM_FILE_ID_OR_URL FILE_NOT_FOUND',
    'names no file of this portal.',
    'Use the ID of a file that is there.',
  ],
  ['COULD_NOT_FIND_OWNER', 'names no user of this portal.', 'Use the owner’s e-mail address or ID.'],
  ['MULTIPLE_OWNERS_FOUND', 'names several users of this portal.', 'Use the owner’s ID.'],
  ['COULD_NOT_FIND_BUSINESS_UNIT', 'names no brand of this portal.', 'Use the name of one that is there.'],
  [
    'PROPERTY_DOESNT_EXIST PROPERTY_DEFINITION_NOT_FOUND',
    'goes to a property that does not exist here.',
    'Choose another property for the column.',
  ],
  ['READ_ONLY_VALUE', 'can’t be written: HubSpot sets this property itself.', 'Leave the column out.'],
  ['PROPERTY_VALUE_NOT_FOUND', 'is not known to HubSpot here.', 'Check its spelling.'],
  ['MISSING_REQUIRED_PROPERTY INVALID_REQUIRED_PROPERTY', 'is required for new records.', 'Fill it in.'],
  [
    'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
    'is required because of the value of another property.',
    'Fill it in.',
  ],
  [
    'CONFLICTING_UNIQUE_VALUE DUPLICATE_UNIQUE_PROPERTY_VALUE',
    'belongs to the record shown here already, and the property is unique.',
    'Use another value.',
  ],
  ['DUPLICATE_UNIQUE_CREATION_KEY', 'is the key of another row too.', 'Keep one of them.'],
  [
    'SECONDARY_EMAIL_WRITE_FAILURE',
    'could not be added as another address of the contact.',
    'Check that no other contact has it.',
  ],
  [
    'GDPR_BLACKLISTED_EMAIL',
    'belongs to a contact that was deleted for good at its own wish.',
    'Leave the row out.',
  ],
  [
    'INVALID_RECORD_ID INVALID_OBJECT_ID INVALID_ALTERNATE_ID',
    'is no ID of a record.',
    'Use the record ID HubSpot shows.',
  ],
  [
    'ASSOCIATION_LABEL_NOT_FOUND',
    'is no association label of these objects.',
    'Use one that is there, or make it in HubSpot.',
  ],
  [
    'ASSOCIATION_RECORD_NOT_FOUND UNKNOWN_ASSOCIATION_RECORD_ID FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS NO_OBJECT_ID_FROM_ASSOCIATION_IDENTIFIER',
    'names no record to associate with.',
    'Check that it is there.',
  ],
  [
    'INVALID_ASSOCIATION_IDENTIFIER INVALID_ASSOCIATION_KEY INVALID_OBJECT_IDS',
    'does not name a record to associate with.',
    'Use its record ID.',
  ],
  ['DUPLICATE_ASSOCIATION_ID', 'names a record twice.', 'Name it once.'],
];

/** The same about a row, or all of it. */
const ROW_ERRORS: readonly ErrorLine[] = [
  ['VALIDATION_ERROR', 'HubSpot refused a value of the row.', 'Correct it and run the row again.'],
  [
    'CONFLICT OBJECT_ALREADY_EXISTS CONTACT_EXISTS',
    'A record with this identity exists already.',
    'To change it, run the row as an update.',
  ],
  ['CREATE_ONLY_IMPORT', 'The record exists already, and the run only creates.', 'Run the row as an update.'],
  ['UPDATE_ONLY_IMPORT', 'There is no such record, and the run only updates.', 'Run the row as a create.'],
  ['OBJECT_NOT_FOUND', 'No such record: it may have been deleted, or the key is mistyped.', 'Check the key.'],
  [
    'DUPLICATE_RECORD_ID DUPLICATE_OBJECT_ID DUPLICATE_ALTERNATE_ID DUPLICATE_ROW_CONTENT DUPLICATE_EVENT',
    'Another row is about the same record.',
    'Keep one of them.',
  ],
  [
    'FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES',
    'The row has no value to write.',
    'Fill in a cell.',
  ],
  [
    'INCORRECT_NUMBER_OF_COLUMNS COULD_NOT_PARSE_ROW',
    'The row has more or fewer cells than the header.',
    'Check its separators and quotes.',
  ],
  ['ROW_DATA_TOO_LARGE', 'The row is larger than HubSpot accepts.', 'Shorten its longest cells.'],
  ['MANY_ERRORS_IN_ROW', 'Many cells of the row are wrong.', 'Correct them all and run the row again.'],
  [
    'ASSOCIATION_LIMIT_EXCEEDED',
    'The record has as many associations as HubSpot allows.',
    'Remove some in HubSpot first.',
  ],
  [
    'FAILED_TO_CREATE_ASSOCIATION LINE_ITEM_MULTIPLE_PARENTS_IN_ROW',
    'HubSpot could not associate the record.',
    'Check the record it belongs to; a line item has only one.',
  ],
  ['FAILED_TO_OPT_OUT_CONTACT', 'HubSpot could not unsubscribe the contact.', 'Do it on the record.'],
  [
    'LIMIT_EXCEEDED PORTAL_WIDE_CUSTOM_OBJECT_LIMIT_EXCEEDED',
    'The portal holds as many records as it may.',
    'Delete some, or ask HubSpot for more.',
  ],
  [
    'MISSING_OBJECT_DEFINITION MISSING_EVENT_DEFINITION INVALID_EVENT',
    'HubSpot does not know what the row is to become.',
    'Choose another object.',
  ],
  ['MISSING_EVENT_TIMESTAMP', 'The row does not say when it happened.', 'Fill the time in.'],
  [
    'INVALID_COLUMN_CONFIGURATION',
    'HubSpot cannot read the columns as they are mapped.',
    'Check the mapping.',
  ],
  [
    'INVALID_FILE_TYPE INVALID_SPREADSHEET INVALID_SHEET_COUNT',
    'HubSpot cannot read the file.',
    'Save it as CSV, or with one sheet.',
  ],
  [
    'INVALID_AUTHENTICATION EXPIRED_AUTHENTICATION',
    'The app’s access token was refused.',
    'A super admin can install the app again.',
  ],
  ['MISSING_SCOPES', 'The app lacks a scope.', 'A super admin can add it and install the app again.'],
  [
    'RATE_LIMITS RATE_LIMIT',
    'HubSpot kept refusing because of its request limit.',
    'Run the row again later.',
  ],
  [
    'UNKNOWN_ERROR UNKNOWN_BAD_REQUEST',
    'HubSpot refused the row and does not say why.',
    'Run it again on its own.',
  ],
];

const WORDS_BY_CODE: ReadonlyMap<string, ErrorWords> = new Map([
  ...linesOf('cell', CELL_ERRORS),
  ...linesOf('row', ROW_ERRORS),
]);

function linesOf(
  about: ErrorWords['about'],
  lines: readonly ErrorLine[],
): readonly (readonly [string, ErrorWords])[] {
  return lines.flatMap(([codes, found, next]) =>
    codes.split(' ').map((code) => [code, { about, found, next }] as const),
  );
}

/** HubSpot's code in plain words, with the next step; null for one nobody has met yet. */
export function wordsOfError(code: string | null): ErrorWords | null {
  return code === null ? null : (WORDS_BY_CODE.get(code) ?? null);
}
