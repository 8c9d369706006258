/**
 * What HubSpot requires to create a record, from the table in its "using object APIs" guide. Companies need `name`
 * OR `domain` and contacts one of `email`, `firstname`, `lastname`: neither can be said as a list, and HubSpot's
 * refusal names what is missing.
 */
const REQUIRED_PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['deals', ['dealname', 'dealstage']],
  ['tickets', ['subject', 'hs_pipeline_stage']],
  ['products', ['name']],
  ['leads', ['hs_lead_name']],
  ['calls', ['hs_timestamp']],
  ['communications', ['hs_timestamp']],
  ['emails', ['hs_timestamp']],
  ['meetings', ['hs_timestamp']],
  ['notes', ['hs_timestamp']],
  ['postal_mail', ['hs_timestamp']],
  ['tasks', ['hs_timestamp']],
]);

/** The standard type's required properties; none for a custom type, whose schema names them. */
export function requiredPropertiesOf(objectType: string): readonly string[] {
  return REQUIRED_PROPERTIES.get(objectType) ?? [];
}
