import type { ErrorReach } from './import-records.ts';

/**
 * HubSpot publishes the names (OpenAPI, PublicImportError, 2026-03) and no table of consequences, so this is a judgement by
 * name and by what its help says of some: a value HubSpot cannot take is skipped and the record is written without it; a
 * row that cannot be identified, repeats another one or goes against the import's operation is passed over. What may be
 * either is `open`. The table only words what reading finds: of every row that can be read, reading decides whether it
 * was written.
 */
const REACH: ReadonlyMap<string, ErrorReach> = new Map([
  ...typesOf('cell', [
    ...['AMBIGUOUS_ENUMERATION_OPTION', 'COLUMN_TOO_LARGE', 'COULD_NOT_FIND_BUSINESS_UNIT'],
    ...['COULD_NOT_FIND_OWNER', 'COULD_NOT_PARSE_DATE', 'COULD_NOT_PARSE_NUMBER', 'COULD_NOT_PARSE_TERM'],
    ...['INVALID_ENUM_FILE_ID_OR_URL', 'INVALID_ENUMERATION_OPTION', 'INVALID_NUMBER_SIZE'],
    ...['INVALID_PROPERTY_VALUE_FORMAT', 'MULTIPLE_OWNERS_FOUND', 'OUTSIDE_VALID_TERM_RANGE'],
    ...['OUTSIDE_VALID_TIME_RANGE', 'PROPERTY_VALUE_NOT_FOUND', 'SECONDARY_EMAIL_WRITE_FAILURE'],
  ]),
  ...typesOf('row', [
    ...['COULD_NOT_PARSE_ROW', 'CREATE_ONLY_IMPORT', 'DUPLICATE_ALTERNATE_ID', 'DUPLICATE_EVENT'],
    ...[
      'DUPLICATE_OBJECT_ID',
      'DUPLICATE_RECORD_ID',
      'DUPLICATE_ROW_CONTENT',
      'DUPLICATE_UNIQUE_CREATION_KEY',
    ],
    ...['FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES', 'GDPR_BLACKLISTED_EMAIL'],
    ...['INCORRECT_NUMBER_OF_COLUMNS', 'INVALID_ALTERNATE_ID', 'INVALID_EVENT', 'INVALID_EVENT_TIMESTAMP'],
    ...['INVALID_OBJECT_ID', 'INVALID_RECORD_ID', 'INVALID_REQUIRED_PROPERTY', 'LIMIT_EXCEEDED'],
    ...['MISSING_EVENT_DEFINITION', 'MISSING_EVENT_TIMESTAMP', 'MISSING_OBJECT_DEFINITION'],
    ...['MISSING_REQUIRED_PROPERTY', 'MULTIPLE_COMPANIES_WITH_THIS_DOMAIN'],
    ...['PORTAL_WIDE_CUSTOM_OBJECT_LIMIT_EXCEEDED', 'ROW_DATA_TOO_LARGE', 'UPDATE_ONLY_IMPORT'],
  ]),
  ...typesOf('link', [
    ...['ASSOCIATION_LABEL_NOT_FOUND', 'ASSOCIATION_LIMIT_EXCEEDED', 'ASSOCIATION_RECORD_NOT_FOUND'],
    ...['DUPLICATE_ASSOCIATION_ID', 'FAILED_TO_CREATE_ASSOCIATION', 'FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS'],
    ...['INVALID_ASSOCIATION_IDENTIFIER', 'INVALID_ASSOCIATION_KEY', 'LINE_ITEM_MULTIPLE_PARENTS_IN_ROW'],
    ...['NO_OBJECT_ID_FROM_ASSOCIATION_IDENTIFIER', 'UNKNOWN_ASSOCIATION_RECORD_ID'],
  ]),
  ...typesOf('file', [
    ...['FILE_NOT_FOUND', 'INVALID_COLUMN_CONFIGURATION', 'INVALID_FILE_TYPE', 'INVALID_SHEET_COUNT'],
    ...['INVALID_SPREADSHEET', 'PROPERTY_DEFINITION_NOT_FOUND'],
  ]),
  // A value of a key or of a column, one problem or many, written or not: nobody says.
  ...typesOf('open', [
    ...['DUPLICATE_UNIQUE_PROPERTY_VALUE', 'FAILED_TO_OPT_OUT_CONTACT', 'FAILED_VALIDATION'],
    ...['INVALID_CUSTOM_PROPERTY_VALIDATION', 'INVALID_DOMAIN', 'INVALID_EMAIL', 'MANY_ERRORS_IN_ROW'],
    ...['UNKNOWN_BAD_REQUEST', 'UNKNOWN_ERROR'],
  ]),
]);

function typesOf(reach: ErrorReach, types: readonly string[]): readonly (readonly [string, ErrorReach])[] {
  return types.map((type) => [type, reach] as const);
}

/** `open` for a type that HubSpot adds. */
export function reachOf(errorType: string): ErrorReach {
  return REACH.get(errorType) ?? 'open';
}

export const KNOWN_ERROR_TYPES: readonly string[] = [...REACH.keys()];
