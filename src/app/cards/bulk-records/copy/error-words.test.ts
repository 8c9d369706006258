import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { wordsIn } from '../../../functions/src/words/words-in.ts';
import { wordsOfError } from './error-words.ts';
import { say, speak } from './say.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Codes of values and categories the batch endpoints were seen to answer with. */
const BATCH_CODES = words(`
  PROPERTY_DOESNT_EXIST INVALID_EMAIL INVALID_OPTION INVALID_INTEGER INVALID_LONG INVALIDLONG INVALID_NUMBER
  INVALID_DATE INVALID_BOOLEAN INVALID_LENGTH READ_ONLY_VALUE MISSING_REQUIRED_PROPERTY
  MISSING_CONDITIONAL_REQUIRED_PROPERTY CONFLICTING_UNIQUE_VALUE INVALID_OBJECT_IDS VALIDATION_ERROR CONFLICT
  OBJECT_ALREADY_EXISTS CONTACT_EXISTS OBJECT_NOT_FOUND INVALID_AUTHENTICATION EXPIRED_AUTHENTICATION MISSING_SCOPES
  RATE_LIMITS RATE_LIMIT`);

/** The rules an admin can give a property (property validations API, 2026-09). */
const VALIDATION_RULES = words(`
  AFTER_DATETIME_DURATION AFTER_DURATION ALPHANUMERIC BEFORE_DATETIME_DURATION BEFORE_DURATION DAYS_OF_WEEK DECIMAL
  DOMAIN EMAIL EMAIL_ALLOWED_DOMAINS EMAIL_BLOCKED_DOMAINS END_DATE END_DATETIME FORMAT MAX_LENGTH MAX_NUMBER
  MIN_LENGTH MIN_NUMBER PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE REGEX SPECIAL_CHARACTERS START_DATE START_DATETIME URL
  URL_ALLOWED_DOMAINS URL_BLOCKED_DOMAINS WHITESPACE`);

/** `errorType` of HubSpot's Imports API (v3 and 2026-03). */
const IMPORTER_NAMES = words(`
  AMBIGUOUS_ENUMERATION_OPTION ASSOCIATION_LABEL_NOT_FOUND ASSOCIATION_LIMIT_EXCEEDED ASSOCIATION_RECORD_NOT_FOUND
  COLUMN_TOO_LARGE COULD_NOT_FIND_BUSINESS_UNIT COULD_NOT_FIND_OWNER COULD_NOT_PARSE_DATE COULD_NOT_PARSE_NUMBER
  COULD_NOT_PARSE_ROW COULD_NOT_PARSE_TERM CREATE_ONLY_IMPORT DUPLICATE_ALTERNATE_ID DUPLICATE_ASSOCIATION_ID
  DUPLICATE_EVENT DUPLICATE_OBJECT_ID DUPLICATE_RECORD_ID DUPLICATE_ROW_CONTENT DUPLICATE_UNIQUE_CREATION_KEY
  DUPLICATE_UNIQUE_PROPERTY_VALUE FAILED_TO_CREATE_ASSOCIATION FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS
  FAILED_TO_OPT_OUT_CONTACT FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES FAILED_VALIDATION FILE_NOT_FOUND
  GDPR_BLACKLISTED_EMAIL INCORRECT_NUMBER_OF_COLUMNS INVALID_ALTERNATE_ID INVALID_ASSOCIATION_IDENTIFIER
  INVALID_ASSOCIATION_KEY INVALID_COLUMN_CONFIGURATION INVALID_CUSTOM_PROPERTY_VALIDATION INVALID_DOMAIN INVALID_EMAIL
  INVALID_ENUMERATION_OPTION INVALID_ENUM_FILE_ID_OR_URL INVALID_EVENT INVALID_EVENT_TIMESTAMP INVALID_FILE_TYPE
  INVALID_NUMBER_SIZE INVALID_OBJECT_ID INVALID_PROPERTY_VALUE_FORMAT INVALID_RECORD_ID INVALID_REQUIRED_PROPERTY
  INVALID_SHEET_COUNT INVALID_SPREADSHEET LIMIT_EXCEEDED LINE_ITEM_MULTIPLE_PARENTS_IN_ROW MANY_ERRORS_IN_ROW
  MISSING_EVENT_DEFINITION MISSING_EVENT_TIMESTAMP MISSING_OBJECT_DEFINITION MISSING_REQUIRED_PROPERTY
  MULTIPLE_COMPANIES_WITH_THIS_DOMAIN MULTIPLE_OWNERS_FOUND NO_OBJECT_ID_FROM_ASSOCIATION_IDENTIFIER
  OUTSIDE_VALID_TERM_RANGE OUTSIDE_VALID_TIME_RANGE PORTAL_WIDE_CUSTOM_OBJECT_LIMIT_EXCEEDED
  PROPERTY_DEFINITION_NOT_FOUND PROPERTY_VALUE_NOT_FOUND ROW_DATA_TOO_LARGE SECONDARY_EMAIL_WRITE_FAILURE
  UNKNOWN_ASSOCIATION_RECORD_ID UNKNOWN_BAD_REQUEST UNKNOWN_ERROR UPDATE_ONLY_IMPORT`);

/** A warning, and a kind of association. */
const NO_ERRORS: ReadonlySet<string> = new Set(['PROPERTY_VALUE_NORMALIZED', 'HUBSPOT_DEFINED']);

/** Codes and categories of errors in the emulator's own source. */
function emulatorCodes(): readonly string[] {
  const root = resolve(import.meta.dirname, '../../../../../emulator');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  );
  const named = /\b(?:code|error|category): '([A-Z]+(?:_[A-Z]+)*)'/g;
  const codes = sources.flatMap((path) =>
    [...readFileSync(resolve(root, path), 'utf8').matchAll(named)].map(([, code = '']) => code),
  );
  return codes.filter((code) => !NO_ERRORS.has(code));
}

describe('the words of HubSpot’s errors', () => {
  afterEach(() => {
    speak('en', wordsIn('en'), 'en');
  });

  it.each([...new Set([...BATCH_CODES, ...VALIDATION_RULES, ...IMPORTER_NAMES, ...emulatorCodes()])])(
    'say what %s means and what to do',
    (code) => {
      const found = wordsOfError(code);
      expect(found?.found).toMatch(/^\S.*\.$/);
      expect(found?.next).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('are looked for in an emulator that has errors', () => {
    expect(emulatorCodes()).toEqual(
      expect.arrayContaining(['VALIDATION_ERROR', 'CONFLICT', 'OBJECT_NOT_FOUND']),
    );
  });

  it('are those of the catalogue', () => {
    expect(wordsOfError('EMAIL')).toEqual(wordsOfError('INVALID_EMAIL'));
    expect(wordsOfError('EMAIL')).toEqual({
      about: 'cell',
      found: say('error.INVALID_EMAIL.found'),
      next: say('error.INVALID_EMAIL.next'),
    });
  });

  it('are none where an older function does not name errors', () => {
    speak('en', { ...wordsIn('en'), errors: {} }, 'en');
    expect(wordsOfError('INVALID_EMAIL')).toBeNull();
  });

  it.each(['constructor', 'toString'])('are none of %s: a code may be called like a method', (code) => {
    expect(wordsOfError(code)).toBeNull();
  });

  it('leave a code nobody has met to HubSpot’s own message', () => {
    expect(wordsOfError('SOMETHING_NEW')).toBeNull();
    expect(wordsOfError(null)).toBeNull();
  });
});
