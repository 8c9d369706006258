import type { Property } from '@bulk-records/core';
import { say } from '../copy/say.ts';

const LONGEST_VALUE = 300;

/** A value as people know it: options by their labels, a blank one by a word. */
export function showValue(value: string, property: Pick<Property, 'options'> | undefined): string {
  if (value === '') return say('review.blank');
  const options = property?.options ?? [];
  const labels = value
    .split(';')
    .filter((part) => part !== '')
    .map((part) => options.find((option) => option.value === part)?.label);
  const isOfOptions = labels.length > 0 && labels.every((label) => label !== undefined);
  const shown = isOfOptions ? labels.join(', ') : value;
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE)}…` : shown;
}
