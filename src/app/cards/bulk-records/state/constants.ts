import type { ObjectTypeDescription, Property } from '@bulk-records/core';
import type { FlowState, Input } from './flow-state.ts';
import type { Selection } from './place.ts';
import { inputOfSelection, tableOfSelection, type ConstantColumn } from './selected-records.ts';
import { mapTable, tableOf, targetsInForce } from './selections.ts';

/** One text for a property of every selected record. */
export interface Constant {
  readonly property: Property;
  readonly text: string;
}

/** The constants as the table in view holds them: it is the only place they are kept. */
export function constantsOf(
  state: Pick<FlowState, 'input' | 'description' | 'columnChoices'>,
): readonly Constant[] {
  const cells = tableOf(state)?.rows[0]?.cells ?? [];
  return targetsInForce(state)
    .filter(({ columnIndex }) => columnIndex > 0)
    .map(({ columnIndex, property }) => ({ property, text: cells[columnIndex] ?? '' }));
}

/** The selected records with these constants. A column bears its property's label, where that finds the property. */
export function inputWithConstants(
  selection: Selection,
  constants: readonly Constant[],
  description: ObjectTypeDescription,
): Input | null {
  const byLabel = constants.map(({ property, text }): ConstantColumn => ({ header: property.label, text }));
  const mappings = mapTable(tableOfSelection(selection, byLabel), description, new Map());
  const columns = constants.map(({ property, text }, slot): ConstantColumn => {
    const mapping = mappings[slot + 1];
    const isFound = mapping?.kind === 'mapped' && mapping.property.name === property.name;
    return { header: isFound ? property.label : property.name, text };
  });
  return inputOfSelection(selection, columns);
}

/** Properties that can still be given a constant, by their labels. */
export function propertiesToAdd(
  { properties }: ObjectTypeDescription,
  constants: readonly Constant[],
): readonly Property[] {
  const taken = new Set(constants.map(({ property }) => property.name));
  return properties
    .filter(({ name, readOnly }) => !readOnly && !taken.has(name))
    .sort((one, other) => one.label.localeCompare(other.label));
}

/** A text that means just this option: its label, unless another option could be meant by it. */
export function textOfOption(value: string, options: Property['options']): string {
  const label = options.find((option) => option.value === value)?.label ?? value;
  const isUnclear = options.some(
    (option) => option.value !== value && [option.label, option.value].includes(label),
  );
  return isUnclear ? value : label;
}
