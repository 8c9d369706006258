import type { CellFix, ColumnTarget } from '@bulk-records/core';
import type { ValueDecisions } from '../state/flow-state.ts';
import { joinSentences } from './numbers.ts';
import { say, spoken } from './say.ts';
import { spellOut } from './spell-out.ts';

/** What the run does beyond the ordinary, because the admin has chosen so; blank where nothing is. */
export function describeChoices(targets: readonly ColumnTarget[], decisions: ValueDecisions): string {
  const ofColumns = targets.flatMap((target) => describeColumnChoices(target, decisions));
  const token = decisions.clearToken;
  const ofToken = token === '' ? [] : [say('choice.clearToken', { token })];
  return joinSentences([...ofToken, ...ofColumns]);
}

function describeColumnChoices({ property, columnIndex }: ColumnTarget, decisions: ValueDecisions): string[] {
  const { label } = property;
  const format = decisions.formats.get(columnIndex);
  switch (format?.kind) {
    case 'phone':
      return [
        format.country === null
          ? say('choice.phone', { label })
          : say('choice.phoneIn', { label, country: nameOfCountry(format.country) }),
      ];
    case 'cleaned':
    case 'unchecked':
      return [say(`choice.${format.kind}`, { label })];
    case 'number':
    case 'date':
    case 'plain':
    case undefined:
      return decisions.appendingColumns.has(columnIndex) && property.fieldType === 'checkbox'
        ? [say('choice.append', { label })]
        : [];
  }
}

const countryNames = new Map<string, Intl.DisplayNames>();

export function nameOfCountry(country: string): string {
  const { locale } = spoken();
  const names = countryNames.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' });
  countryNames.set(locale, names);
  return names.of(country) ?? country;
}

/** What stands in for a cell. */
export function describeFix(fix: CellFix, labelOf: (value: string) => string): string {
  switch (fix.kind) {
    case 'blank':
      return say('choice.blank');
    case 'text':
      return quote(fix.text);
    case 'value':
      return quote(labelOf(fix.value));
    case 'record':
      return say('association.recordFix', { id: fix.recordId });
  }
}

/** A cell in the language's own quotes, as it can be seen. */
export function quote(text: string): string {
  return say('quote', { text: spellOut(text) });
}
