import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalValue } from '../same-value.ts';
import { DATE_TIME, readCell, tell } from './testing/read-column.ts';

const BERLIN = { timeZone: 'Europe/Berlin' };

describe('a time that names its offset', () => {
  it.each([
    ['2024-05-01T10:30:00Z', '2024-05-01T10:30:00.000Z'],
    ['2024-05-01T10:30:00.123456Z', '2024-05-01T10:30:00.123Z'],
    ['2024-05-01T10:30:00+02:00', '2024-05-01T08:30:00.000Z'],
    ['2024-05-01T10:30:00+0200', '2024-05-01T08:30:00.000Z'],
    ['2024-05-01 10:30 -05', '2024-05-01T15:30:00.000Z'],
    ['2024-05-01 10:30 UTC', '2024-05-01T10:30:00.000Z'],
    ['2024-05-01 10:30 GMT+5:30', '2024-05-01T05:00:00.000Z'],
    ['1 May 2024, 12:05 AM Z', '2024-05-01T00:05:00.000Z'],
    ['31.12.2024 23:59:59 -01:00', '2025-01-01T00:59:59.000Z'],
    ['1582947017000', '2020-02-29T03:30:17.000Z'],
  ])('%s is %s, whatever the portal’s zone', (raw, value) => {
    expect(tell(readCell(DATE_TIME, raw))).toBe(value);
    expect(tell(readCell(DATE_TIME, raw, BERLIN))).toBe(value);
  });
});

describe('a time without offset', () => {
  it.each([
    ['2024-05-01 10:30', '2024-05-01T08:30:00.000Z'],
    ['2024-01-01 10:30', '2024-01-01T09:30:00.000Z'],
    ['01.05.2024, 14:30 Uhr', '2024-05-01T12:30:00.000Z'],
    ['May 1, 2024 at 2:30 PM', '2024-05-01T12:30:00.000Z'],
    ['May 1, 2024 2:30 p.m.', '2024-05-01T12:30:00.000Z'],
    ['5/31/2024 12:00 PM', '2024-05-31T10:00:00.000Z'],
    ['2024-05-01', '2024-04-30T22:00:00.000Z'],
    ['45413.5', '2024-05-01T10:00:00.000Z'],
    ['45413,99999999', '2024-05-01T22:00:00.000Z'],
    ['2024-03-31 01:59:59', '2024-03-31T00:59:59.000Z'],
    ['2024-03-31 03:00', '2024-03-31T01:00:00.000Z'],
    ['2024-03-31 02:30', '(time-skipped)'],
    ['2024-10-27 02:30', '(time-repeated 2024-10-27T00:30:00.000Z 2024-10-27T01:30:00.000Z)'],
    ['2024-10-27 03:00', '2024-10-27T02:00:00.000Z'],
    ['1890-01-01 00:00', '1889-12-31T23:06:32.000Z'],
  ])('%s is %s by the clocks of Berlin', (raw, told) => {
    expect(tell(readCell(DATE_TIME, raw, BERLIN))).toBe(told);
  });

  it.each([null, 'Nowhere/Land', ''])('is an issue where the zone is %j', (timeZone) => {
    expect(tell(readCell(DATE_TIME, '2024-05-01 10:30', { timeZone }))).toBe('(time-zone-missing)');
  });

  it('asks for the order of its day first', () => {
    expect(tell(readCell(DATE_TIME, '01/02/2024 10:00', BERLIN))).toBe(
      '(format-open 2024-02-01T09:00:00.000Z 2024-01-02T09:00:00.000Z)',
    );
  });
});

describe('a cell that is no time', () => {
  it.each([
    'soon',
    '10:30',
    '2024-05-01 24:00',
    '2024-05-01 10:60',
    '2024-05-01 10:30:60',
    '2024-05-01 13:00 PM',
    '2024-05-01 0:30 AM',
    '2024-05-01 10:30 EST',
    '2024-05-01T10:30+15:00',
    '2024-05-01T10',
    '20240501103000',
  ])('%s is an issue', (raw) => {
    expect(tell(readCell(DATE_TIME, raw, BERLIN))).toBe('(not-a-date)');
  });
});

const instant = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Sao_Paulo',
);

describe('law', () => {
  it('what the clocks of a zone show is that instant again, unless they show it twice', () => {
    fc.assert(
      fc.property(instant, zone, (date, timeZone) => {
        const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000);
        // Swedish is written as ISO 8601.
        const local = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
        const reading = readCell(DATE_TIME, local.format(seconds), { timeZone });
        const values =
          reading.kind === 'issue' ? reading.issue.candidates.map(({ value }) => value) : [tell(reading)];
        expect(values).toContain(seconds.toISOString());
      }),
      { numRuns: 300 },
    );
  });

  it('a value that was read is read again as itself', () => {
    fc.assert(
      fc.property(instant, zone, (date, timeZone) => {
        const value = tell(readCell(DATE_TIME, date.toISOString(), { timeZone }));
        expect(value).toBe(date.toISOString());
        expect(canonicalValue(DATE_TIME, value)).toBe(String(date.getTime()));
      }),
    );
  });
});
