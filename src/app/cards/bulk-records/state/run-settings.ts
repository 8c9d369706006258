import { DEFAULT_RUN_SETTINGS, MAX_WRITE_BYTES, type RunSettings } from '@bulk-records/core';
import { profileNumber } from './profile-number.ts';

/** What a deploy profile (`src/hsprofile.<name>.json`) may say about runs. */
export interface ProfileChoices {
  readonly maxCallBytes?: unknown;
  readonly headroomPercent?: unknown;
  readonly importAboveRows?: unknown;
}

/** A call has room for one record of HubSpot's longest values. */
const CALL_BYTES = { usual: DEFAULT_RUN_SETTINGS.maxBytesPerCall, least: 80_000, most: MAX_WRITE_BYTES };
const HEADROOM_PERCENT = { usual: DEFAULT_RUN_SETTINGS.headroom * 100, least: 0, most: 90 };
const IMPORT_ROWS = { usual: DEFAULT_RUN_SETTINGS.importAboveRows, least: 0, most: Infinity };

/** How runs of this card behave: as the product does by default, unless the profile says otherwise. */
export function chooseRunSettings(
  { maxCallBytes, headroomPercent, importAboveRows }: ProfileChoices,
  timeZone: string,
): RunSettings {
  return {
    ...DEFAULT_RUN_SETTINGS,
    timeZone,
    maxBytesPerCall: profileNumber(maxCallBytes, CALL_BYTES),
    headroom: profileNumber(headroomPercent, HEADROOM_PERCENT) / 100,
    importAboveRows: profileNumber(importAboveRows, IMPORT_ROWS),
  };
}
