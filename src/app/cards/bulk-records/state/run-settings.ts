import { DEFAULT_RUN_SETTINGS, MAX_WRITE_BYTES, type RunSettings } from '@bulk-records/core';

/** What a deploy profile (`src/hsprofile.<name>.json`) may say about runs; anything else is ignored. */
export interface ProfileChoices {
  readonly maxCallBytes?: unknown;
  readonly headroomPercent?: unknown;
  readonly importAboveRows?: unknown;
}

const MOST_HEADROOM_PERCENT = 90;

/** How runs of this card behave: as the product does by default, unless the profile says otherwise. */
export function chooseRunSettings(
  { maxCallBytes: maxBytes, headroomPercent: percent, importAboveRows: rows }: ProfileChoices,
  timeZone: string,
): RunSettings {
  const isPercent = typeof percent === 'number' && percent >= 0 && percent <= MOST_HEADROOM_PERCENT;
  return {
    ...DEFAULT_RUN_SETTINGS,
    timeZone,
    ...(typeof maxBytes === 'number' ? { maxBytesPerCall: Math.min(maxBytes, MAX_WRITE_BYTES) } : {}),
    ...(isPercent ? { headroom: percent / 100 } : {}),
    ...(typeof rows === 'number' && rows >= 0 ? { importAboveRows: rows } : {}),
  };
}
