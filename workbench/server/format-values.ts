import type { PropertyDefinition, PropertyValues } from './crm-reader.ts';

/**
 * Values as the SDK's data hooks give them when asked to format: option labels instead of internal
 * values, dates and numbers in words. An approximation: HubSpot uses the user's own locale and
 * the portal's currency.
 */
export function formatValues(
  values: PropertyValues,
  definitions: readonly PropertyDefinition[],
  names: readonly string[] | 'all',
): PropertyValues {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const definition = byName.get(name);
      const isAsked = names === 'all' || names.includes(name);
      return [name, isAsked && definition && value ? formatValue(value, definition) : value];
    }),
  );
}

function formatValue(value: string, definition: PropertyDefinition): string {
  switch (definition.type) {
    case 'enumeration':
      return value.split(';').map(labelIn(definition)).join(', ');
    case 'number':
      return Number.isFinite(Number(value)) ? Number(value).toLocaleString('en-US') : value;
    case 'date':
      return formatTime(value, { dateStyle: 'medium' });
    case 'datetime':
      return formatTime(value, { dateStyle: 'medium', timeStyle: 'short' });
    case 'bool':
      return value === 'true' ? 'Yes' : 'No';
    default:
      return value;
  }
}

function labelIn(definition: PropertyDefinition): (value: string) => string {
  return (value) => definition.options.find((option) => option.value === value)?.label ?? value;
}

function formatTime(value: string, style: Intl.DateTimeFormatOptions): string {
  const time = new Date(/^\d{9,}$/.test(value) ? Number(value) : value);
  if (Number.isNaN(time.getTime())) return value;
  return new Intl.DateTimeFormat('en-US', { ...style, timeZone: 'UTC' }).format(time);
}
