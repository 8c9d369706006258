import type { Property } from '../contract/describe-object-type.ts';

/**
 * The options that a value with a leading semicolon adds to those HubSpot holds (HubSpot CRM API guide, checkbox
 * properties); null for any other value, which replaces them.
 */
export function appendedOptions(
  { fieldType }: Pick<Property, 'fieldType'>,
  value: string,
): readonly string[] | null {
  if (fieldType !== 'checkbox' || !value.startsWith(';')) return null;
  return value.split(';').filter((option) => option !== '');
}

/** What HubSpot holds once the value is written over the one it holds now. */
export function valueAfter(
  property: Pick<Property, 'fieldType'> | undefined,
  sent: string,
  held: string,
): string {
  const appended = property === undefined ? null : appendedOptions(property, sent);
  if (appended === null) return sent;
  return [...new Set([...held.split(';'), ...appended])].filter((option) => option !== '').join(';');
}
