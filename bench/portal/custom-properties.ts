/** Custom properties an admin's portal really has; some of them answer headers of the labelled list. */
export const customProperties = `
customer_number | Customer number | text | unique
membership_level | Membership level | select |  | lvl_1=Bronze; lvl_2=Silver; lvl_3=Gold
interests | Interests | checkbox |  | solar=Solar power; wind=Wind power; heat_pumps=Heat pumps; storage=Battery storage
loyalty_points | Loyalty points | number
newsletter_opt_in | Newsletter | bool
preferred_channel | Preferred channel | radio |  | mail=E-mail; phone=Telephone; post=Letter
vat_number | VAT number | text
department | Department | text
internal_note | Internal note | area
`;

const TOPICS = [
  'Onboarding',
  'Renewal',
  'Support',
  'Webinar',
  'Training',
  'Partner programme',
  'Loyalty card',
  'Survey',
  'Trade fair',
  'Trial',
  'Demo',
  'Integration',
  'Security review',
  'Procurement',
  'Reference',
  'Campaign',
  'Billing',
  'Contract',
  'Audit',
  'Workshop',
  'Site visit',
  'Warranty',
  'Installation',
  'Financing',
  'Subsidy',
  'Maintenance',
  'Sample',
  'Quotation',
];

const ASPECTS = [
  'status | select |  | open=Open; done=Done; none=None',
  'date | date',
  'end date | date',
  'owner name | text',
  'notes | area',
  'score | number',
  'channel | text',
  'count | number',
  'amount | currency',
  'reason | text',
  'contact person | text',
  'region | text',
  'kind | select |  | a=Kind A; b=Kind B',
  'number | text',
  'link | text',
  'priority level | number',
  'phase | text',
  'wanted | bool',
];

/**
 * `count` more properties such as a grown portal has, "Renewal date" and "Contract amount" among them: words of
 * real headers in other company, so that a search by likeness is tempted.
 */
export function growCustomProperties(count: number): string {
  const rows = ASPECTS.flatMap((aspect) =>
    TOPICS.map((topic) => `${nameOf(topic, aspect)} | ${topic} ${aspect}`),
  );
  if (rows.length < count) throw new Error(`Only ${rows.length} custom properties can be made`);
  return rows.slice(0, count).join('\n');
}

function nameOf(topic: string, aspect: string): string {
  const [label = ''] = aspect.split(' | ');
  return `${topic} ${label}`.toLowerCase().replaceAll(' ', '_');
}
