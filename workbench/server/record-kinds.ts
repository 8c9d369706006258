/** How HubSpot's record page shows the standard objects: title and the "About" properties. */
export interface RecordKind {
  readonly label: string;
  /** The first that is not blank names the record; several words of one entry are joined. */
  readonly titles: readonly (readonly string[])[];
  readonly subtitle: string;
  readonly about: readonly string[];
}

const kinds: Readonly<Record<string, RecordKind>> = {
  '0-1': {
    label: 'contact',
    titles: [['firstname', 'lastname'], ['email']],
    subtitle: 'jobtitle',
    about: [
      ...['email', 'phone', 'company', 'jobtitle', 'hubspot_owner_id', 'lifecyclestage'],
      ...['hs_lead_status', 'customer_number', 'city', 'country', 'createdate', 'lastmodifieddate'],
    ],
  },
  '0-2': {
    label: 'company',
    titles: [['name'], ['domain']],
    subtitle: 'domain',
    about: [
      ...['domain', 'industry', 'phone', 'hubspot_owner_id', 'lifecyclestage', 'erp_id'],
      ...['city', 'country', 'numberofemployees', 'annualrevenue', 'createdate'],
    ],
  },
  '0-3': {
    label: 'deal',
    titles: [['dealname']],
    subtitle: 'amount',
    about: ['amount', 'closedate', 'pipeline', 'dealstage', 'hubspot_owner_id', 'dealtype'],
  },
  '0-5': {
    label: 'ticket',
    titles: [['subject']],
    subtitle: 'hs_ticket_priority',
    about: [
      ...['hs_pipeline', 'hs_pipeline_stage', 'hs_ticket_priority', 'hubspot_owner_id'],
      ...['content', 'createdate'],
    ],
  },
};

export const switchableTypeIds: readonly string[] = Object.keys(kinds);

/** A custom object shows whatever its first properties are. */
export function recordKindOf(objectTypeId: string, propertyNames: readonly string[]): RecordKind {
  return (
    kinds[objectTypeId] ?? {
      label: objectTypeId,
      titles: propertyNames.map((name) => [name]),
      subtitle: '',
      about: propertyNames.slice(0, 12),
    }
  );
}
