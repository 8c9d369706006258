import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiVersions } from '../model/api-version.ts';
import { judgeDate, judgeDatetime } from './date-value.ts';

const noon = Date.UTC(2026, 1, 3, 12, 30, 5, 7);
const midnight = Date.UTC(2026, 1, 3);

describe('a date', () => {
  it.each([
    ['2026-02-03', '2026-02-03'],
    ['2024-02-29', '2024-02-29'],
    [String(midnight), '2026-02-03'],
    ['-86400000', '1969-12-31'],
    [' 2026-02-03 ', '2026-02-03'],
  ])('%s is stored as %s in every version', (raw, stored) => {
    for (const version of apiVersions) {
      expect(judgeDate('contract_end', raw, version)).toEqual({ kind: 'accepted', value: stored });
    }
  });

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '03.02.2026', '02/03/2026', 'tomorrow', '2026-2-3', ''])(
    '%s is invalid in every version',
    (raw) => {
      for (const version of apiVersions) {
        const verdict = judgeDate('contract_end', raw, version);
        expect(verdict).toMatchObject({ kind: 'rejected', issue: { code: 'INVALID_DATE' } });
      }
    },
  );

  it.each([String(noon), '2026-02-03T12:30:05.007Z'])('%s is not midnight before 2026-09', (raw) => {
    for (const version of ['v3', '2025-09', '2026-03'] as const) {
      expect(judgeDate('contract_end', raw, version)).toMatchObject({
        kind: 'rejected',
        issue: { code: 'INVALID_DATE', message: `${raw} is at 12:30:5.7 UTC, not midnight!` },
      });
    }
  });

  it.each([String(noon), '2026-02-03T12:30:05.007Z', '2026-02-03T00:00:00Z'])(
    '%s is cut to its day with a warning from 2026-09 on',
    (raw) => {
      expect(judgeDate('contract_end', raw, '2026-09')).toEqual({
        kind: 'accepted',
        value: '2026-02-03',
        warning: { propertyName: 'contract_end', rawValue: raw, normalizedValue: String(midnight) },
      });
    },
  );

  it('is the UTC day of the instant, whatever offset it was written with', () => {
    expect(judgeDate('d', '2026-02-03T00:30:00+02:00', '2026-09')).toMatchObject({ value: '2026-02-02' });
  });

  it('survives being written and read as a calendar day', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...apiVersions), (day, version) => {
        const text = day.toISOString().slice(0, 10);
        expect(judgeDate('d', text, version)).toEqual({ kind: 'accepted', value: text });
      }),
    );
  });
});

describe('an instant', () => {
  it.each([
    ['2020-02-29T03:30:17.000Z', '2020-02-29T03:30:17.000Z'],
    ['2020-02-29T03:30Z', '2020-02-29T03:30:00.000Z'],
    ['2020-02-29T03:30:17+01:00', '2020-02-29T02:30:17.000Z'],
    ['1582947017000', '2020-02-29T03:30:17.000Z'],
    ['2020-02-29', '2020-02-29T00:00:00.000Z'],
  ])('%s is stored as %s', (raw, stored) => {
    expect(judgeDatetime('t', raw, 'v3')).toEqual({ kind: 'accepted', value: stored });
  });

  it.each(['29.02.2020 03:30', '2020-02-29 03:30', 'soon', '2021-02-29'])(
    '%s is not a valid long before 2026-09',
    (raw) => {
      expect(judgeDatetime('createdate', raw, '2026-03')).toEqual({
        kind: 'rejected',
        issue: {
          propertyName: 'createdate',
          code: 'INVALID_LONG',
          message: `${raw} was not a valid long.`,
          value: raw,
        },
      });
    },
  );

  it('that cannot be read is an invalid date from 2026-09 on', () => {
    expect(judgeDatetime('t', 'soon', '2026-09')).toMatchObject({ issue: { code: 'INVALID_DATE' } });
  });
});
