import type { CellFix, ColumnTarget } from '@bulk-records/core';
import type { ValueDecisions } from '../state/flow-state.ts';
import { spellOut } from './spell-out.ts';

/** What the run does beyond the ordinary, because the admin has chosen so; blank where nothing is. */
export function describeChoices(targets: readonly ColumnTarget[], decisions: ValueDecisions): string {
  const ofColumns = targets.flatMap((target) => describeColumnChoices(target, decisions));
  const { clearToken } = decisions;
  const ofToken = clearToken === '' ? [] : [`Cells with exactly “${clearToken}” empty the value in HubSpot.`];
  return [...ofToken, ...ofColumns].join(' ');
}

function describeColumnChoices({ property, columnIndex }: ColumnTarget, decisions: ValueDecisions): string[] {
  const { label } = property;
  const format = decisions.formats.get(columnIndex);
  switch (format?.kind) {
    case 'phone':
      return [`${label}: international format, ${describeCountry(format.country)}.`];
    case 'cleaned':
      return [`${label}: without invisible characters.`];
    case 'unchecked':
      return [`${label}: sent as typed.`];
    case 'number':
    case 'date':
    case 'plain':
    case undefined:
      return decisions.appendingColumns.has(columnIndex) && property.fieldType === 'checkbox'
        ? [`${label}: added to the options HubSpot holds.`]
        : [];
  }
}

function describeCountry(country: string | null): string {
  return country === null
    ? 'numbers without + or 00 as typed'
    : `numbers without + dialled in ${nameOfCountry(country)}`;
}

let countryNames: Intl.DisplayNames | undefined;

export function nameOfCountry(country: string): string {
  countryNames ??= new Intl.DisplayNames('en', { type: 'region' });
  return countryNames.of(country) ?? country;
}

/** What stands in for a cell. */
export function describeFix(fix: CellFix, labelOf: (value: string) => string): string {
  switch (fix.kind) {
    case 'blank':
      return 'left blank';
    case 'text':
      return `“${spellOut(fix.text)}”`;
    case 'value':
      return `“${spellOut(labelOf(fix.value))}”`;
  }
}
