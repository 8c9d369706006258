import { describe, expect, it } from 'vitest';
import { countPlan, DEFAULT_RUN_SETTINGS } from '@bulk-records/core';
import { countRechecks, settingsFor, USUAL_CAUTION } from './caution.ts';

const USUAL = { ...DEFAULT_RUN_SETTINGS, maxBytesPerCall: 90_000 };

describe('settings of a cautious run', () => {
  it.each([
    ['when-old', DEFAULT_RUN_SETTINGS.recheckAfterMs],
    ['always', 0],
    ['never', null],
  ] as const)('reads again %s', (recheck, recheckAfterMs) => {
    expect(settingsFor({ ...USUAL_CAUTION, recheck }, USUAL)).toMatchObject({
      recheckAfterMs,
      maxBytesPerCall: 90_000,
    });
  });

  it('tries the first records alone unless that is switched off', () => {
    expect(settingsFor(USUAL_CAUTION, USUAL).canaryAboveWrites).toBe(DEFAULT_RUN_SETTINGS.canaryAboveWrites);
    expect(settingsFor({ ...USUAL_CAUTION, isCanaryWanted: false }, USUAL).canaryAboveWrites).toBeNull();
  });
});

describe('the cost of reading again', () => {
  const counts = { ...countPlan({ rows: [] }), create: 101, update: 250 };

  it('is one request per batch', () => {
    expect(countRechecks('upsert', counts)).toBe(2 + 3);
  });

  it('leaves out creates that HubSpot itself refuses when the record is there', () => {
    expect(countRechecks('create', counts)).toBe(3);
  });
});
