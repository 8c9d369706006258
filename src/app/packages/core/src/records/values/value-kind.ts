import { RECORD_ID_PROPERTY, type Property } from '../../contract/describe-object-type.ts';

/** How the cells of a property are read. */
export type ValueKind =
  | 'text'
  | 'trimmed'
  | 'record-id'
  | 'number'
  | 'date'
  | 'date-time'
  | 'boolean'
  | 'option'
  | 'options'
  | 'email'
  | 'domain'
  | 'phone';

/** Source of types: HubSpot OpenAPI, properties; HubSpot may add more, whose values are for HubSpot to judge. */
export function valueKindOf(property: Property): ValueKind {
  if (property.name === RECORD_ID_PROPERTY) return 'record-id';
  switch (property.type) {
    case 'string':
      return kindOfText(property);
    case 'number':
    case 'currency_number':
      return property.options.length > 0 ? 'option' : 'number';
    case 'phone_number':
      return 'phone';
    case 'date':
      return 'date';
    case 'datetime':
      return 'date-time';
    case 'bool':
      return 'boolean';
    case 'enumeration':
      return kindOfChoice(property);
    default:
      return 'trimmed';
  }
}

/** Addresses of the web: a blank around one is never meant. */
const WEB_ADDRESSES: ReadonlySet<string> = new Set([
  'website',
  'hs_linkedin_url',
  'linkedin_company_page',
  'facebook_company_page',
]);

function kindOfText({ name, fieldType }: Property): ValueKind {
  if (name === 'email') return 'email';
  if (name === 'domain') return 'domain';
  // A portal's own telephone fields are texts with this field.
  if (fieldType === 'phonenumber') return 'phone';
  return WEB_ADDRESSES.has(name) ? 'trimmed' : 'text';
}

function kindOfChoice({ fieldType, options }: Property): ValueKind {
  if (fieldType === 'booleancheckbox') return 'boolean';
  // Without a list here HubSpot keeps one elsewhere: refusing a value for an empty list would always be wrong.
  if (options.length === 0) return 'trimmed';
  return fieldType === 'checkbox' ? 'options' : 'option';
}
