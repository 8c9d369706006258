type Properties = Readonly<Record<string, string | null>>;

/** No portal has a property of this name, so its row is rejected for certain. */
export const BAD = { bulk_records_probe_no_such_property: 'x' };

/** No record has this id. Not `1`: in old accounts that is HubSpot's sample contact. */
export const NOBODY = '999999999999999';
export const NOBODY_ELSE = '999999999999998';

export function traced(properties: Properties, objectWriteTraceId = 't1') {
  return { objectWriteTraceId, properties };
}

export function untraced(properties: Properties) {
  return { properties };
}
