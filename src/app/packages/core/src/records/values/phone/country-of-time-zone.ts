/**
 * The country whose clocks show a time zone (IANA name): a guess at where a portal's phone numbers are dialled, to be
 * confirmed. Null where the zone is that of none of `countries` (ISO 3166), or this machine does not tell which zones a
 * country has.
 */
export function countryOfTimeZone(timeZone: string, countries: Iterable<string>): string | null {
  const zone = canonicalZone(timeZone);
  if (zone === null) return null;
  for (const country of countries) {
    if (zonesOf(country).includes(zone)) return country;
  }
  return null;
}

/** `Asia/Kolkata` and `Asia/Calcutta` are one; `Intl` throws at a name it does not know. */
function canonicalZone(timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** ES2026 has `getTimeZones`, older engines `timeZones`, and some neither. */
function zonesOf(country: string): readonly unknown[] {
  const locale = new Intl.Locale(`und-${country}`);
  const list: unknown = Reflect.get(locale, 'getTimeZones');
  const zones: unknown =
    typeof list === 'function' ? Reflect.apply(list, locale, []) : Reflect.get(locale, 'timeZones');
  return Array.isArray(zones) ? zones : [];
}
