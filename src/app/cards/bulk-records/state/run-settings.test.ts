import { DEFAULT_RUN_SETTINGS, MAX_WRITE_BYTES } from '@bulk-records/core';
import { describe, expect, it } from 'vitest';
import { chooseRunSettings } from './run-settings.ts';

describe('the settings of a run', () => {
  it('are the product’s own without a profile, in the portal’s time zone', () => {
    expect(chooseRunSettings({}, 'Europe/Berlin')).toEqual({
      ...DEFAULT_RUN_SETTINGS,
      timeZone: 'Europe/Berlin',
    });
  });

  it('take the size of a call and the headroom from the profile', () => {
    const settings = chooseRunSettings({ maxCallBytes: 90_000, headroomPercent: 40 }, 'UTC');
    expect(settings).toMatchObject({ maxBytesPerCall: 90_000, headroom: 0.4 });
  });

  it('never let a call grow beyond what the function takes', () => {
    const settings = chooseRunSettings({ maxCallBytes: 5_000_000 }, 'UTC');
    expect(settings.maxBytesPerCall).toBe(MAX_WRITE_BYTES);
  });

  it.each([-1, Number.NaN, '50', null])('ignore a headroom of %j percent', (percent) => {
    const settings = chooseRunSettings({ headroomPercent: percent }, 'UTC');
    expect(settings.headroom).toBe(DEFAULT_RUN_SETTINGS.headroom);
  });

  it('leave the run something of the window', () => {
    expect(chooseRunSettings({ headroomPercent: 100 }, 'UTC').headroom).toBe(0.9);
  });

  it.each([0, -1, 79_999])('ignore a call of %d bytes, which could not carry every record', (bytes) => {
    const settings = chooseRunSettings({ maxCallBytes: bytes }, 'UTC');
    expect(settings.maxBytesPerCall).toBe(DEFAULT_RUN_SETTINGS.maxBytesPerCall);
  });
});
