import type { ResultRecord } from '../contract/batch-body.ts';
import type { Property } from '../contract/describe-object-type.ts';
import { isSameValue } from '../records/same-value.ts';
import { appendedOptions } from './appended-options.ts';
import type { ColumnPolicies } from '../records/column-policy.ts';
import type { KeptCell, PlanTarget, Values } from './plan.ts';

/** How a record differs from what a row wants it to be. */
export interface Comparison {
  /** What is sent: only values that differ. Options to append are only those that are not there. */
  readonly properties: Values;
  /** What HubSpot holds of the properties that are sent. */
  readonly before: Values;
  readonly kept: readonly KeptCell[];
}

/**
 * Compares a row's values with the record HubSpot holds, by the meaning of each property's type. The key is not
 * compared: the record was found by it, and one found by a secondary e-mail address keeps its primary one.
 */
export function compareRecord(
  wanted: Values,
  record: ResultRecord,
  { target, policies }: { readonly target: PlanTarget; readonly policies: ColumnPolicies },
): Comparison {
  const properties: Record<string, string> = {};
  const before: Record<string, string> = {};
  const kept: KeptCell[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const property = target.properties.get(name);
    if (property === undefined || name === target.keyProperty) continue;
    const held = record.properties[name] ?? '';
    const sent = differenceOf(property, value, held);
    if (sent === null) continue;
    const reason = reasonToKeep(property, { held, value, policies });
    if (reason === null) {
      properties[name] = sent;
      before[name] = held;
    } else {
      kept.push({ property: name, wanted: value, reason });
    }
  }
  return { properties, before, kept };
}

/** What to send so that HubSpot holds the value; null when it does already. */
function differenceOf(property: Property, value: string, held: string): string | null {
  const appended = appendedOptions(property, value);
  if (appended !== null) {
    const heldOptions = new Set(held.split(';'));
    const absent = appended.filter((option) => !heldOptions.has(option));
    return absent.length === 0 ? null : `;${absent.join(';')}`;
  }
  return isSameValue(property, value, held) ? null : value;
}

function reasonToKeep(
  property: Property,
  cell: { readonly held: string; readonly value: string; readonly policies: ColumnPolicies },
): KeptCell['reason'] | null {
  const policy = cell.policies.get(property.name);
  if (policy === 'never') return 'never';
  if (policy === 'fill-blanks' && cell.held !== '') return 'fill-blanks';
  return movesBackwards(property, cell) ? 'moves-backwards' : null;
}

/**
 * HubSpot answers 2xx to a lifecycle stage before the present one and changes nothing; only clearing it first lets it
 * go back (HubSpot CRM API guide, lifecycle stages). The order of the stages is that of the property's options.
 */
export function movesBackwards(
  { name, options }: Property,
  { held, value }: { readonly held: string; readonly value: string },
): boolean {
  if (name !== 'lifecyclestage' || value === '') return false;
  const place = (stage: string): number => options.findIndex((option) => option.value === stage);
  return place(value) >= 0 && place(value) < place(held);
}
