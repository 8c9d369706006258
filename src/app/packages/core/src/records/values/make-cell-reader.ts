import type { Property } from '../../contract/describe-object-type.ts';
import { MAX_VALUE_LENGTH } from '../../contract/limits.ts';
import type { CellFormat, ColumnFormat, DateFormat } from './cell-format.ts';
import { readAs, refuse } from './cell-reading.ts';
import type { CellReading } from './cell-reading.ts';
import { indexOptions } from './option-index.ts';
import { readDomain, readEmail } from './read-address.ts';
import { readBoolean } from './read-boolean.ts';
import { makeDateReader, makeDateTimeReader } from './make-date-reader.ts';
import { makeNumberReader } from './make-number-reader.ts';
import { readRecordId } from './read-record-id.ts';
import { readOption, readOptions } from './read-options.ts';
import { makeZoneClock } from './time-zone.ts';
import { valueKindOf } from './value-kind.ts';

/** What reading the cells of one column depends on, besides its property. */
export interface ReadingContext {
  readonly format: Pick<ColumnFormat, 'alternatives'>;
  /** IANA name of the portal's time zone; null where it is not known. Times with an offset do not need it. */
  readonly timeZone: string | null;
  /** True: several options are added to those HubSpot holds. */
  readonly appends: boolean;
}

/** Reads raw cells of one column; `pipelineLabel` is that of the row's pipeline, where the row names one. */
export type CellReader = (raw: string, pipelineLabel: string | null) => CellReading;

/** The reader of one column: blank, HubSpot's text to send, or an issue. Never throws, in time linear to the cell. */
export function makeCellReader(property: Property, context: ReadingContext): CellReader {
  const isUnchecked = context.format.alternatives.some(({ kind }) => kind === 'unchecked');
  const read = isUnchecked ? readAsTyped : readerOf(property, context);
  return (raw, pipelineLabel) => {
    if (raw.trim() === '') return { kind: 'blank' };
    const reading = read(raw, pipelineLabel);
    if (reading.kind !== 'value' || reading.value.length <= MAX_VALUE_LENGTH) return reading;
    const expected = { kind: 'text', maxLength: MAX_VALUE_LENGTH } as const;
    return refuse(raw, { code: 'value-too-long', expected, found: reading.value });
  };
}

function readerOf(property: Property, { format, timeZone, appends }: ReadingContext): CellReader {
  const { alternatives } = format;
  switch (valueKindOf(property)) {
    case 'text':
      return readAsTyped;
    case 'trimmed':
      return readTrimmed;
    case 'record-id':
      return readRecordId;
    case 'number':
      return makeNumberReader(alternatives.filter((format) => format.kind === 'number'));
    case 'date':
      return makeDateReader(alternatives.filter(isDateFormat));
    case 'date-time':
      return makeDateTimeReader(
        alternatives.filter(isDateFormat),
        timeZone === null ? null : makeZoneClock(timeZone),
      );
    case 'boolean': {
      const index = indexOptions(property);
      return (raw) => readBoolean(raw, index);
    }
    case 'option': {
      const index = indexOptions(property);
      return (raw, pipelineLabel) => readOption(raw, index, pipelineLabel);
    }
    case 'options': {
      const index = indexOptions(property);
      return (raw) => readOptions(raw, index, { appends });
    }
    case 'email':
      return readEmail;
    case 'domain':
      return readDomain;
  }
}

function isDateFormat(format: CellFormat): format is DateFormat {
  return format.kind === 'date';
}

/** Text is sacred: not a blank is taken away. */
function readAsTyped(raw: string): CellReading {
  return readAs(raw);
}

function readTrimmed(raw: string): CellReading {
  return readAs(raw.trim());
}
