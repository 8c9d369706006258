import type { Property } from '../../contract/describe-object-type.ts';
import { MAX_VALUE_LENGTH } from '../../contract/limits.ts';
import type { CellFormat, ColumnFormat, DateFormat } from './cell-format.ts';
import { readAs, refuse } from './cell-reading.ts';
import type { CellReading } from './cell-reading.ts';
import { guardCharacters, readAsTyped, readCleaned, readTrimmed } from './guard-characters.ts';
import { makeStageReader } from './make-stage-reader.ts';
import { indexOptions } from './option-index.ts';
import { readCallingPlans } from './phone/calling-plans.ts';
import { internationalNumber, type Dialling } from './phone/international-number.ts';
import { readDomain, readEmail } from './read-address.ts';
import { readBoolean } from './read-boolean.ts';
import { makeDateReader, makeDateTimeReader } from './make-date-reader.ts';
import { makeNumberReader } from './make-number-reader.ts';
import { readRecordId } from './read-record-id.ts';
import { readOption, readOptions } from './read-options.ts';
import { makeZoneClock } from './time-zone.ts';
import type { ZoneClock } from './time-zone.ts';
import { valueKindOf } from './value-kind.ts';

/** What reading the cells of one column depends on, besides its property. */
export interface ReadingContext {
  readonly format: Pick<ColumnFormat, 'alternatives'>;
  /** IANA name of the portal's time zone; null where it is not known. Times with an offset do not need it. */
  readonly timeZone: string | null;
  /** True: several options are added to those HubSpot holds. */
  readonly appends: boolean;
  /** True: records are matched by this property. */
  readonly isKey: boolean;
}

/** Reads raw cells of one column; `pipeline` is the id of the row's pipeline, where the row names one. */
export type CellReader = (raw: string, pipeline: string | null) => CellReading;

/** The reader of one column: blank, HubSpot's text to send, or an issue. Never throws, in time linear to the cell. */
export function makeCellReader(property: Property, context: ReadingContext): CellReader {
  const read = readerIn(property, context);
  return (raw, pipeline) => {
    if (raw.trim() === '') return { kind: 'blank' };
    const reading = read(raw, pipeline);
    if (reading.kind !== 'value' || reading.value.length <= MAX_VALUE_LENGTH) return reading;
    const expected = { kind: 'text', maxLength: MAX_VALUE_LENGTH } as const;
    return refuse(raw, { code: 'value-too-long', expected, found: reading.value });
  };
}

function readerIn(property: Property, context: ReadingContext): CellReader {
  const { alternatives } = context.format;
  if (alternatives.some(({ kind }) => kind === 'unchecked')) return readAsTyped;
  const read = readerOf(property, context);
  return alternatives.some(({ kind }) => kind === 'cleaned') ? readCleaned((raw) => read(raw, null)) : read;
}

function readerOf(property: Property, context: ReadingContext): CellReader {
  const { alternatives } = context.format;
  const kind = valueKindOf(property);
  switch (kind) {
    case 'text':
    case 'trimmed':
    case 'record-id':
    case 'email':
    case 'domain':
    case 'phone': {
      const isKey = context.isKey || property.hasUniqueValue;
      const read = guardCharacters(SENT_AS_TYPED[kind], { isKey, keepsBlanks: kind === 'text' });
      const phone = alternatives.find((format) => format.kind === 'phone');
      if (phone === undefined) return read;
      const plans = readCallingPlans(property.callingPlans ?? '');
      return readPhones({ country: phone.country, plans }, read);
    }
    case 'number':
      return makeNumberReader(alternatives.filter((format) => format.kind === 'number'));
    case 'date':
      return makeDateReader(alternatives.filter(isDateFormat));
    case 'date-time':
      return makeDateTimeReader(alternatives.filter(isDateFormat), clockOf(context.timeZone));
    case 'boolean':
    case 'option':
    case 'options':
      return makeOptionReader(property, kind, context.appends);
  }
}

/** Values that stay as they are, but for blanks around some, once nothing speaks against them. */
const SENT_AS_TYPED = {
  text: readAsTyped,
  trimmed: readTrimmed,
  phone: readTrimmed,
  'record-id': readRecordId,
  email: readEmail,
  domain: readDomain,
} as const;

/** Numbers in the international format; others as they look. */
function readPhones(dialling: Dialling, read: (raw: string) => CellReading): CellReader {
  const readOther = readCleaned(read);
  return (raw) => {
    const number = internationalNumber(raw, dialling);
    return number === null ? readOther(raw) : readAs(number);
  };
}

function makeOptionReader(
  property: Property,
  kind: 'boolean' | 'option' | 'options',
  appends: boolean,
): CellReader {
  if (property.options.some(({ pipeline }) => pipeline !== undefined)) return makeStageReader(property);
  const index = indexOptions(property);
  switch (kind) {
    case 'boolean':
      return (raw) => readBoolean(raw, index);
    case 'option':
      return (raw) => readOption(raw, index);
    case 'options':
      return (raw) => readOptions(raw, index, { appends });
  }
}

function clockOf(timeZone: string | null): ZoneClock | null {
  return timeZone === null ? null : makeZoneClock(timeZone);
}

function isDateFormat(format: CellFormat): format is DateFormat {
  return format.kind === 'date';
}
