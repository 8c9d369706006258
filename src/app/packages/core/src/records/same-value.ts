import type { Property } from '../contract/describe-object-type.ts';

type Comparable = Pick<Property, 'name' | 'type' | 'fieldType'>;

/**
 * Whether HubSpot's stored text means what was sent, by the meaning of the property's type: dates in either
 * of HubSpot's spellings, option sets without order, numbers by value without a float, e-mail without case.
 */
export function isSameValue(property: Comparable, sent: string, stored: string | null | undefined): boolean {
  const found = stored ?? '';
  if (sent === found) return true;
  return canonicalValue(property, sent) === canonicalValue(property, found);
}

/** One text per meaning: two values of the property are the same exactly when these texts are equal. */
export function canonicalValue(property: Comparable, value: string): string {
  if (value === '') return '';
  switch (property.type) {
    case 'number':
    case 'currency_number':
      return canonicalNumber(value.trim());
    case 'bool':
      return value.trim().toLowerCase();
    case 'date':
      return canonicalDate(value.trim());
    case 'datetime':
      return canonicalDateTime(value.trim());
    case 'enumeration':
      return canonicalOptions(property, value);
    default:
      return property.name === 'email' ? value.trim().toLowerCase() : value;
  }
}

/** Digits, sign, fraction and exponent as text: `1e3`, `1000` and `1000.00` are one number, of any length. */
function canonicalNumber(value: string): string {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?$/.exec(value);
  if (!match) return value;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return whole + fraction === '' ? value : '0';
  const significant = digits.replace(/0+$/, '');
  const trailingZeros = digits.length - significant.length;
  const exponent = Number(exponentText) - fraction.length + trailingZeros;
  return `${sign === '-' ? '-' : ''}${significant}e${String(exponent)}`;
}

/** HubSpot stores a date as `YYYY-MM-DD` or as milliseconds at midnight UTC, and returns either. */
function canonicalDate(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const time = timeOf(value);
  return time === null ? value : new Date(time).toISOString().slice(0, 10);
}

function canonicalDateTime(value: string): string {
  const time = timeOf(value);
  return time === null ? value : String(time);
}

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** Epoch milliseconds or ISO 8601. Without a zone it is UTC: `Date.parse` would take the zone of this machine. */
function timeOf(value: string): number | null {
  if (/^-?\d{1,15}$/.test(value)) return Number(value);
  const match = ISO_TIME.exec(value);
  if (!match) return null;
  const [, day = '', time = '00:00', zone = 'Z'] = match;
  const timeMs = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(timeMs) ? null : timeMs;
}

/** Several options are a set: `b;a` and `;a;b` mean the same once they are stored. */
function canonicalOptions(property: Comparable, value: string): string {
  if (property.fieldType === 'booleancheckbox') return value.trim().toLowerCase();
  if (property.fieldType !== 'checkbox') return value;
  const options = value.split(';').filter((option) => option !== '');
  return [...new Set(options)].sort().join(';');
}

/** Whether a stored set of options holds what a leading-semicolon write appended. */
export function holdsAppendedOptions(
  property: Comparable,
  sent: string,
  stored: string | null | undefined,
): boolean {
  if (property.fieldType !== 'checkbox' || !sent.startsWith(';')) return false;
  const held = new Set((stored ?? '').split(';'));
  return sent
    .split(';')
    .filter((option) => option !== '')
    .every((option) => held.has(option));
}
